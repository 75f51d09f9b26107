"""Words about a deadline: a kind only where it is said, a day only where it is certain."""

from __future__ import annotations

import pytest
from case_tables import CASES, case_of

from duizhao.ledger.deadline import kind, last_day

ROWS = case_of(CASES / "deadlines.md").at("原话")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["原话"])
def test_words_give_the_kind_and_the_day_that_are_certain(row: dict[str, str]) -> None:
    assert (kind(row["原话"]), last_day(row["原话"])) == (row["整改时限"], row["截止日期"])


def test_no_words_give_nothing() -> None:
    assert (kind(""), last_day("")) == ("", "")
