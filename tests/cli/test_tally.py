"""A run over several files ends with one tally, and names what was not read with the reason, in every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import FAULTY, GOOD_ENOUGH, Call
from tests.read import made

from duizhao.read import libreoffice
from duizhao.text.width import columns

UNREAD = (
    "照片/会场.JPG",
    "照片/签到.png",
    "附件.zip",
    "名单.xlsx",
    "发言.pptx",
    "无后缀",
    "通知.ofd",
    "旧稿.v2",
)
SILENT = (
    "~$甲.docx", "Thumbs.db", "desktop.ini", ".DS_Store", "甲.docx.bak", "乙.txt.bak3",
    "__MACOSX/甲.txt", "~WRL0001.tmp",
)  # fmt: skip


@pytest.fixture
def texts(folder: Path) -> Path:
    texts = folder / "材料"
    for name in (*UNREAD, *SILENT):
        (texts / name).parent.mkdir(parents=True, exist_ok=True)
        (texts / name).write_bytes(b"x")
    (texts / "甲.txt").write_text(FAULTY, encoding="utf-8")
    (texts / "乙.txt").write_text(FAULTY.replace("工作", "事务"), encoding="utf-8")
    (texts / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    return texts


COMMANDS = {
    "check 材料 -o 汇总.xlsx": ("查了 2 份、读不了 1 份、", "查"),
    "check 材料 -o 报告.html": ("查了 2 份、读不了 1 份、", "查"),
    "review 材料 -o 审阅": ("审了 2 份、没有审成 1 份、", "审"),
    "typeset 材料 -o 排好": ("排了 2 份、没有排成 1 份、", "排"),
    "ledger 材料 -o 台账.xlsx": ("读了 2 份、读不了 1 份、", "读"),
    "opinion 材料 -o 意见单": ("读了 2 份、读不了 1 份、", "读"),
    "screen add 材料 --index 查重": ("读了 2 份、读不了 1 份、", "读"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_last_line_counts_what_was_done_and_what_was_not(
    call: Call, texts: Path, command: str
) -> None:
    done, verb = COMMANDS[command]
    ran = call(*command.split())
    assert ran.code == 2
    *_, last = ran.err.splitlines()
    counts, left = last.split("没有" + verb + " 8 份")
    assert counts == done
    assert "图片 2 份" in left
    assert f"没有{verb} 材料/附件.zip：这是压缩包；请先解压" in ran.err
    assert (
        f"没有{verb} 2 份：这是图片，里面的字读不出来；请用原来的 Word 文件（会场.JPG、签到.png）"
        in ran.err
    )
    assert not [
        name for name in SILENT if f"{name}：" in ran.err or f"（{Path(name).name}" in ran.err
    ]
    assert ran.err.count("坏.docx") == 1


def test_details_name_each_file(call: Call, texts: Path) -> None:
    ran = call("ledger", "材料", "-o", "台账.xlsx", "-v")
    assert "没有读 材料/照片/会场.JPG：这是图片" in ran.err
    assert "没有读 材料/照片/签到.png：这是图片" in ran.err


def test_terminal_shows_a_line_for_each_file_and_the_tally(call: Call, texts: Path) -> None:
    ran = call("check", "材料", "--color", "never")
    first, second, *_, tally, total = ran.out.splitlines()
    assert first.startswith("材料/乙.txt   必改 ")
    assert second.startswith("材料/甲.txt   必改 ")
    assert "  第 3 行“xx”：空白未填" in first
    assert columns(first) <= 100
    assert tally.startswith("查了 2 份、读不了 1 份、没有查 8 份（")
    assert total.startswith("共 ")
    assert " │ " not in ran.out


def test_details_are_shown_when_asked_for_and_for_one_file(call: Call, texts: Path) -> None:
    assert " │ " in call("check", "材料", "-v").out
    alone = call("check", "材料/甲.txt")
    assert " │ " in alone.out
    assert "查了" not in alone.out + alone.err
    call("check", "材料", "-o", "报告.txt")
    assert " │ " in Path("报告.txt").read_text(encoding="utf-8")


def test_long_name_keeps_its_end(call: Call, texts: Path) -> None:
    deep = texts / "某某县发展和改革局党组领导班子" / "二〇二四年度民主生活会对照检查材料"
    deep.mkdir(parents=True)
    (deep / "张三.txt").write_text(GOOD_ENOUGH, encoding="utf-8")
    lines = call("check", "材料").out.splitlines()
    (line,) = [each for each in lines if "/张三.txt" in each]
    assert line.startswith("…")
    assert columns(line) <= 100


def test_json_lists_what_was_passed_over(call: Call, texts: Path) -> None:
    report = json.loads(call("check", "材料", "-f", "json").out)
    zipped = {"name": "材料/附件.zip", "kind": "压缩包", "reason": "这是压缩包", "cure": "请先解压"}
    assert {**zipped, "ours": False} in report["passedOver"]
    assert report["summary"]["passedOver"] == len(report["passedOver"]) == 8


def test_page_and_workbook_have_a_row_for_each(call: Call, texts: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    call("check", "材料", "-o", "汇总.xlsx")
    call("check", "材料", "-o", "报告.html")
    page = Path("报告.html").read_text(encoding="utf-8")
    assert "<td>材料/附件.zip</td><td>没有查</td><td>这是压缩包</td><td>请先解压</td>" in page
    assert "<td>材料/坏.docx</td><td>读不了</td>" in page
    rows = [
        [cell for cell in row if cell]
        for row in openpyxl.load_workbook("汇总.xlsx")["汇总"].iter_rows(values_only=True)
    ]
    assert ["材料/附件.zip", "没有查", "这是压缩包；请先解压"] in rows
    assert [row[1] for row in rows].count("没有查") == 8


def test_word_file_beside_its_print_is_the_one_that_is_reviewed(call: Call, folder: Path) -> None:
    (folder / "甲.txt").write_text(FAULTY, encoding="utf-8")
    (folder / "甲.pdf").write_bytes(b"%PDF-1.7")
    (folder / "乙.pdf").write_bytes(b"%PDF-1.7")
    ran = call("review", ".", "-o", "审阅")
    assert ran.code == 0
    assert "没有审 甲.pdf：旁边有同名的原件，用的是原件" in ran.err
    assert "没有审 乙.pdf：PDF 里放不了批注；请审原来的 Word 文件" in ran.err
    assert ran.err.endswith("审了 1 份、没有审 2 份（PDF 2 份）\n")


def test_files_of_a_baseline_are_counted_and_never_called_clean(call: Call, texts: Path) -> None:
    call("check", "材料", "--write-baseline", "基线.json")
    known = ["check", "材料", "--baseline", "基线.json"]
    said = call(*known).out
    assert "没有新的问题；另有 " in said
    assert "处已在基线里，未列" in said.splitlines()[-1]
    assert "没有发现问题" not in said
    report = json.loads(call(*known, "-f", "json").out)
    assert report["summary"]["findings"] == 0
    assert f"；另有 {report['summary']['known']} 处已在基线里，未列" in said
    assert "处已在基线里，未列" in call(*known, "-f", "html").out


def test_typesetting_tells_of_each_file_in_one_line(call: Call, folder: Path) -> None:
    texts = folder / "材料"
    texts.mkdir()
    for name in "甲乙":
        (texts / f"{name}.txt").write_text(FAULTY, encoding="utf-8")
    first, second, tally = call("typeset", "材料", "-o", "排好").err.splitlines()
    assert first.startswith("排好/乙.docx：文字一字未改；还有 1 处空白，先查再印")
    assert second.startswith("排好/甲.docx：")
    assert tally == "排了 2 份"
    assert "校验码" in call("typeset", "材料", "-o", "排好", "-v").err


@pytest.mark.parametrize(
    "command",
    ["check 材料", "review 材料 -o 审阅", "typeset 材料 -o 排好", "ledger 材料 -o 台账.xlsx"],
)
def test_missing_program_is_told_once_and_not_for_each_file(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)
    (folder / "材料").mkdir()
    (folder / "材料/丙.txt").write_text(FAULTY, encoding="utf-8")
    for number in range(30):
        (folder / f"材料/{number}.rtf").write_text(r"{\rtf1 x}", encoding="ascii")
    ran = call(*command.split())
    assert ran.code == 2
    assert (ran.err + ran.out).count("需要 LibreOffice") == 1
    assert " 30 份：读取旧格式文件需要 LibreOffice" in ran.err + ran.out


def test_written_back_files_have_a_line_each(call: Call, folder: Path) -> None:
    for name in "甲乙":
        (folder / f"{name}.docx").write_bytes(made.docx(made.p("个人对照检查材料")))
    first, second, *rest = call("review", "甲.docx", "乙.docx", "--in-place").err.splitlines()
    assert first.startswith("甲.docx：批注 ")
    assert first.endswith("；原来的文件留作 甲.docx.bak")
    assert second.startswith("乙.docx：批注 ")
    assert rest[-1] == "审了 2 份"
