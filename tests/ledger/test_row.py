"""A row has typed fields, and its cells follow from them by the table of columns."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date

import pytest
from ledgers import TEXT, ledger_of, shown

from duizhao.ledger import Row
from duizhao.ledger.column import COLUMNS, cell_text, cells_of
from duizhao.ledger.row import DeadlineKind, DisclosureScope, RowOrigin
from duizhao.ledger.workbook import render
from duizhao.process import RowState
from duizhao.text import Source, place_in_words
from duizhao.text.paragraph_place import ParagraphPlace

LEDGER = ledger_of(TEXT)
FIRST, THIRD = LEDGER.rows[0], LEDGER.rows[2]


def test_fields_of_a_row_are_typed() -> None:
    (measure,) = FIRST.measures
    assert (measure.owner, measure.leader, measure.mark) == ("周明远", "李建国", "笔记24篇")
    assert (measure.deadline, measure.due, measure.kinds) == (
        "2024年6月底前",
        date(2024, 6, 30),
        (),
    )
    assert (FIRST.due, FIRST.origin, FIRST.state) == (
        date(2024, 6, 30), RowOrigin.FOUND, RowState.NOT_STARTED,
    )  # fmt: skip
    assert THIRD.measures[0].kinds == (DeadlineKind.AT_ONCE,)
    assert (THIRD.due, THIRD.closed, THIRD.scope, THIRD.evidence) == (None, None, None, ())


def test_row_is_a_value() -> None:
    assert ledger_of(TEXT).rows == LEDGER.rows
    with pytest.raises(FrozenInstanceError):
        FIRST.acceptor = "王五"  # type: ignore[misc]


def test_one_id_leads_from_the_sentence_to_the_workbook() -> None:
    for row, line in zip(LEDGER.rows, shown(render(LEDGER)), strict=True):
        assert line["编号"] == row.id
        assert line["原句"] == row.sentence == row.span.of(TEXT).strip()


def test_cells_follow_from_the_fields() -> None:
    filled = replace(
        FIRST,
        state=RowState.CLOSED,
        closed=date(2024, 7, 1),
        evidence=("笔记复印件", "测试成绩"),
        scope=DisclosureScope.TEAM,
    )
    cells = cells_of(filled)
    assert (cells["status"], cells["closed"], cells["scope"]) == (
        "已销号",
        "2024-07-01",
        "班子内部",
    )
    assert cells["evidence"] == "1. 笔记复印件\n2. 测试成绩"
    assert cells["place"] == f"甲.txt {filled.place.label}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("本人", "本人"),
        (14, "14"),
        (date(2024, 6, 30), "2024-06-30"),
        (RowState.RUNNING, "整改中"),
        ((), ""),
        (("甲",), "甲"),
        (("甲", "甲"), "甲"),
        (("甲", "", "乙"), "1. 甲\n3. 乙"),
    ],
)
def test_value_has_one_text(value: object, text: str) -> None:
    assert cell_text(value) == text  # type: ignore[arg-type]


def test_column_shows_a_field_or_says_how_it_follows() -> None:
    names = {field.name for field in fields(Row)} | {"due"}
    assert all(column.derive or column.key in names for column in COLUMNS)


def test_place_is_counted_as_people_count() -> None:
    assert ParagraphPlace(14, 3).label == "第14段第3字"


def test_ledger_and_report_count_paragraphs_alike() -> None:
    source = Source("标题\n\n一、存在的问题\n一是学习不够。", format="docx")
    place = ParagraphPlace.from_offset(source, source.text.index("学习"))
    assert place == ParagraphPlace(4, 3)
    assert place_in_words(source, source.text.index("学习")) == "第 4 段"
