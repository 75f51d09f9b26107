"""The calendar of a meeting: dated steps, in order, each with state and reason."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.process import (
    DateWindow,
    Notice,
    Override,
    StepState,
    meeting_calendar,
    meeting_kinds,
    under_notice,
)
from duizhao.status import Status

MEETING = date(2026, 1, 20)
KINDS = meeting_kinds()
YEARLY = KINDS["democratic-life"]
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def step(id: str, today: date, done: date | None = None):  # type: ignore[no-untyped-def]
    given_days = {id: done} if done else {}
    steps = meeting_calendar(YEARLY.requirements, MEETING, today, given_days)
    return next(each for each in steps if each.requirement.id == id)


@pytest.mark.parametrize(
    ("id", "today", "done", "state", "reason"),
    [
        ("advance-report", (2026, 1, 4), None, StepState.COMING, "2026年1月5日起办。"),
        ("advance-report", (2026, 1, 5), None, StepState.DUE, "请在2026年1月10日前办，还有 5 天。"),
        ("advance-report", (2026, 1, 10), None, StepState.DUE, "请在2026年1月10日前办，今天是最后一天。"),
        ("advance-report", (2026, 1, 12), None, StepState.LATE, "应在2026年1月10日前办，已过 2 天。"),
        ("advance-report", (2026, 1, 12), (2026, 1, 8), StepState.DONE, "2026年1月8日已办。"),
        ("advance-report", (2026, 1, 20), (2026, 1, 13), StepState.DONE, "2026年1月13日已办，晚了 3 天。"),
        ("advance-report", (2026, 1, 20), (2026, 1, 1), StepState.DONE, "2026年1月1日已办，早了 4 天。"),
        ("advance-report", (2026, 1, 20), (2026, 1, 5), StepState.DONE, "2026年1月5日已办。"),
        ("advance-report", (2026, 1, 20), (2026, 1, 10), StepState.DONE, "2026年1月10日已办。"),
        ("study", (2025, 11, 1), None, StepState.DUE, "请在2026年1月19日前办，还有 79 天。"),
        ("announce-date", (2026, 1, 19), None, StepState.COMING, "2026年1月20日起办。"),
        ("announce-date", (2026, 2, 3), None, StepState.DUE, "请在2026年2月3日前办，今天是最后一天。"),
        ("report-after", (2026, 2, 5), None, StepState.LATE, "应在2026年2月4日前办，已过 1 天。"),
    ],
)  # fmt: skip
def test_step_has_its_state_and_reason(
    id: str,
    today: tuple[int, int, int],
    done: tuple[int, int, int] | None,
    state: StepState,
    reason: str,
) -> None:
    found = step(id, date(*today), date(*done) if done else None)
    assert found.state is state
    assert found.reason.startswith(reason)


def test_reason_names_the_source_and_why_it_only_reminds() -> None:
    found = step("announce-date", MEETING)
    assert found.reason.endswith("。依据：一所高校的规定（地方规定，仅供参考）")
    assert not found.requirement.is_blocking


def test_what_has_no_date_is_no_step() -> None:
    ids = {each.requirement.id for each in meeting_calendar(YEARLY.requirements, MEETING, MEETING)}
    assert "quorum" not in ids
    assert {"advance-report", "study", "opinions", "talks", "report-after"} <= ids


@pytest.mark.parametrize("id", KINDS)
@given(meeting=days, today=days, done=st.dictionaries(st.sampled_from(["study", "talks"]), days))
def test_calendar_is_in_order_and_every_state_is_true(
    id: str, meeting: date, today: date, done: dict[str, date]
) -> None:
    steps = meeting_calendar(KINDS[id].requirements, meeting, today, done)
    assert [each.closes for each in steps] == sorted(each.closes for each in steps)
    for each in steps:
        assert each.opens is None or each.opens <= each.closes
        assert (each.state is StepState.DONE) == (each.requirement.id in done)
        if each.state is StepState.LATE:
            assert today > each.closes
        if each.state is StepState.DUE:
            assert (each.opens or today) <= today <= each.closes
        if each.state is StepState.COMING:
            assert each.opens is not None
            assert today < each.opens


@given(days, days, st.integers(1, 400))
def test_a_later_meeting_never_makes_a_step_late(meeting: date, today: date, more: int) -> None:
    def late(day: date) -> set[str]:
        steps = meeting_calendar(YEARLY.requirements, day, today)
        return {each.requirement.id for each in steps if each.state is StepState.LATE}

    assert late(meeting + timedelta(days=more)) <= late(meeting)


def test_notice_changes_days_for_one_meeting_and_then_binds() -> None:
    notice = Notice(
        "关于开好2025年度民主生活会的通知",
        "云组发〔2025〕12号",
        (Override("advance-report", window=DateWindow(None, -7)), Override("member-notice", is_waived=True)),
    )  # fmt: skip
    kind = under_notice(YEARLY, notice)
    steps = {e.requirement.id: e for e in meeting_calendar(kind.requirements, MEETING, MEETING)}
    assert "member-notice" not in steps
    assert steps["advance-report"].closes == date(2026, 1, 13)
    changed = steps["advance-report"].requirement
    assert changed.status is Status.VERIFIED
    assert changed.is_blocking
    assert changed.basis == "依据：关于开好2025年度民主生活会的通知（云组发〔2025〕12号）"
    assert YEARLY.get("advance-report") != changed


def test_notice_leaves_what_it_does_not_name() -> None:
    kind = under_notice(
        YEARLY, Notice("通知", overrides=(Override("quorum", least_share=Fraction(4, 5)),))
    )
    assert [each.id for each in kind.requirements] == [each.id for each in YEARLY.requirements]
    same = [e for e in kind.requirements if e.id != "quorum"]
    assert same == [e for e in YEARLY.requirements if e.id != "quorum"]
    assert under_notice(YEARLY, None) is YEARLY


def test_notice_with_an_unknown_requirement_is_a_fault_of_the_caller() -> None:
    from duizhao.errors import UnknownName

    with pytest.raises(UnknownName, match="民主生活会没有名为“quroum”的要求"):
        under_notice(YEARLY, Notice("通知", overrides=(Override("quroum", is_waived=True),)))
