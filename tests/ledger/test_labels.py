"""What stands after a label goes to its field, and is not said twice."""

from __future__ import annotations

import pytest
from case_tables import CASES, case_of

from duizhao.ledger.labels import clause_around, self_reference, split_labels
from duizhao.text import Span

ROWS = case_of(CASES / "labels.md").at("原话")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["原话"])
def test_words_give_the_fields_and_the_rest_of_the_case(row: dict[str, str]) -> None:
    fields, rest = split_labels(row["原话"])
    assert "、".join(f"{key}={value}" for key, value in sorted(fields.items())) == row["各列"]
    assert rest == row["余下"]


@pytest.mark.parametrize(
    ("word", "clause"),
    [("每周", "每周自学2小时"), ("我", "由我牵头"), ("3月", "3月底前补齐")],
)
def test_clause_reaches_to_the_nearest_punctuation(word: str, clause: str) -> None:
    text = "二是每周自学2小时，由我牵头；3月底前补齐。"
    start = text.index(word)
    within = Span(2, len(text))
    assert clause_around(text, within, Span(start, start + len(word))) == clause


def test_only_the_writer_is_read_from_a_clause() -> None:
    assert (self_reference("由本人负责"), self_reference("我牵头"), self_reference("办公室办")) == (
        "本人", "我", "",
    )  # fmt: skip
