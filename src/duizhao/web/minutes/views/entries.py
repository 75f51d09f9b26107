"""What was said: typed in, changed, moved, removed, brought back, put into the ledger; hints while it is typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.minutes import actions, queries
from duizhao.web.minutes.access import TABLE
from duizhao.web.minutes.forms import CRITICISM, NewSpeechForm, RectificationForm, SpeechForm
from duizhao.web.minutes.models import TEXT_CHARACTERS, MinutesEntry
from duizhao.web.minutes.page import fragment
from duizhao.web.refused_act import RefusedAct

RECORD, ENTRY, EDITED = "minutes/_record.html", "minutes/_entry.html", "minutes/_edited.html"
UNPROCESSABLE, CONFLICT, DIGITS = 422, 409, 9


@require_POST
@guarded(TABLE, "add")
def add(request: HttpRequest, dossier: str) -> HttpResponse:
    """Something that was said. What is sent twice is kept once."""
    found = get_object_or_404(queries.dossiers(request.user, "add"), key=dossier)
    items = queries.agenda_of(found, queries.minutes_of(found))
    form = NewSpeechForm(request.POST, items=items, people=queries.attendees(found))
    if not form.is_valid():
        return fragment(request, found, "minutes/_refused.html", UNPROCESSABLE, entry=form)
    try:
        actions.add_entry(dossier=found, by=request.user, **form.cleaned_data)
    except RefusedAct as fault:
        why = str(fault)
        return fragment(request, found, "minutes/_refused.html", CONFLICT, entry=form, why=why)
    return fragment(request, found, RECORD)


@require_POST
@guarded(TABLE, "hints")
def hints(request: HttpRequest, dossier: str) -> HttpResponse:
    """What is striking in a criticism while it is typed. It is not kept."""
    get_object_or_404(queries.dossiers(request.user, "hints"), key=dossier)
    text = request.POST.get("text", "")[:TEXT_CHARACTERS]
    found = api.criticism_hints(text) if request.POST.get("kind") == CRITICISM else ()
    return render(request, "minutes/_hints.html", {"hints": found})


@require_safe
@guarded(TABLE, "words")
def words(request: HttpRequest, entry: str) -> HttpResponse:
    """One entry as it is read: where its form is left without saving."""
    known = queries.entries(request.user, "words").select_related("words")
    found = get_object_or_404(known, key=entry)
    actions.note_look(dossier=found.dossier, by=request.user)
    return _one(request, found, ENTRY)


@guarded(TABLE, "edit")
def edit(request: HttpRequest, entry: str) -> HttpResponse:
    """The form of an entry; and the minutes again, once it is saved."""
    known = queries.entries(request.user, "edit").select_related("words")
    found = get_object_or_404(known, key=entry)
    dossier = found.dossier
    items = queries.agenda_of(dossier, queries.minutes_of(dossier))
    if found.item and found.item not in items:
        items = (*items, found.item)
    people = queries.attendees(dossier)
    if request.method != "POST":
        form = SpeechForm(initial=_fields(found), items=items, people=people, auto_id=_id(found))
        return _form(request, found, form)
    form = SpeechForm(request.POST, items=items, people=people, auto_id=_id(found))
    if not form.is_valid():
        return _form(request, found, form, UNPROCESSABLE)
    try:
        version = _version(request, found)
        actions.change_entry(entry=found, version=version, by=request.user, **form.cleaned_data)
    except actions.EntryOvertaken as fault:
        return _form(request, fault.entry, form, CONFLICT, theirs=fault.entry)
    except RefusedAct as fault:
        return _form(request, found, form, CONFLICT, why=str(fault))
    return fragment(request, dossier, RECORD)


@require_POST
@guarded(TABLE, "move")
def move(request: HttpRequest, entry: str) -> HttpResponse:
    found = get_object_or_404(queries.entries(request.user, "move"), key=entry)
    try:
        is_up = request.POST.get("to") != "down"
        actions.move_entry(entry=found, by=request.user, is_up=is_up)
    except RefusedAct as fault:
        return fragment(request, found.dossier, RECORD, CONFLICT, why=str(fault))
    return fragment(request, found.dossier, RECORD)


@require_POST
@guarded(TABLE, "remove")
def remove(request: HttpRequest, entry: str) -> HttpResponse:
    """Take an entry out; the answer offers to bring it back."""
    found = get_object_or_404(queries.entries(request.user, "remove"), key=entry)
    try:
        actions.remove_entry(entry=found, by=request.user)
    except RefusedAct as fault:
        return fragment(request, found.dossier, RECORD, CONFLICT, why=str(fault))
    return fragment(request, found.dossier, RECORD, removed=found)


@require_POST
@guarded(TABLE, "restore")
def restore(request: HttpRequest, entry: str) -> HttpResponse:
    found = get_object_or_404(queries.entries(request.user, "restore"), key=entry)
    try:
        actions.restore_entry(entry=found, by=request.user)
    except RefusedAct as fault:
        return fragment(request, found.dossier, RECORD, CONFLICT, why=str(fault))
    return fragment(request, found.dossier, RECORD)


@guarded(TABLE, "rectify")
def rectify(request: HttpRequest, entry: str) -> HttpResponse:
    """A criticism becomes a row of the ledger: first its form, then the minutes again."""
    known = queries.entries(request.user, "rectify").select_related("words")
    found = get_object_or_404(known, key=entry)
    if request.method != "POST":
        given = {"problem": found.words.text, "owner": found.about_name}
        return _one(
            request,
            found,
            ENTRY,
            rectification=RectificationForm(initial=given, auto_id=_id(found)),
        )
    form = RectificationForm(request.POST, auto_id=_id(found))
    if not form.is_valid():
        return _one(request, found, ENTRY, UNPROCESSABLE, rectification=form)
    try:
        actions.rectify(entry=found, by=request.user, cells=form.cells)
    except RefusedAct as fault:
        return _one(request, found, ENTRY, CONFLICT, rectification=form, why=str(fault))
    return fragment(request, found.dossier, RECORD)


def _form(
    request: HttpRequest, found: MinutesEntry, form: SpeechForm, status: int = 200, **others: Any
) -> HttpResponse:
    return _one(request, found, EDITED, status, form=form, **others)


def _one(
    request: HttpRequest, found: MinutesEntry, template: str, status: int = 200, **others: Any
) -> HttpResponse:
    """One entry in the place where it stands; the whole page around it where no script swaps."""
    if not request.htmx:
        shown = {"one": template, "each": found, **others}
        return fragment(request, found.dossier, RECORD, status, **shown)
    keeps = queries.is_kept_by(request.user, found.dossier)
    shown = {"each": found, "dossier": found.dossier, "is_open": keeps, **others}
    return render(request, template, shown, status=status)


def _id(entry: MinutesEntry) -> str:
    """The form of ids in a form of this entry: there may be several on a page."""
    return f"entry-{entry.key}-%s"


def _fields(entry: MinutesEntry) -> dict[str, Any]:
    return {
        "item": entry.item,
        "kind": entry.kind,
        "speaker": entry.speaker_id,
        "about": entry.about_id,
        "text": entry.words.text,
    }


def _version(request: HttpRequest, entry: MinutesEntry) -> int:
    """The version that the page had; that of now for a request without one."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) <= DIGITS else entry.version
