"""A page of each case: what a statement gives for a ledger, and what an update makes of what people filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from case_tables import CASES, Case, cases, columns
from ledgers import at, counts, grids, ledger_of, opened, saved, shown

from duizhao.ledger import Ledger
from duizhao.ledger.address import TABLE_SHEET
from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMNS, CellForm
from duizhao.ledger.loose_causes import LOOSE_SHEET
from duizhao.ledger.update import update_workbook
from duizhao.ledger.workbook import render

TODAY = date(2024, 6, 20)


def ledger(case: Case, kind: str) -> Ledger:
    texts = case.texts[kind]
    return ledger_of(*texts.values(), names=tuple(texts))


def by_head(made: Ledger) -> list[dict[str, object]]:
    return [{column.head: column.cell(row) for column in COLUMNS} for row in made.rows]


@pytest.mark.parametrize("case", cases("extract"))
def test_text_gives_the_rows_its_case_states(case: Case) -> None:
    made = ledger(case, "text")
    expected = case.without("位置")
    assert columns(by_head(made), expected) == expected
    assert len(made.rows) == len(expected)
    loose = [{"位置": each.place.label, "原因": each.text} for _, each in made.loose]
    assert loose == case.at("位置", "原因")


def filled(case: Case, sheet: str = TABLE_SHEET) -> bytes:
    """The workbook of the case's first texts with what people filled in on a sheet."""
    book = opened(render(ledger(case, "text"), TODAY))
    for edit in case.at("填写"):
        cell = book[sheet][at(book[sheet], edit["列"], int(edit["行"]))]
        column = COLUMN_BY_HEAD.get(edit["列"])
        is_day = column and column.form is CellForm.DATE
        cell.value = date.fromisoformat(edit["填写"]) if is_day else edit["填写"]
    for edit in reversed(case.at("删去的行")):
        book[sheet].delete_rows(int(edit["删去的行"]) + 1)
    return saved(book)


@pytest.mark.parametrize("case", cases("update"))
def test_update_gives_the_rows_its_case_states(case: Case) -> None:
    first = ledger(case, "text")
    done = update_workbook(
        filled(case), "台账.xlsx", ledger(case, "now"), is_whole=True, today=TODAY
    )
    numbers = {row.id: str(number) for number, row in enumerate(first.rows, 1)}
    rows = [{**row, "行": numbers.get(str(row["编号"]), "新")} for row in shown(done.data)]
    expected = case.at("行", "变动")
    assert columns(rows, expected) == expected
    conflicts = case.at("台账现填")
    listed = [{**row, "行": numbers[str(row["编号"])]} for row in shown(done.data, "更新冲突")]
    assert columns(listed, conflicts) == conflicts
    assert len(listed) == len(conflicts)
    assert not update_workbook(
        done.data, "台账.xlsx", ledger(case, "now"), is_whole=True, today=TODAY
    ).is_changed


@pytest.mark.parametrize("case", cases("loose"))
def test_update_gives_the_causes_its_case_states(case: Case) -> None:
    now = ledger(case, "now")
    data = filled(case, LOOSE_SHEET)
    done = update_workbook(data, "台账.xlsx", now, is_whole=True, today=TODAY)
    expected = case.at("位置", "变动")
    assert columns(shown(done.data, LOOSE_SHEET), expected) == expected
    again = update_workbook(done.data, "台账.xlsx", now, is_whole=True, today=TODAY)
    assert not again.is_changed


@pytest.mark.parametrize("case", cases("summary"))
def test_summary_counts_what_its_case_states(case: Case) -> None:
    if "now" in case.texts:
        done = update_workbook(
            filled(case), "台账.xlsx", ledger(case, "now"), is_whole=True, today=TODAY
        )
        data = done.data
    else:
        data = render(ledger(case, "text"), TODAY)
    for row in case.at("统计"):
        assert str(counts(data)[row["统计"]]) == row["行数"], row["统计"]
    for head in ("对照方面", "材料"):
        if expected := case.at(head, "全部"):
            made = grids(data)[head]
            rows = [
                {head: name, **dict(zip(("全部", "已销号", "逾期"), map(str, each), strict=True))}
                for name, each in made.items()
            ]
            assert rows == expected


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.md")), ids=lambda path: path.stem)
def test_case_has_a_title_and_a_sentence(path: Path) -> None:
    title, blank, sentence, *_ = path.read_text(encoding="utf-8").split("\n")
    assert title.startswith("# ")
    assert (blank, bool(sentence)) == ("", True)
