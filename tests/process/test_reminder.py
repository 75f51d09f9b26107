"""When a row is recalled to somebody: two steps before its deadline, then every week; and to whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.process import Addressee, NearDays, RowState, Urgency, due_reminder

DUE = date(2026, 12, 31)
OWNER, ACCEPTOR, CLERK, LEADER, HEAD = (
    Addressee.OWNER,
    Addressee.ACCEPTOR,
    Addressee.CLERK,
    Addressee.LEADER,
    Addressee.HEAD,
)


@pytest.mark.parametrize(
    ("left", "urgency", "whom"),
    [
        (20, Urgency.APPROACHING, (OWNER,)),
        (11, Urgency.APPROACHING, (OWNER,)),
        (10, Urgency.NEAR, (OWNER, CLERK, LEADER)),
        (0, Urgency.NEAR, (OWNER, CLERK, LEADER)),
        (-1, Urgency.LATE, (OWNER, CLERK, LEADER, HEAD)),
    ],
)
def test_nearer_deadline_reaches_more_people(
    left: int, urgency: Urgency, whom: tuple[Addressee, ...]
) -> None:
    found = due_reminder(RowState.RUNNING, DUE, DUE - timedelta(days=left))
    assert found is not None
    assert (found.urgency, found.addressees) == (urgency, whom)


@pytest.mark.parametrize("state", [RowState.CLOSED, RowState.HANDED_OVER])
def test_row_that_has_ended_reminds_nobody(state: RowState) -> None:
    assert due_reminder(state, DUE, DUE + timedelta(days=3)) is None


def test_row_without_a_deadline_or_far_from_it_reminds_nobody() -> None:
    assert due_reminder(RowState.RUNNING, None, DUE) is None
    assert due_reminder(RowState.RUNNING, DUE, DUE - timedelta(days=21)) is None


def test_acceptor_is_reminded_of_what_waits_for_acceptance() -> None:
    found = due_reminder(RowState.WAITING, DUE, DUE)
    assert found is not None
    assert found.addressees == (ACCEPTOR, CLERK, LEADER)


def test_late_row_comes_again_every_week_and_not_between() -> None:
    days = [DUE + timedelta(days=each) for each in range(1, 22)]
    keys = [found.key for day in days if (found := due_reminder(RowState.RUNNING, DUE, day))]
    assert len(keys) == 21
    assert [keys.count(each) for each in dict.fromkeys(keys)] == [7, 7, 7]


def test_postponed_row_is_another_reminder() -> None:
    later = DUE + timedelta(days=30)
    before = due_reminder(RowState.RUNNING, DUE, DUE)
    after = due_reminder(RowState.POSTPONED, later, later)
    assert before
    assert after
    assert before.key != after.key


@given(
    left=st.integers(-400, 60),
    near=st.integers(0, 30),
    more=st.integers(0, 30),
    every=st.integers(1, 60),
)
def test_same_step_has_one_key_and_steps_have_different_ones(
    left: int, near: int, more: int, every: int
) -> None:
    days = NearDays(near + more, near)
    today, tomorrow = DUE - timedelta(days=left), DUE - timedelta(days=left - 1)
    one = due_reminder(None, DUE, today, days, every)
    other = due_reminder(None, DUE, tomorrow, days, every)
    assert other is not None or one is None
    if one and other and one.key == other.key:
        assert one.urgency is other.urgency
    if one and other and one.urgency is not other.urgency:
        assert one.key != other.key
