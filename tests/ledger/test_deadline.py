"""Words about a deadline: a kind only where it is said, a day only where it is certain."""

from __future__ import annotations

import pytest
from case_tables import CASES, case_of

from duizhao.ledger.deadline import deadline_kinds, last_day

ROWS = case_of(CASES / "deadlines.md").at("原话")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["原话"])
def test_words_give_the_kind_and_the_day_that_are_certain(row: dict[str, str]) -> None:
    kinds = "、".join(kind.value for kind in deadline_kinds(row["原话"]))
    assert (kinds, str(last_day(row["原话"]) or "")) == (row["整改时限"], row["截止日期"])


def test_no_words_give_nothing() -> None:
    assert (deadline_kinds(""), last_day("")) == ((), None)
