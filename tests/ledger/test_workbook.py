"""The workbook as people find it."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from pathlib import Path

import pytest
from ledgers import LAST, TEXT, converted, ledger_of, letter, opened, shown

from duizhao.ledger.column import COLUMNS
from duizhao.ledger.workbook import render

LEDGER = ledger_of(TEXT, TEXT)
TODAY = date(2024, 6, 20)
BOOK = render(LEDGER, TODAY)


def summary(data: bytes = BOOK) -> dict[str, object]:
    sheet = opened(data, values=True)["汇总"]
    pairs = [(row[0].value, row[1].value) for row in sheet.iter_rows(max_col=2)]
    pairs += [(row[3].value, row[4].value) for row in sheet.iter_rows(min_col=1, max_col=5)]
    return {str(name): value for name, value in pairs if name}


def test_sheet_has_the_columns_in_order_and_a_row_for_each() -> None:
    rows = shown(BOOK)
    assert list(rows[0]) == [column.head for column in COLUMNS]
    assert [row["编号"] for row in rows] == [row.id for row in LEDGER.rows]
    assert rows[0]["截止日期"] == datetime(2024, 6, 30)
    assert rows[0]["整改目标"] is None


def test_sheet_is_frozen_filtered_and_set_for_a4_across() -> None:
    sheet = opened(BOOK)["整改台账"]
    assert sheet.freeze_panes == f"{letter('对照方面')}2"
    assert sheet.auto_filter.ref == f"A1:{LAST}11"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((None, 0), (1, 0))
    assert sheet.print_title_rows == "$1:$1"
    assert "&P" in sheet.oddFooter.center.text
    assert sheet[f"{letter('查摆出的问题')}2"].alignment.wrap_text


def test_reader_opens_the_ledger_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sheet = opened(BOOK)["整改台账"]
    assert sheet.print_area == f"'整改台账'!$A$1:${letter('备注')}$1048576"


def test_choices_are_offered() -> None:
    sheet = opened(BOOK)["整改台账"]
    offered = {
        str(each.sqref).partition(":")[0]: each.formula1
        for each in sheet.data_validations.dataValidation
    }
    for column in COLUMNS:
        if column.choices:
            assert offered[f"{letter(column.head)}2"] == f'"{",".join(column.choices)}"'
    assert offered[f"{letter('状态')}2"].startswith('"未启动,整改中,')


def test_counts_are_formulas_with_their_values() -> None:
    counts = summary()
    assert counts["全部行"] == 10
    assert counts["其中：没有对应到问题的措施"] == 2
    assert (counts["逾期"], counts["临近"], counts["没有截止日期"]) == (0, 4, 6)
    assert counts["没有具体表现"] == 8
    assert (counts["甲.txt"], counts["理论学习"]) == (5, 4)
    formulas = opened(BOOK)["汇总"]
    assert str(formulas["B6"].value).startswith("=COUNTA(")
    assert len(formulas._charts) == 2


def test_deadline_of_a_row_that_was_handed_over_has_no_colour() -> None:
    sheet = opened(BOOK).worksheets[0]
    rules = [
        rule.formula[0]
        for rules in sheet.conditional_formatting._cf_rules.values()
        for rule in rules
        if "TODAY()" in rule.formula[0]
    ]
    assert rules
    assert all('="移交")' in rule for rule in rules)


def test_loose_cause_is_listed() -> None:
    assert [row["位置"] for row in shown(BOOK, "未对应的原因")] == ["第12段第1字"] * 2


def test_same_ledger_gives_the_same_bytes() -> None:
    assert render(LEDGER, TODAY) == BOOK


RISKY = ("=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1")


@pytest.mark.parametrize("start", RISKY)
def test_nothing_is_a_formula_and_the_characters_stay(start: str) -> None:
    claim = f"{start.strip()}学用结合不够。"
    data = render(ledger_of(TEXT.replace("学用结合不够。", claim)))
    sheet = opened(data)["整改台账"]
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n", "d"}
    risky = [
        cell
        for row in sheet
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@"))
    ]
    assert any(str(cell.value).startswith(claim) for cell in risky)
    assert all(cell.quotePrefix for cell in risky)


@pytest.mark.libreoffice
def test_libreoffice_counts_as_we_do(tmp_path: Path) -> None:
    # Saved again by a program that calculates: what it counts is what we wrote, but for what depends on the day.
    saved = converted(tmp_path, render(LEDGER), "xlsx").read_bytes()
    assert summary(saved) | {"随台账自动统计；今天": 0} == summary(render(LEDGER)) | {
        "随台账自动统计；今天": 0
    }
