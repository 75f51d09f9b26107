"""How a filled-in row stands: its state, its deadline, and what forbids that it counts as closed."""

from __future__ import annotations

from datetime import date

from duizhao.ledger.deadline import as_day
from duizhao.ledger.plan import Cells
from duizhao.process import (
    MOVES,
    Move,
    MoveRequest,
    NearDays,
    RowState,
    TrackedRow,
    Urgency,
    urgency_at,
)

OWNER_KEYS = ("owner", "leader", "department")
"""The columns that name who acts, the nearest first."""
STATES = {state.value: state for state in RowState}


def state_of(cells: Cells) -> RowState | None:
    """The state of a row; None for a word of the unit's own."""
    return STATES.get(cells.get("status", "").strip())


def deadline_of(cells: Cells) -> date | None:
    """The day by which a row is to be done: a postponement takes the place of the deadline."""
    return as_day(cells.get("postponed", "").strip()) or as_day(cells.get("due", "").strip())


def owners_of(cells: Cells) -> tuple[str, ...]:
    """Who acts, in the words of the cells."""
    return tuple(cells[key].strip() for key in OWNER_KEYS if cells.get(key, "").strip())


def tracked_row(cells: Cells) -> TrackedRow:
    """The row as moves and guards see it. A word of the unit's own for its state means that it is worked on."""
    is_untold = not cells.get("status", "").strip()
    return TrackedRow(
        state=state_of(cells) or (RowState.NOT_STARTED if is_untold else RowState.RUNNING),
        owners=tuple(cells.get("owner", "").split("\n")),
        acceptor=cells.get("acceptor", "").strip(),
        evidence=tuple(cells.get("evidence", "").split("\n")),
        due=deadline_of(cells),
        closed=as_day(cells.get("closed", "").strip()),
    )


def urgency_of(cells: Cells, today: date, days: NearDays | None = None) -> Urgency:
    """How the deadline of a row stands on a day."""
    return urgency_at(state_of(cells), deadline_of(cells), today, days)


def closing_objections(cells: Cells, today: date) -> tuple[str, ...]:
    """Why a row in the state “closed” does not meet its conditions, in words for the user; empty for another state."""
    if state_of(cells) is not RowState.CLOSED:
        return ()
    row = tracked_row(cells)
    request = MoveRequest(Move.CLOSE, today)
    return tuple(said for guard in MOVES[Move.CLOSE].guards if (said := guard(row, request)))
