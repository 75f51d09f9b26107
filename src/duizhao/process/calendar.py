"""The calendar of a meeting: each dated requirement as a step that is coming, due, done or late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from duizhao.process.requirement import MeetingRequirement


class StepState(Enum):
    """Where a step of the calendar stands on a day."""

    COMING = "未到时候"
    DUE = "该办了"
    DONE = "已办"
    LATE = "逾期"


@dataclass(frozen=True, slots=True)
class CalendarStep:
    """A requirement with its first and last day for one meeting, its state, and the reason of that state.

    `opens` is None where the step has no first day.
    """

    requirement: MeetingRequirement
    opens: date | None
    closes: date
    state: StepState
    reason: str


def meeting_calendar(
    requirements: Iterable[MeetingRequirement],
    meeting: date,
    today: date,
    done: Mapping[str, date] | None = None,
) -> tuple[CalendarStep, ...]:
    """The dated steps in the order of their last days; `done` holds the day on which each was done, by id."""
    known = done or {}
    steps = [
        _step(each, *each.window.on(meeting), today, known.get(each.id))
        for each in requirements
        if each.window
    ]
    return tuple(sorted(steps, key=lambda step: (step.closes, step.opens or date.min)))


def _step(
    requirement: MeetingRequirement,
    opens: date | None,
    closes: date,
    today: date,
    done: date | None,
) -> CalendarStep:
    if done is not None:
        state, reason = StepState.DONE, _when_done(opens, closes, done)
    elif today > closes:
        past = f"应在{chinese_day(closes)}前办，已过 {(today - closes).days} 天"
        state, reason = StepState.LATE, past
    elif opens is not None and today < opens:
        state, reason = StepState.COMING, f"{chinese_day(opens)}起办"
    else:
        left = (closes - today).days
        still = f"还有 {left} 天" if left else "今天是最后一天"
        state, reason = StepState.DUE, f"请在{chinese_day(closes)}前办，{still}"
    return CalendarStep(requirement, opens, closes, state, f"{reason}。{requirement.basis}")


def _when_done(opens: date | None, closes: date, done: date) -> str:
    if done > closes:
        return f"{chinese_day(done)}已办，晚了 {(done - closes).days} 天"
    if opens is not None and done < opens:
        return f"{chinese_day(done)}已办，早了 {(opens - done).days} 天"
    return f"{chinese_day(done)}已办"


def chinese_day(day: date) -> str:
    """2025年1月10日."""
    return f"{day.year}年{day.month}月{day.day}日"
