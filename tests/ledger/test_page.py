"""The page for users names every sheet, column, mark and choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.ledger import loose_causes
from duizhao.ledger.column import COLUMNS, LedgerColumn
from duizhao.ledger.plan import ConflictChoice, UpdateMark
from duizhao.ledger.workbook import SHEETS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_has_its_line(sheet: str) -> None:
    assert f"\n| {sheet} | " in PAGE


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_every_column_has_its_line(column: LedgerColumn) -> None:
    assert f"\n| {column.head} | {column.filled_by} | " in PAGE


@pytest.mark.parametrize("mark", UpdateMark)
def test_every_mark_has_its_line(mark: UpdateMark) -> None:
    assert f"\n| {mark.value}" in PAGE


def test_choices_of_a_conflict_are_named() -> None:
    assert all(f"“{choice.value}”" in PAGE for choice in ConflictChoice)
    assert loose_causes.LOOSE_SHEET in PAGE
