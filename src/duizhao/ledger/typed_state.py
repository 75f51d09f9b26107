"""A state or a postponement that somebody types into a ledger: taken where the moves that lead there may be made.

What a move wants and no cell holds, a reason or somebody's consent, is written where the move is made.
See docs/decisions/typed-states.md.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import date

from duizhao.ledger.plan import Cells
from duizhao.ledger.standing import closing_objections, deadline_of, state_of, tracked_row
from duizhao.process import (
    ENDED_STATES,
    MOVES,
    Move,
    MoveRequest,
    Refusal,
    RowState,
    TrackedRow,
    make_move,
    refusals,
)

DEADLINE_KEYS = ("due", "postponed")
WHAT_CLOSING_WANTS = ("evidence", "acceptor", "owner")


@dataclass(frozen=True, slots=True)
class HeldBack:
    """The cells of a row as they may be, and why what was typed into others of them is not taken."""

    cells: dict[str, str]
    reasons: tuple[str, ...] = ()


def held_back(before: Cells, after: Cells, today: date) -> HeldBack:
    """What may be taken of what somebody typed into the cells of a row.

    A state is taken where every move to it passes its guards with what the cells hold. A word of the unit's own is
    free, except for a row that was closed.
    """
    cells, reasons = dict(after), list[str]()
    if before.get("status", "").strip() != after.get("status", "").strip():
        reasons += _state_objections(before, after, today)
        if reasons:
            cells["status"] = before.get("status", "")
    elif said := _lost(before, after, today):
        cells |= {key: before.get(key, "") for key in WHAT_CLOSING_WANTS}
        reasons += said
    if said := _postponing_objections(before, cells, today):
        cells |= {key: before.get(key, "") for key in DEADLINE_KEYS}
        reasons += said
    return HeldBack(cells, tuple(dict.fromkeys(reasons)))


def moves_between(one: RowState, other: RowState) -> tuple[Move, ...] | None:
    """The fewest moves from a state to another, none of which ends the row on the way; None where there is no way."""
    ways: dict[RowState, tuple[Move, ...]] = {one: ()}
    waiting = deque((one,))
    while waiting:
        state = waiting.popleft()
        if state in ENDED_STATES and state is not one:
            continue
        for move, rule in MOVES.items():
            if state in rule.sources and rule.target not in ways:
                ways[rule.target] = (*ways[state], move)
                waiting.append(rule.target)
    return ways.get(other)


def _state_objections(before: Cells, after: Cells, today: date) -> tuple[str, ...]:
    target, word = state_of(after), after.get("status", "").strip()
    was = tracked_row(before)
    row = replace(tracked_row(after), state=was.state, due=was.due)
    if target is None:
        return (_no_way(row.state, word),) if row.state is RowState.CLOSED else ()
    moves = moves_between(row.state, target)
    if moves is None:
        return (_no_way(row.state, word),)
    return _along(moves, row, after, today)


def _lost(before: Cells, after: Cells, today: date) -> tuple[str, ...]:
    """What a closed row would lack that it did not lack before."""
    known = closing_objections(before, today)
    return tuple(said for said in closing_objections(after, today) if said not in known)


def _along(moves: tuple[Move, ...], row: TrackedRow, after: Cells, today: date) -> tuple[str, ...]:
    """Why one of these moves is refused with what the cells hold."""
    for move in moves:
        made = make_move(row, MoveRequest(move, today, due=deadline_of(after)))
        if isinstance(made, Refusal):
            return made.reasons
        row = made
    return ()


def _postponing_objections(before: Cells, after: Cells, today: date) -> tuple[str, ...]:
    day, row = deadline_of(after), tracked_row(before)
    if day is None or row.due is None or day <= row.due:
        return ()
    if state_of(after) in ENDED_STATES | {RowState.STANDING}:
        return ()
    if row.state is RowState.NOT_STARTED and not after.get("postponed", "").strip():
        # Nobody has begun: the deadline is still being planned.
        return ()
    request = MoveRequest(Move.POSTPONE, today, due=day)
    return refusals(row, request) if row.state in MOVES[Move.POSTPONE].sources else ()


def _no_way(state: RowState, word: str) -> str:
    return f"“{state.value}”不能直接改成“{word or '空着'}”"
