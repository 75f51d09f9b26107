"""The moves of a row from state to state, by those who may make them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from duizhao.process import Move
from duizhao.web.access import guarded
from duizhao.web.rectification import actions, queries
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.doing import ACT_OF_MOVE
from duizhao.web.rectification.forms import RowMoveForm
from duizhao.web.rectification.page import answered, row_for, row_page
from duizhao.web.status_codes import UNPROCESSABLE


@require_POST
@guarded(TABLE, "advance")
def advance(request: HttpRequest, tracked: str) -> HttpResponse:
    """Begin, and report that it is done."""
    return _moved(request, "advance", tracked)


@require_POST
@guarded(TABLE, "accept")
def accept(request: HttpRequest, tracked: str) -> HttpResponse:
    """Accept the result, or give it back."""
    return _moved(request, "accept", tracked)


@require_POST
@guarded(TABLE, "move")
def move(request: HttpRequest, tracked: str) -> HttpResponse:
    """Any other move."""
    return _moved(request, "move", tracked)


@require_POST
@guarded(TABLE, "undo_move")
def undo_move(request: HttpRequest, tracked: str) -> HttpResponse:
    """Take back one's own last move, a wrong click."""
    row = row_for(request, "undo_move", tracked)
    return answered(
        request,
        row,
        lambda version: actions.undo_move(row=row, version=version, by=request.user),
    )


def _moved(request: HttpRequest, act: str, tracked: str) -> HttpResponse:
    row = row_for(request, act, tracked)
    asked = request.POST.get("move", "").upper()
    move = Move[asked] if asked in Move.__members__ else None
    if move is None or ACT_OF_MOVE.get(move, "move") != act:
        return row_page(request, row, UNPROCESSABLE, why=("没有选怎么办",))
    keeps = "move" in queries.acts_on(request.user, row, "move")
    form = RowMoveForm(move, request.POST, names_acceptor=keeps)
    if not form.is_valid():
        return row_page(request, row, UNPROCESSABLE, move=form)
    # Who does not keep the ledger accepts in the own name.
    acceptor = form.cleaned_data.get("acceptor", "") if keeps else request.user.name
    return answered(
        request,
        row,
        lambda version: actions.move_row(
            row=row,
            version=version,
            by=request.user,
            request=form.request(),
            acceptor=acceptor if move is Move.CLOSE else "",
            by_name=form.who,
        ),
        move=form,
    )
