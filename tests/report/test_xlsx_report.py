"""The clerk's workbook."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from made_reports import (
    BLANK,
    TEXT,
    VAGUE,
    checked,
    finding,
    hostile,
    made_rule,
    report,
    sample,
)
from openpyxl import Workbook, load_workbook

from duizhao.lint import Severity
from duizhao.report import Report, RunSummary
from duizhao.report.xlsx import render

ONE = report(sample("甲.txt"), sample("乙.txt"), failures=(("坏.docx", "文件已加密"),))


def book(of: Report = ONE) -> Workbook:
    return load_workbook(BytesIO(render(of)))


def rows(sheet: str, of: Report = ONE) -> list[dict[str, object]]:
    head, *rest = book(of)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def test_summary_has_one_row_a_statement_and_one_a_broken_file() -> None:
    first, second, broken = rows("汇总")
    assert first["文件"] == "甲.txt"
    assert second["文件"] == "乙.txt"
    assert first["标题"] == "某县水务局党组书记个人对照检查材料"
    assert [first[each] for each in ("必改", "应改", "供参考")] == [3, 2, 1]
    assert [first[each] for each in ("结构", "残留", "具体", "文字")] == [1, 3, 1, 1]
    assert str(first["先看这一条"]).startswith("必改：第 2 行“xx”等 3 处：空白未填。")
    assert (broken["文件"], broken["标题"], broken["先看这一条"]) == (
        "坏.docx",
        "读不了",
        "文件已加密",
    )


def test_findings_have_one_row_each_with_the_exact_characters() -> None:
    listed = rows("问题清单")
    assert len(listed) == 10
    slip = next(row for row in listed if row["规则"] == "DZ601")
    assert (slip["段或行"], slip["字"], slip["原文"]) == (5, 31, "于部职工")
    assert (slip["级别"], slip["类别"], slip["可改为"]) == ("应改", "文字", "于→干")
    assert slip["前后文"] == f"{TEXT.splitlines()[4][10:30]}⟦于部职工⟧的意见听得少。"


def test_repeats_have_one_row_with_their_places() -> None:
    text = "一、问题\n" + "".join(f"第{n}处写着××没有填。\n" for n in range(4))
    found = [finding(text, BLANK, "××", "空着。", nth=n) for n in range(4)]
    (row,) = rows("问题清单", report(checked(text, *found)))
    assert (row["段或行"], row["处数"], row["其余位置"]) == (2, 4, "第 3 行、第 4 行、第 5 行")


def test_layout_of_a_file_is_one_row_with_its_parts_in_a_column_of_their_own() -> None:
    paper = made_rule("DZ701", "wrong_paper", "纸张不是 A4", "layout", Severity.ERROR, "GB/T 9704")
    bold = made_rule("DZ711", "bold_text", "标题加粗", "layout", Severity.HINT, "GB/T 9704")
    given = checked(
        TEXT,
        finding(TEXT, bold, "存在的问题", "标题是粗体。"),
        finding(TEXT, paper, "某县", "纸张是 Letter。"),
        finding(TEXT, VAGUE, "二是抓落实不够。", "没有例子。"),
        name="甲.docx",
    )
    made = Report((given,), RunSummary(rules=(VAGUE, paper, bold)))
    layout, vague = rows("问题清单", made)
    assert (layout["名称"], layout["级别"], layout["处数"]) == ("版式", "必改", 2)
    assert str(layout["问题"]).endswith("一次排好：duizhao typeset 甲.docx")
    assert layout["版式各项"] == (
        "DZ701 纸张不是 A4（必改，第 1 行）：纸张是 Letter。\nDZ711 标题加粗（供参考，第 3 行）：标题是粗体。"
    )
    assert vague["版式各项"] is None
    (first,) = rows("汇总", made)
    assert str(first["先看这一条"]).startswith("供参考：第 6 行“二是抓落实不够。”：问题没有举例。")
    assert [first[each] for each in ("必改", "应改", "供参考", "版式")] == [0, 0, 1, 2]


def test_sheets_are_frozen_filtered_and_set_for_a4_across() -> None:
    for sheet, keep in (("汇总", "B2"), ("问题清单", "A2")):
        made = book()[sheet]
        assert made.freeze_panes == keep
        assert made.auto_filter.ref == made.dimensions
        assert (made.page_setup.orientation, int(made.page_setup.paperSize)) == ("landscape", 9)
        assert made.sheet_properties.pageSetUpPr.fitToPage
        assert made.print_title_rows == "$1:$1"
        assert made["A2"].alignment.wrap_text


def test_nothing_is_a_formula_and_the_characters_stay() -> None:
    made = book(hostile())
    cells = [cell for sheet in made for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    risky = [c for c in cells if isinstance(c.value, str) and c.value[:1] in tuple("=+-@\t")]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    assert any(cell.value == "=cmd|' /C calc'!A0" for cell in risky)


# Comma-separated, quoted, UTF-8, every sheet a file of its own.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.mark.libreoffice
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    book_path = tmp_path / "结果.xlsx"
    book_path.write_bytes(render(ONE))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", ALL_SHEETS]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(book_path)],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    sheets = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.csv")}
    if not sheets and "could not be loaded" in done.stderr + done.stdout:
        pytest.skip("LibreOffice Calc is not installed")
    assert "于部职工" in sheets["结果-问题清单.csv"]
    assert "坏.docx" in sheets["结果-汇总.csv"]
