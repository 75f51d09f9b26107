"""A postponement: asked for by an owner, answered by somebody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.rectification import actions, queries
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.forms import AnswerForm, AskForm
from duizhao.web.rectification.page import answered, row_for, row_page
from duizhao.web.status_codes import UNPROCESSABLE


@require_POST
@guarded(TABLE, "ask")
def ask(request: HttpRequest, tracked: str) -> HttpResponse:
    row = row_for(request, "ask", tracked)
    form = AskForm(request.POST)
    if not form.is_valid():
        return row_page(request, row, UNPROCESSABLE, ask=form)
    given = form.cleaned_data
    return answered(
        request,
        row,
        lambda _: actions.ask_postponement(
            row=row, by=request.user, due=given["due"], reason=given["reason"], by_name=form.who
        ),
        "#life",
        ask=form,
    )


@require_POST
@guarded(TABLE, "answer")
def answer(request: HttpRequest, asked: str) -> HttpResponse:
    """Agree or decline."""
    found = get_object_or_404(queries.asked(request.user, "answer"), key=asked)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return row_page(request, found.row, UNPROCESSABLE, answer=form)
    given = form.cleaned_data
    return answered(
        request,
        found.row,
        lambda version: actions.answer_postponement(
            asked=found,
            version=version,
            by=request.user,
            agrees="agree" in request.POST,
            words=given["words"],
            name=given.get("name", ""),
        ),
        "#life",
        answer=form,
    )
