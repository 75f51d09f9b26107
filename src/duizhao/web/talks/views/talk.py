"""One talk: when and where it was, and, for the two alone, what was said and what they agreed on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.desk.actions.ledger import RowOvertaken
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.talks import actions, queries
from duizhao.web.talks.access import TABLE
from duizhao.web.talks.forms import KINDS, HeldTalkForm, TalkAgreementForm, TalkRecordForm
from duizhao.web.talks.models import Talk, TalkRecord
from duizhao.web.talks.sheets import sheet_of

UNPROCESSABLE, CONFLICT, DIGITS = 422, 409, 9
ROW_OVERTAKEN = "台账里的这一行刚才有人改过，请再点一次"


@require_safe
@guarded(TABLE, "talk")
def talk(request: HttpRequest, talk: str) -> HttpResponse:
    found = get_object_or_404(queries.talks(request.user, "talk"), key=talk)
    return _page(request, found)


@require_POST
@guarded(TABLE, "edit")
def edit(request: HttpRequest, talk: str) -> HttpResponse:
    """When and where it was, of which kind, whether it was held."""
    found = get_object_or_404(queries.talks(request.user, "edit"), key=talk)
    version = _version(request, found.version)
    form = HeldTalkForm(request.POST, instance=Talk.objects.get(pk=found.pk))
    if not form.is_valid():
        return _page(request, found, status=UNPROCESSABLE, form=form)
    try:
        actions.change_talk(talk=found, version=version, by=request.user, **form.cleaned_data)
    except actions.TalkOvertaken as fault:
        return _page(request, found, status=CONFLICT, form=form, theirs=fault.talk)
    except RefusedAct as fault:
        return _page(request, found, status=CONFLICT, form=form, why=str(fault))
    return redirect("talks:talk", talk=found.key)


@require_safe
@guarded(TABLE, "record")
def record(request: HttpRequest, talk: str) -> HttpResponse:
    """What was said, to be read and written."""
    found = get_object_or_404(queries.talks(request.user, "record"), key=talk)
    kept = queries.record_of(request.user, found)
    if kept:
        actions.note_look(talk=found, by=request.user)
    return _record(request, found, kept, TalkRecordForm(instance=kept))


@require_POST
@guarded(TABLE, "write")
def write(request: HttpRequest, talk: str) -> HttpResponse:
    found = get_object_or_404(queries.talks(request.user, "write"), key=talk)
    version = _version(request, 0)
    form = TalkRecordForm(request.POST)
    if not form.is_valid():
        return _record(request, found, None, form, status=UNPROCESSABLE, version=version)
    try:
        actions.write_record(talk=found, version=version, by=request.user, **form.cleaned_data)
    except actions.RecordOvertaken as fault:
        actions.note_look(talk=found, by=request.user)
        return _record(request, found, fault.record, form, status=CONFLICT, theirs=fault.record)
    except RefusedAct as fault:
        return _record(request, found, None, form, status=CONFLICT, version=version, why=str(fault))
    return redirect("talks:record", talk=found.key)


@require_POST
@guarded(TABLE, "agree")
def agree(request: HttpRequest, talk: str) -> HttpResponse:
    """Put what the two agreed on into the ledger."""
    found = get_object_or_404(queries.talks(request.user, "agree"), key=talk)
    form = TalkAgreementForm(request.POST)
    if not form.is_valid():
        return _page(request, found, status=UNPROCESSABLE, agreement=form)
    try:
        actions.agree(talk=found, by=request.user, cells=form.cells)
    except RefusedAct as fault:
        return _page(request, found, status=CONFLICT, agreement=form, why=str(fault))
    return redirect("talks:talk", talk=found.key)


@require_POST
@guarded(TABLE, "withdraw")
def withdraw(request: HttpRequest, agreement: str) -> HttpResponse:
    """Take an agreement out of the ledger."""
    found = get_object_or_404(queries.agreements(request.user, "withdraw"), key=agreement)
    try:
        actions.withdraw_agreement(agreement=found, by=request.user)
    except (RefusedAct, RowOvertaken) as fault:
        why = ROW_OVERTAKEN if isinstance(fault, RowOvertaken) else str(fault)
        return _page(request, found.talk, status=CONFLICT, why=why)
    return redirect("talks:talk", talk=found.talk_id)


@require_safe
@guarded(TABLE, "sheet")
def sheet(request: HttpRequest, talk: str) -> HttpResponse:
    """The record sheet as a Word file: with what was said for the two, empty there for anybody else."""
    found = get_object_or_404(queries.talks(request.user, "sheet"), key=talk)
    kept = queries.record_of(request.user, found) if "filled" in request.GET else None
    if kept:
        actions.note_look(talk=found, by=request.user)
    name, data = sheet_of(found, kept)
    return attachment(data, name)


def _page(request: HttpRequest, found: Talk, status: int = 200, **others: Any) -> HttpResponse:
    shown = {
        "talk": found,
        "form": HeldTalkForm(instance=found),
        "agreement": TalkAgreementForm(),
        "kinds": KINDS,
        "agreements": found.agreements.select_related("row"),
        "sees_words": queries.may_see_words(request.user, found),
        "sees_matrix": _sees_matrix(request, found),
    }
    return dossier_page(
        request, found.dossier, "talks/talk.html", {**shown, **others}, status=status
    )


def _record(
    request: HttpRequest,
    found: Talk,
    kept: TalkRecord | None,
    form: TalkRecordForm,
    status: int = 200,
    **others: Any,
) -> HttpResponse:
    theirs = others.get("theirs")
    texts = [(name, getattr(theirs, name)) for name in form.fields] if theirs else []
    shown = {"talk": found, "form": form, "version": kept.version if kept else 0, "texts": texts}
    shown["sees_matrix"] = _sees_matrix(request, found)
    shown |= others
    return dossier_page(request, found.dossier, "talks/record.html", shown, status=status)


def _sees_matrix(request: HttpRequest, found: Talk) -> bool:
    """Whether this person may see the other pages of the meeting, and not the own talk alone."""
    return queries.dossiers(request.user, "talks").filter(pk=found.dossier_id).exists()


def _version(request: HttpRequest, otherwise: int) -> int:
    """The version that the page had."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) <= DIGITS else otherwise
