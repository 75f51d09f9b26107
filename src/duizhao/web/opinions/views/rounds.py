"""A round: begun, changed, closed, dropped."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.meetings.page import dossier_page
from duizhao.web.opinions import actions, jobs, queries, words
from duizhao.web.opinions.access import TABLE
from duizhao.web.opinions.forms import CodesForm, LinksForm, RoundForm
from duizhao.web.opinions.models import OpinionRound, RoundState
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@guarded(TABLE, "begin_round")
def begin(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "begin_round"), key=dossier)
    form = RoundForm(request.POST if request.method == "POST" else None)
    shown: dict[str, Any] = {"form": form}
    if request.method != "POST":
        return dossier_page(request, found, "opinions/round_form.html", shown)
    if not form.is_valid():
        return dossier_page(request, found, "opinions/round_form.html", shown, status=UNPROCESSABLE)
    try:
        made = actions.begin_round(dossier=found, by=request.user, **form.cleaned_data)
    except RefusedAct as fault:
        shown["why"] = str(fault)
        return dossier_page(request, found, "opinions/round_form.html", shown, status=CONFLICT)
    return redirect("opinions:round", round=made.key)


@require_safe
@guarded(TABLE, "round")
def round_page(request: HttpRequest, round: str) -> HttpResponse:
    found = get_object_or_404(queries.rounds(request.user, "round"), key=round)
    return shown_round(request, found)


def shown_round(
    request: HttpRequest, asked: OpinionRound, *, status: int = 200, **others: Any
) -> HttpResponse:
    """The page of a round, with what an act on it answers."""
    scopes = [each["name"] for each in asked.scopes]
    shown = {
        "round": asked,
        "count": words.count_of(asked, has_enough=queries.has_enough_answers(asked)),
        "is_open": asked.state == RoundState.OPEN,
        "is_lost": queries.is_lost(asked),
        "is_over": asked.ends_on is not None and asked.ends_on < timezone.localdate(),
        "codes_form": CodesForm(
            scopes=scopes, is_desk=settings.IS_DESK, initial={"address": asked.address}
        ),
        "links_form": LinksForm(scopes=scopes, initial={"address": asked.address}),
        **others,
    }
    return dossier_page(request, asked.dossier, "opinions/round.html", shown, status=status)


@guarded(TABLE, "change_round")
def change(request: HttpRequest, round: str) -> HttpResponse:
    found = get_object_or_404(queries.rounds(request.user, "change_round"), key=round)
    if request.method != "POST":
        now = {name: getattr(found, name) for name in RoundForm.base_fields}
        now["questions"] = "\n".join(found.questions)
        now["scopes"] = "\n".join(each["name"] for each in found.scopes)
        shown: dict[str, Any] = {"form": RoundForm(initial=now), "round": found}
        return dossier_page(request, found.dossier, "opinions/round_form.html", shown)
    form = RoundForm(request.POST)
    shown, status = {"form": form, "round": found}, UNPROCESSABLE
    if form.is_valid():
        try:
            actions.change_round(asked=found, by=request.user, **form.cleaned_data)
            return redirect("opinions:round", round=found.key)
        except RefusedAct as fault:
            shown["why"], status = str(fault), CONFLICT
    return dossier_page(request, found.dossier, "opinions/round_form.html", shown, status=status)


@require_POST
@guarded(TABLE, "close_round")
def close(request: HttpRequest, round: str) -> HttpResponse:
    """Nobody sends any more; the worker opens what was sent."""
    found = get_object_or_404(queries.rounds(request.user, "close_round"), key=round)
    try:
        actions.start_closing(asked=found, by=request.user, also=jobs.enqueue_opening)
    except RefusedAct as fault:
        return shown_round(request, found, why=str(fault), status=CONFLICT)
    return redirect("opinions:round", round=found.key)


@require_POST
@guarded(TABLE, "drop_round")
def drop(request: HttpRequest, round: str) -> HttpResponse:
    found = get_object_or_404(queries.rounds(request.user, "drop_round"), key=round)
    try:
        actions.drop_round(asked=found, by=request.user)
    except RefusedAct as fault:
        return shown_round(request, found, why=str(fault), status=CONFLICT)
    return redirect("opinions:opinions", dossier=found.dossier_id)
