"""The values of the requirement table: what is asked for around a meeting, by when, and how far that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from duizhao.status import Status


class Phase(Enum):
    """A part of the course of a meeting, in the usual order."""

    PLAN = "方案"
    STUDY = "学习"
    OPINIONS = "征求意见"
    TALKS = "谈心谈话"
    STATEMENTS = "对照检查材料"
    MEETING = "会议"
    RECTIFICATION = "整改"
    REPLY = "回应通报"
    ARCHIVE = "归档"


@dataclass(frozen=True, slots=True)
class DateWindow:
    """When something has to be done, in days relative to the meeting: negative before it, positive after it.

    Both ends count. `opens` is None where there is no first day.
    """

    opens: int | None
    closes: int

    def on(self, meeting: date) -> tuple[date | None, date]:
        """The first and the last day for a meeting on that day."""
        first = None if self.opens is None else meeting + timedelta(days=self.opens)
        return first, meeting + timedelta(days=self.closes)


@dataclass(frozen=True, slots=True)
class MeetingRequirement:
    """A requirement around a meeting, with its source.

    `window` gives its days, `count` how many times it is asked for, `least_share` and `most_share` a share of people.
    `is_firm` is False where the source itself says 一般 (generally).
    """

    id: str
    text: str
    phase: Phase
    source: str
    status: Status
    is_firm: bool = True
    window: DateWindow | None = None
    count: int | None = None
    least_share: Fraction | None = None
    most_share: Fraction | None = None

    @property
    def is_blocking(self) -> bool:
        return is_binding(self.status, self.is_firm)

    @property
    def basis(self) -> str:
        """The source as users see it, with the reason why a requirement only reminds."""
        return basis(self.source, self.status, self.is_firm)


def is_binding(status: Status, is_firm: bool) -> bool:
    """Only what is verified and asked for without exception may block; everything else reminds."""
    return status is Status.VERIFIED and is_firm


def basis(source: str, status: Status, is_firm: bool) -> str:
    """The source as users see it, with the reason why what rests on it only reminds."""
    if is_binding(status, is_firm):
        return f"依据：{source}"
    why = status.label if status is not Status.VERIFIED else "原文为“一般”"
    return f"依据：{source}（{why}，仅供参考）"


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a requirement is not met, in words for the user. One that is not blocking only reminds."""

    requirement: MeetingRequirement
    reason: str

    @property
    def is_blocking(self) -> bool:
        return self.requirement.is_blocking

    @property
    def message(self) -> str:
        """The reason with the source of the requirement."""
        return f"{self.reason}。{self.requirement.basis}"
