"""One opinion: linked to a problem of a statement, or replied to; what was mistyped is mended or removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.audit.actions import record
from duizhao.web.meetings.page import dossier_page
from duizhao.web.opinions import actions, queries, words
from duizhao.web.opinions.access import TABLE
from duizhao.web.opinions.actions.answering import TAKEN_UP
from duizhao.web.opinions.forms import MendForm, ReplyForm
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.opinions.stated import choices_for
from duizhao.web.opinions.views.opinions import opinions_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

SUGGESTED_CHOICES, VERSION_DIGITS = 5, 9


@require_safe
@guarded(TABLE, "opinion")
def opinion_page(request: HttpRequest, opinion: str) -> HttpResponse:
    found = get_object_or_404(queries.opinions(request.user, "opinion"), key=opinion)
    record(actor=request.user, act="opinions.see", kind="opinion", key=found.pk)
    return shown_opinion(request, found)


def shown_opinion(
    request: HttpRequest, opinion: ReceivedOpinion, *, status: int = 200, **others: Any
) -> HttpResponse:
    """The page of an opinion, with what an act on it answers."""
    choices = choices_for(opinion)
    suggested = [each for each in choices if each.words][:SUGGESTED_CHOICES]
    shown = {
        "opinion": opinion,
        "state": words.state_of(opinion),
        "suggested": suggested,
        "others": [each for each in choices if each not in suggested],
        "taken_up": TAKEN_UP,
        "reply_form": ReplyForm(initial={"reply": opinion.reply}),
        "mend_form": MendForm(initial={"words": opinion.words}),
        "back": _back(opinion),
        **others,
    }
    return dossier_page(request, opinion.dossier, "opinions/opinion.html", shown, status=status)


@require_POST
@guarded(TABLE, "link")
def link(request: HttpRequest, opinion: str) -> HttpResponse:
    """Link an opinion to the problem that was chosen; with none chosen, to no problem."""
    found = get_object_or_404(queries.opinions(request.user, "link"), key=opinion)
    value = request.POST.get("choice", "")
    chosen = next((each for each in choices_for(found) if each.value == value), None)
    if value and chosen is None:
        why = "材料里已经没有这一条，请重新选"
        return shown_opinion(request, found, why=why, status=UNPROCESSABLE)
    return _changed(
        request,
        found,
        lambda version: actions.link_to_problem(
            opinion=found,
            version=version,
            by=request.user,
            file=chosen.file if chosen else None,
            problem=chosen.claim if chosen else "",
        ),
    )


@require_POST
@guarded(TABLE, "reply")
def reply(request: HttpRequest, opinion: str) -> HttpResponse:
    found = get_object_or_404(queries.opinions(request.user, "reply"), key=opinion)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return shown_opinion(request, found, reply_form=form, status=UNPROCESSABLE)
    said = form.cleaned_data["reply"]
    return _changed(
        request,
        found,
        lambda version: actions.draft_reply(
            opinion=found, version=version, by=request.user, reply=said
        ),
        reply_form=form,
    )


@require_POST
@guarded(TABLE, "publish")
def publish(request: HttpRequest, dossier: str) -> HttpResponse:
    """Let those who gave opinions read all replies that are drafted."""
    found = get_object_or_404(queries.dossiers(request.user, "publish"), key=dossier)
    try:
        count = actions.publish_replies(dossier=found, by=request.user)
    except RefusedAct as fault:
        return opinions_page(request, found, why=str(fault), status=CONFLICT)
    done = f"已反馈 {count} 条" if count else "没有新的答复要反馈"
    return opinions_page(request, found, done=done)


@require_POST
@guarded(TABLE, "mend")
def mend(request: HttpRequest, opinion: str) -> HttpResponse:
    found = get_object_or_404(queries.opinions(request.user, "mend"), key=opinion)
    form = MendForm(request.POST)
    if not form.is_valid():
        return shown_opinion(request, found, mend_form=form, status=UNPROCESSABLE)
    try:
        actions.mend_opinion(opinion=found, by=request.user, words=form.cleaned_data["words"])
    except RefusedAct as fault:
        return shown_opinion(request, found, mend_form=form, why=str(fault), status=CONFLICT)
    return redirect("opinions:opinion", opinion=found.key)


@require_POST
@guarded(TABLE, "remove")
def remove(request: HttpRequest, opinion: str) -> HttpResponse:
    found = get_object_or_404(queries.opinions(request.user, "remove"), key=opinion)
    try:
        actions.remove_opinion(opinion=found, by=request.user)
    except RefusedAct as fault:
        return shown_opinion(request, found, why=str(fault), status=CONFLICT)
    return redirect("opinions:opinions", dossier=found.dossier_id)


def _changed(
    request: HttpRequest, opinion: ReceivedOpinion, change: Callable[[int], None], **typed: Any
) -> HttpResponse:
    """The page after a change. 409 where somebody was faster: what was typed stays next to what they wrote."""
    given = request.POST.get("version", "")
    is_number = given.isdecimal() and len(given) <= VERSION_DIGITS
    try:
        change(int(given) if is_number else opinion.version)
    except actions.OpinionOvertaken as fault:
        shown = {"why": "这一条刚才有人改过", "theirs": fault.opinion, **typed}
        return shown_opinion(request, fault.opinion, status=CONFLICT, **shown)
    except RefusedAct as fault:
        return shown_opinion(request, opinion, why=str(fault), status=CONFLICT, **typed)
    return redirect(_back(opinion))


def _back(opinion: ReceivedOpinion) -> str:
    if opinion.is_personal and opinion.about_id:
        return reverse("opinions:about", kwargs={"concerned": opinion.about_id})
    return reverse("opinions:opinions", kwargs={"dossier": opinion.dossier_id})
