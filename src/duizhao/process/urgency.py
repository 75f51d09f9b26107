"""How near the deadline of a ledger row is, and who is to know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from duizhao.process.row_state import RowState


class Colour(Enum):
    """The colours of a deadline: green on time, yellow near, red late, blue closed."""

    GREEN = "绿"
    YELLOW = "黄"
    RED = "红"
    BLUE = "蓝"
    NONE = "无"


class Urgency(Enum):
    """How a deadline stands on a day. The values are the words that workbooks and pages show."""

    LATE = "逾期"
    NEAR = "临近"
    APPROACHING = "快到期"
    ON_TIME = "按期"
    UNDATED = "没有截止日期"
    CLOSED = "已销号"
    HANDED_OVER = "已移交"

    @property
    def colour(self) -> Colour:
        return _COLOURS[self]

    @property
    def addressees(self) -> tuple[str, ...]:
        """Who is reminded: the further a deadline has come, the higher."""
        return _ADDRESSEES.get(self, ())


_COLOURS = {
    Urgency.LATE: Colour.RED,
    Urgency.NEAR: Colour.YELLOW,
    Urgency.APPROACHING: Colour.GREEN,
    Urgency.ON_TIME: Colour.GREEN,
    Urgency.UNDATED: Colour.NONE,
    Urgency.CLOSED: Colour.BLUE,
    Urgency.HANDED_OVER: Colour.NONE,
}
_ENDED = {RowState.CLOSED: Urgency.CLOSED, RowState.HANDED_OVER: Urgency.HANDED_OVER}
# As the inspection office of 江津区 does it: 20 days before, 10 days before, late.
_ADDRESSEES = {
    Urgency.APPROACHING: ("责任人",),
    Urgency.NEAR: ("责任人", "责任领导"),
    Urgency.LATE: ("责任单位", "单位主要负责人"),
}


@dataclass(frozen=True, slots=True)
class NearDays:
    """From how many days before a deadline it is approaching, and from how many it is near. Both days count.

    With `approaching` no more than `near` there is one step alone, as the workbook has it.
    """

    approaching: int = 20
    near: int = 10


def urgency_at(
    state: RowState | None, due: date | None, today: date, days: NearDays | None = None
) -> Urgency:
    """How the deadline of a row stands on a day; `state` is None where a unit has a word of its own for it."""
    steps = days or NearDays()
    if state in _ENDED:
        return _ENDED[state]
    if due is None:
        return Urgency.UNDATED
    left = (due - today).days
    if left < 0:
        return Urgency.LATE
    if left <= steps.near:
        return Urgency.NEAR
    return Urgency.APPROACHING if left <= steps.approaching else Urgency.ON_TIME
