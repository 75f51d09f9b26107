"""PDF files on the command line: checked with page and line, and sent to their Word file for what a PDF cannot hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call

pytest.importorskip("pypdfium2", reason="the extra `pdf` is not installed")

from tests.read.made_pdf import pdf, typed


@pytest.fixture
def statement(folder: Path) -> Path:
    path = folder / "材料.pdf"
    number = [(280.0, 50.0, f"— {at} —") for at in (1, 2)]
    first = [(200.0, 760.0, "个人对照检查材料"), *typed("一、存在的问题"), number[0]]
    path.write_bytes(pdf(first, [*typed("推进xx工作不力，服务于部职工不够。"), number[1]]))
    return path


def test_finding_is_shown_with_page_and_line(call: Call, statement: Path) -> None:
    ran = call("check", statement.name, "--select", "DZ301,DZ601")
    assert ran.code == 1
    assert "材料.pdf 第 2 页第 1 行 必改 DZ301 空白未填" in ran.out


def test_fixing_and_reviewing_name_the_word_file(call: Call, statement: Path) -> None:
    before = statement.read_bytes()
    fixed, reviewed = call("check", statement.name, "--fix"), call("review", statement.name)
    assert (fixed.code, reviewed.code) == (2, 2)
    assert "PDF 改不了；原来的 Word 文件请用 duizhao review --fix" in fixed.err
    assert "PDF 里放不了批注，审阅请用原来的 Word 文件" in reviewed.err
    assert statement.read_bytes() == before
    assert [each.name for each in statement.parent.glob("材料*")] == [statement.name]


def test_typeset_copy_has_the_same_text(call: Call, statement: Path) -> None:
    ran = call("typeset", statement.name, "-o", "排版.docx")
    assert ran.code == 0
    assert "材料.pdf：文字一字未改" in ran.err


def test_print_beside_its_word_file_is_not_read_and_named(call: Call, statement: Path) -> None:
    texts = statement.parent / "材料"
    texts.mkdir()
    statement.rename(texts / "甲.pdf")
    (texts / "甲.txt").write_text("会议通知\n定于周三上午九时开会。\n", encoding="utf-8")
    ran = call("check", "材料")
    assert "没有查 材料/甲.pdf：旁边有同名的原件，用的是原件" in ran.out
    assert "查了 1 份、没有查 1 份（PDF 1 份）\n" in ran.out


@pytest.mark.parametrize("form", ["html", "json", "xlsx"])
def test_page_and_line_stand_in_every_form(call: Call, statement: Path, form: str) -> None:
    call("check", statement.name, "--select", "DZ301,DZ601", "-o", f"结果.{form}")
    result = statement.with_name(f"结果.{form}")
    if form == "xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        sheets = openpyxl.load_workbook(result).worksheets
        cells = {str(cell) for sheet in sheets for row in sheet.values for cell in row}
        assert any("第 2 页第 1 行" in cell for cell in cells)
    else:
        assert "第 2 页第 1 行" in result.read_text(encoding="utf-8")
