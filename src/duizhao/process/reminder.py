"""When somebody is reminded of a ledger row, and who: twice before its deadline, and again and again after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from duizhao.process.row_state import ENDED_STATES, RowState
from duizhao.process.urgency import NearDays, Urgency, urgency_at

EVERY_DAYS = 7
"""So far apart are reminders of a row that is late."""


class Addressee(Enum):
    """Who is reminded of a row."""

    OWNER = "责任人"
    ACCEPTOR = "验收人"
    CLERK = "经办人"
    LEADER = "分管领导"
    HEAD = "主要负责人"


ADDRESSEES = {
    Urgency.APPROACHING: (Addressee.OWNER,),
    Urgency.NEAR: (Addressee.OWNER, Addressee.CLERK, Addressee.LEADER),
    Urgency.LATE: (Addressee.OWNER, Addressee.CLERK, Addressee.LEADER, Addressee.HEAD),
}
"""The further a deadline has come, the more."""


@dataclass(frozen=True, slots=True)
class DueReminder:
    """What somebody is reminded of on a day: how the deadline `day` stands, and whom it concerns.

    `key` is the same for all days on which the same reminder is due, and another once the deadline is another.
    """

    urgency: Urgency
    day: date
    key: str
    addressees: tuple[Addressee, ...]


def due_reminder(
    state: RowState | None,
    due: date | None,
    today: date,
    days: NearDays | None = None,
    every: int = EVERY_DAYS,
) -> DueReminder | None:
    """The reminder of a row that is due on a day; None where nobody has to be reminded.

    Once the owner has asked for acceptance, the acceptor takes the owner's place. A late row is due again after `every`
    days.
    """
    urgency = urgency_at(state, due, today, days)
    addressees = ADDRESSEES.get(urgency, ())
    if due is None or state in ENDED_STATES or not addressees:
        return None
    if state is RowState.WAITING:
        addressees = (Addressee.ACCEPTOR, *addressees[1:])
    return DueReminder(urgency, due, _key(urgency, due, today, every), addressees)


def _key(urgency: Urgency, due: date, today: date, every: int) -> str:
    name = f"{due.isoformat()} {urgency.name.lower()}"
    if urgency is not Urgency.LATE:
        return name
    return f"{name} {((today - due).days - 1) // max(every, 1)}"
