"""What the person who looks at a row may do with it, as forms."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from duizhao.ledger.standing import tracked_row
from duizhao.process import ENDED_STATES, Move, RowState, offered_moves
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification import queries
from duizhao.web.rectification.actions import undoable_move
from duizhao.web.rectification.forms import (
    AnswerForm,
    AskForm,
    PeopleOfRowForm,
    ReportForm,
    ReviewForm,
    RowMoveForm,
    SourceForm,
)
from duizhao.web.rectification.matching import unit_of_row
from duizhao.web.rectification.models import PostponementAnswer
from duizhao.web.roster.models import StaffMember

ACT_OF_MOVE = {
    Move.START: "advance",
    Move.SUBMIT: "advance",
    Move.CLOSE: "accept",
    Move.RETURN: "accept",
}
"""The act that a move needs; any other needs the act of that name."""
WAITING_FOR_ONE = (RowState.NOT_STARTED, RowState.RETURNED, RowState.WAITING)
"""States in which one move comes next; in others a report does."""
OFFERED_NAMES = 300


def doing(
    request: HttpRequest, row: LedgerRow, is_closed: bool, others: dict[str, Any]
) -> dict[str, Any]:
    """The forms of what this person may do; none where the dossier is closed."""
    acts = frozenset[str]() if is_closed else acts_of(request, row)
    state = tracked_row(row.cells).state
    made: dict[str, Any] = {
        "acts": acts,
        "opens_next": state in WAITING_FOR_ONE,
        "moves": move_forms(row, acts, others.get("move")),
        "waiting": next(
            (
                each
                for each in row.asked_postponements.all()
                if each.answer == PostponementAnswer.OPEN
            ),
            None,
        ),
    }
    if acts:
        made["undoable"] = undoable_move(row, request.user)
    is_open = state not in ENDED_STATES
    offered: dict[str, tuple[bool, Any]] = {
        "report": (is_open, ReportForm),
        "review": (state is RowState.STANDING, ReviewForm),
        "ask": (Move.POSTPONE in offered_moves(state) and "move" not in acts, AskForm),
        "add_source": (True, SourceForm),
    }
    for name, (is_offered, form) in offered.items():
        if name in acts and is_offered:
            made[name] = form()
    if made["waiting"] and "accept" in acts:
        made["answer"] = AnswerForm()
    staff = list(StaffMember.objects.filter(unit=unit_of_row(row), left_on=None)) if acts else []
    made["names"] = [member.name for member in staff[:OFFERED_NAMES]]
    if "people" in acts:
        # Asked for once, not by each field.
        made["people"] = others["people"] if "people" in others else people_form(row)
        made["people"].offer(staff)
    return made


def people_form(row: LedgerRow, data: Any = None) -> PeopleOfRowForm:
    """Who has which part in a row, as they are now or as `data` has them."""
    initial: dict[str, Any] = {"due": row.cells.get("due", "")}
    for each in row.people.all():
        if each.part == "acceptor":
            initial["acceptor"] = each.member_id
        else:
            initial.setdefault(each.part, []).append(each.member_id)
    return PeopleOfRowForm(data, unit=unit_of_row(row), initial=initial, prefix="who")


def acts_of(request: HttpRequest, row: LedgerRow) -> frozenset[str]:
    """What the person who looks may do with a row, each kind of act asked for once."""
    here = queries.acts_on(request.user, row, "advance", "accept", "move")
    more = {"advance": ("report", "ask"), "accept": ("review",), "move": ("people", "add_source")}
    return here | {also for act in here for also in more[act]}


def move_forms(
    row: LedgerRow, acts: frozenset[str], given: RowMoveForm | None
) -> list[RowMoveForm]:
    """The moves that lead on from here for somebody who has these acts; `given` is one that was not taken."""
    offered = offered_moves(tracked_row(row.cells).state)
    acceptor = {"acceptor": row.cells.get("acceptor", "")}
    made = []
    for move in offered:
        act = ACT_OF_MOVE.get(move, "move")
        if act in acts:
            form = (
                given
                if given and given.move is move
                else RowMoveForm(move, names_acceptor="move" in acts, initial=acceptor)
            )
            form.address = reverse(f"rectification:{act}", kwargs={"tracked": row.pk})
            made.append(form)
    return made
