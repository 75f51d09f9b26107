"""Workbooks of the first version: an update gives them the later columns, and else what it always gave, part by part.

`written` is as duizhao wrote it; `filled` was filled in with openpyxl (a title above the head, states, a row, a note, a
sheet and a chart of people's own); `filled-libreoffice` is that saved again by LibreOffice. Each has the ledger of
`TEXT`, and beside it stands what the update to `NOW` and `OTHER` gave.
"""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from ledgers import OTHER, TEXT, ledger_of, opened, saved

from duizhao.ledger.column import COLUMNS
from duizhao.ledger.options import PRINTED_HEADS
from duizhao.ledger.print_sheet import HEAD_ROW, HEADS_NAME, PRINT_SHEET, PRINT_SIZE
from duizhao.ledger.update import update_workbook

BOOKS = Path(__file__).with_name("books")
NAMES = ("written", "filled", "filled-libreoffice")
TODAY = date(2024, 6, 20)
NOW = (
    TEXT.replace("只写了5篇", "只写了6篇")
    .replace("笔记24篇", "笔记30篇")
    .replace("二、原因剖析", "三是公务接待把关松。\n二、原因剖析")
)
MEMORY = "基线（勿改）"
MARK = {"docProps/custom.xml", "_rels/.rels", "[Content_Types].xml"}


def update(name: str) -> bytes:
    data = (BOOKS / f"{name}.xlsx").read_bytes()
    ledger = ledger_of(NOW, OTHER)
    return update_workbook(data, "台账.xlsx", ledger, is_whole=True, today=TODAY).data


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook, without our mark and the tables that list it: the first version had none."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = set(package.namelist()) - MARK
        return {name: package.read(name) for name in names}


def memory(data: bytes, heads: list[object]) -> list[list[object]]:
    """The cells of the hidden sheet under these heads: a later version may remember more columns."""
    head, *rows = opened(data)[MEMORY].iter_rows(values_only=True)
    places = [head.index(each) for each in heads]
    return [[row[place] for place in places] for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_update_of_a_workbook_written_before_gives_the_same_parts(name: str) -> None:
    expected = (BOOKS / f"{name}-updated.xlsx").read_bytes()
    old, new = parts(expected), parts(update(name))
    sheet = f"xl/worksheets/sheet{opened(expected).sheetnames.index(MEMORY) + 1}.xml"
    assert old.keys() == new.keys()
    assert [part for part in old if part != sheet and old[part] != new[part]] == []


@pytest.mark.parametrize("name", NAMES)
def test_update_of_a_workbook_written_before_remembers_the_same(name: str) -> None:
    expected = (BOOKS / f"{name}-updated.xlsx").read_bytes()
    heads = [cell.value for cell in opened(expected)[MEMORY][1]]
    assert memory(update(name), heads) == memory(expected, heads)


@pytest.mark.parametrize("name", NAMES)
def test_workbook_written_before_gains_columns_and_is_marked_nowhere(name: str) -> None:
    data = (BOOKS / f"{name}.xlsx").read_bytes()
    done = update_workbook(data, "台账.xlsx", ledger_of(TEXT), is_whole=True, today=TODAY)
    old, new = opened(data).worksheets[0], opened(done.data).worksheets[0]
    before = [[cell.value for cell in row] for row in old.iter_rows()]
    after = [[cell.value for cell in row] for row in new.iter_rows()]
    assert [row[: old.max_column] for row in after] == before
    heads = [row[old.max_column :] for row in after if "序号" in row]
    assert heads == [[column.head for column in COLUMNS if column.is_later]]
    again = update_workbook(done.data, "台账.xlsx", ledger_of(TEXT), is_whole=True, today=TODAY)
    assert (again.is_changed, again.data) == (False, done.data)


@pytest.mark.parametrize("name", NAMES)
def test_workbook_written_before_gains_a_printed_sheet_once(name: str) -> None:
    data = update(name)
    book = opened(data)
    sheet = book[PRINT_SHEET]
    assert [cell.value for cell in sheet[HEAD_ROW]] == list(PRINTED_HEADS)
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert {cell.font.size for cell in sheet[HEAD_ROW + 1]} == {PRINT_SIZE}
    assert sheet.max_row > HEAD_ROW + 5
    del book[PRINT_SHEET]
    del book.defined_names[HEADS_NAME]
    changed = NOW.replace("只写了6篇", "只写了7篇")
    again = update_workbook(saved(book), "台账.xlsx", ledger_of(changed, OTHER), is_whole=True)
    assert PRINT_SHEET not in opened(again.data).sheetnames


@pytest.mark.parametrize("name", NAMES)
def test_day_put_off_to_is_coloured_as_the_deadline_is(name: str) -> None:
    sheet = opened(update(name)).worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "延期至" for cell in row))
    due, put_off = (
        next(cell.column_letter for cell in head if cell.value == title)
        for title in ("截止日期", "延期至")
    )
    formulas = {
        letter: [
            rule.formula[0]
            for area, rules in sheet.conditional_formatting._cf_rules.items()
            if re.match(rf"{letter}\d", str(area.sqref))
            for rule in rules
            if "TRIM" not in rule.formula[0] or "已销号" in rule.formula[0]
        ]
        for letter in (due, put_off)
    }
    assert len(formulas[put_off]) == len(formulas[due]) == 4
    for letter, rules in formulas.items():
        assert all(re.match(rf'AND\(\${letter}\d+<>"",', rule) for rule in rules)
        assert all(f"IF(${put_off}" in rule for rule in rules)
