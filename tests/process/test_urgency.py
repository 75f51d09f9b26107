"""How near a deadline is: two steps, late, closed, undated."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.process import Colour, NearDays, RowState, Urgency, urgency_at

TODAY = date(2026, 3, 2)
ORDER = [Urgency.ON_TIME, Urgency.APPROACHING, Urgency.NEAR, Urgency.LATE]


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (-1, Urgency.LATE),
        (0, Urgency.NEAR),
        (10, Urgency.NEAR),
        (11, Urgency.APPROACHING),
        (20, Urgency.APPROACHING),
        (21, Urgency.ON_TIME),
    ],
)
def test_two_steps_before_the_deadline(left: int, expected: Urgency) -> None:
    assert urgency_at(RowState.RUNNING, TODAY + timedelta(days=left), TODAY) is expected


def test_steps_are_options() -> None:
    due = TODAY + timedelta(days=15)
    assert urgency_at(None, due, TODAY, NearDays(30, 15)) is Urgency.NEAR
    assert urgency_at(None, due, TODAY, NearDays(14, 14)) is Urgency.ON_TIME


def test_ended_and_undated_rows_are_not_late() -> None:
    assert urgency_at(RowState.CLOSED, date(2020, 1, 1), TODAY) is Urgency.CLOSED
    assert urgency_at(RowState.HANDED_OVER, date(2020, 1, 1), TODAY) is Urgency.HANDED_OVER
    assert urgency_at(RowState.RUNNING, None, TODAY) is Urgency.UNDATED


def test_colours_and_addressees() -> None:
    assert [each.colour for each in Urgency] == [
        Colour.RED, Colour.YELLOW, Colour.GREEN, Colour.GREEN, Colour.NONE, Colour.BLUE,
        Colour.NONE,
    ]  # fmt: skip
    assert [each.addressees for each in ORDER] == [
        (), ("责任人",), ("责任人", "责任领导"), ("责任单位", "单位主要负责人"),
    ]  # fmt: skip


@given(st.dates(), st.dates(), st.integers(0, 60), st.integers(0, 60))
def test_urgency_only_rises_with_time(due: date, today: date, one: int, other: int) -> None:
    steps = NearDays(max(one, other), min(one, other))
    if today < date.max:
        now = urgency_at(RowState.RUNNING, due, today, steps)
        then = urgency_at(RowState.RUNNING, due, today + timedelta(days=1), steps)
        assert ORDER.index(now) <= ORDER.index(then)
