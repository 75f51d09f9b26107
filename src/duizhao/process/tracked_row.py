"""A ledger row as moves and guards see it, and the request for a move."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from duizhao.process.row_state import RowState

BETWEEN_NAMES = re.compile(r"[\s、，,；;/（）()]+")
SPACED_NAME = re.compile(r"(?<![一-鿿])([一-鿿])[ \u3000]+([一-鿿])(?![一-鿿])")
"""A name of two characters, set as wide as one of three: 王　明."""


NUMBER_OF_ITEM = re.compile(
    r"(?:^|(?<=[\s、，,；;]))[（(]?\d{1,2}[.．、)）](?!\d)[ \t\u3000]*", re.MULTILINE
)
"""Before a name in a cell: 1.周明远⏎2、李建国; not the 2 of 2号码头."""


def without_numbers(cell: str) -> str:
    """A cell without the numbers of the items that it lists."""
    return NUMBER_OF_ITEM.sub("", cell)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text that may hold several, also numbered ones: 周明远（牵头）、王　明."""
    joined = SPACED_NAME.sub(r"\1\2", without_numbers(text))
    return tuple(name for name in BETWEEN_NAMES.split(joined) if name)


class Move(Enum):
    """What can be done with a ledger row. The values are the words on the buttons."""

    START = "启动整改"
    SUBMIT = "提请验收"
    CLOSE = "销号"
    RETURN = "退回"
    KEEP_UP = "转为长期坚持"
    HAND_OVER = "移交"
    POSTPONE = "延期"
    REOPEN = "重新打开"


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """The fields of a ledger row that guards check. Persons are ids, or names where there are no ids.

    One entry of `owners` may hold several names, as the cell of a workbook does. `evidence` names the files or records
    that show the result. `due` is the deadline; for a standing measure it is the day of the next review.
    """

    state: RowState = RowState.NOT_STARTED
    owners: tuple[str, ...] = ()
    acceptor: str = ""
    evidence: tuple[str, ...] = ()
    due: date | None = None
    closed: date | None = None

    def is_owner(self, person: str) -> bool:
        """Whether a person is one of the owners, also where one entry holds several names: 周明远（牵头）、李建国."""
        known = {name for owner in self.owners for name in (*names_in(owner), owner.strip())}
        return bool((known - {""}) & {person.strip(), "".join(person.split())})


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """A requested move, on a day, with its details.

    `consent` names the person who agreed to a postponement, `due` is the new deadline or the day of the next review,
    `receiver` the one who takes the row over.
    """

    move: Move
    on: date
    reason: str = ""
    consent: str = ""
    due: date | None = None
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is refused, in words for the user: every reason at once."""

    move: Move
    reasons: tuple[str, ...]
