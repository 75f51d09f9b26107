"""Opinion sheets: a page of A4 for each person, nothing passed over in silence."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from duizhao import api
from duizhao.report.opinion.entry import OpinionEntry, OpinionGroup
from duizhao.report.opinion.sheet import LINES_OF_FINDINGS, lines_of
from duizhao.text import Source

EXAMPLES = Path(__file__).parents[2] / "examples"
TITLE = "2023年度主题教育专题民主生活会个人对照检查材料\n平川县林业局党组成员、副局长　何立新\n"
BLANKS = "学习抓得不紧，比如××会议以后没有再学；服务于部职工不够。"


def statement(problems: int) -> str:
    found = "\n".join(f"{at}．{BLANKS}第{at}次下乡只看了两个点。" for at in range(1, problems + 1))
    return (
        f"{TITLE}一、存在的问题\n（一）理论学习方面\n{found}\n二、原因剖析\n学习抓得不紧，理论学习不够。\n"
        "三、整改措施\n理论学习每月通读一章原文，本人负责，2024年3月底前完成。\n何立新\n2024年1月3日\n"
    )


def sheets(text: str) -> tuple[api.OpinionSheet, ...]:
    return api.opinion_sheets(Source(text, "一处/何立新.txt"))


def listed(sheet: api.OpinionSheet) -> dict[OpinionGroup, list[str]]:
    return dict(sheet.parts())


def read_back(data: bytes) -> str:
    return api.read_stream(BytesIO(data)).text


def test_sheet_names_the_person_the_unit_and_the_meeting() -> None:
    (sheet,) = sheets(statement(2))
    assert (sheet.unit, sheet.person, sheet.post) == ("平川县林业局", "何立新", "党组成员、副局长")
    assert sheet.file == "何立新.txt"
    assert "民主生活会" in sheet.occasion


def test_entry_names_the_paragraph_and_the_words_and_faults_alike_share_one() -> None:
    (sheet,) = sheets(statement(3))
    must = listed(sheet)[OpinionGroup.MUST]
    (blank,) = [line for line in must if "“××”" in line]
    assert re.search(r"第 5 行“××”：.+（第 6 行“××”、第 7 行“××”，同此）", blank)
    assert sum("于部职工" in line for line in must) == 1


def test_words_that_the_message_quotes_are_quoted_once() -> None:
    (sheet,) = sheets(statement(1))
    (slip,) = [line for line in listed(sheet)[OpinionGroup.MUST] if "于部职工" in line]
    assert slip.count("“于部职工”") == 1


def test_questions_stand_apart_with_the_number_of_their_entry() -> None:
    (sheet,) = sheets(statement(1))
    parts = listed(sheet)
    (number,) = [line.partition("．")[0] for line in parts[OpinionGroup.MUST] if "“××”" in line]
    assert "？" not in "".join(parts[OpinionGroup.MUST])
    assert any(line.startswith(f"·第 {number} 条：") for line in parts[OpinionGroup.CONSIDER])


def test_whatever_does_not_fit_is_counted() -> None:
    entries = [
        OpinionEntry(OpinionGroup.MUST, f"第 {at} 段：" + "要改的话" * 20, findings=2)
        for at in range(30)
    ]
    (sheet,) = sheets(statement(1))
    full = replace(sheet, entries=tuple(entries))
    lines = listed(full)[OpinionGroup.MUST]
    shown = sum("要改的话" in line for line in lines)
    assert 0 < shown < 30
    assert lines[-1] == f"其余 {(30 - shown) * 2} 处见审阅稿。"
    assert sum(lines_of(line) for _, part in full.parts() for line in part) <= LINES_OF_FINDINGS


def test_all_findings_are_shown_or_counted() -> None:
    source = api.read(EXAMPLES / "faulty.docx")
    (sheet,) = api.opinion_sheets(source)
    assert sum(entry.findings for entry in sheet.entries) == len(api.check_source(source).findings)


def test_layout_is_one_line_with_its_cure() -> None:
    (sheet,) = api.opinion_sheets(api.read(EXAMPLES / "faulty.docx"))
    lines = [line for _, part in sheet.parts() for line in part if "版式" in line]
    assert len(lines) == 1
    assert "duizhao typeset" in lines[0]


def test_group_without_findings_says_so_and_nobody_is_judged() -> None:
    text = read_back(
        api.render_opinion_sheets(api.opinion_sheets(api.read(EXAMPLES / "good.docx")))
    )
    assert "没有。" in text
    assert not re.search("合格|优秀|较差|等次|打分", text)


def test_no_statement_has_no_sheet() -> None:
    assert sheets("会议通知\n定于周三上午九时开会。\n") == ()


def test_reviewer_and_room_for_own_words_and_date() -> None:
    text = read_back(api.render_opinion_sheets(sheets(statement(1)), "督导组"))
    assert "审阅人：督导组" in text
    assert re.search("审阅人\\s*的话", text)
    assert re.search("日期：　+年　+月　+日", text)


def test_marks_of_xml_and_of_controls_do_no_harm() -> None:
    (sheet,) = sheets(statement(1).replace("个人", "个人<w:p>&\x07"))
    assert "<w:p>&" in read_back(api.render_opinion_sheets([sheet]))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_each_sheet_takes_one_page_of_a4(tmp_path: Path) -> None:
    long_title = statement(40).replace("个人", "领导班子成员个人" * 6)
    made = [sheet for text in (statement(1), statement(40), long_title) for sheet in sheets(text)]
    made += api.opinion_sheets(api.read(EXAMPLES / "faulty.docx"))
    made += [replace(made[0], entries=full) for full in crowded()]
    made.append(replace(made[0], file="04-problems-and-causes.md", unit="平川县" * 7))
    path = tmp_path / "意见单.docx"
    path.write_bytes(api.render_opinion_sheets(made, "督导组"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    told = subprocess.run(["pdfinfo", path.with_suffix(".pdf")], check=True, capture_output=True)
    assert re.search(rb"Pages:\s+(\d+)", told.stdout)[1] == str(len(made)).encode()  # type: ignore[index]
    assert b"A4" in told.stdout


def crowded() -> list[tuple[OpinionEntry, ...]]:
    """Sheets that are full to the last line, of short, of long and of Latin words."""
    return [
        tuple(
            OpinionEntry(group, f"第 {at} 段“{words[:9]}”：{words}", "为什么？" * 3)
            for at in range(40)
            for group in OpinionGroup
        )
        for words in ("缺一个日期。", "“句”、（子）：" * 14, "no date 2023/4/5 " * 9)
    ]
