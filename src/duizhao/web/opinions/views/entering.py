"""Opinions that came on paper, in a workbook or by word of mouth: typed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.opinions import actions, queries
from duizhao.web.opinions.access import TABLE
from duizhao.web.opinions.forms import USUAL_QUESTIONS, EntryForm
from duizhao.web.opinions.typed_lines import lines_of_file, typed_opinions
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

LARGEST_WORKBOOK_BYTES = 8_000_000
EMPTY_ROWS, WIDE_CHARACTERS = 30, 24


@guarded(TABLE, "enter")
def enter(request: HttpRequest, dossier: str) -> HttpResponse:
    """Type opinions in, a line each; a workbook is read into the same form, to be looked at."""
    found = get_object_or_404(queries.dossiers(request.user, "enter"), key=dossier)
    if request.method != "POST":
        return _page(request, found, EntryForm())
    if "workbook" in request.FILES:
        return _read(request, found)
    form = EntryForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, UNPROCESSABLE)
    given = form.cleaned_data
    try:
        typed = typed_opinions(given["typed"], list(found.attendees.all()))
        actions.enter_opinions(
            dossier=found,
            by=request.user,
            origin=given["origin"],
            scope=given["scope"],
            typed=typed,
        )
    except RefusedAct as fault:
        return _page(request, found, form, CONFLICT, why=str(fault))
    except api.DuizhaoError as fault:
        form.add_error("typed", str(fault))
        return _page(request, found, form, UNPROCESSABLE)
    return redirect("opinions:opinions", dossier=found.key)


@require_safe
@guarded(TABLE, "template")
def template(request: HttpRequest, dossier: str) -> HttpResponse:
    """A workbook to be filled in and read again."""
    found = get_object_or_404(queries.dossiers(request.user, "template"), key=dossier)
    heads = ("对谁的意见（写“班子”或者姓名）", "意见建议")
    rows = [("", "\u3000" * WIDE_CHARACTERS), *([("", "")] * EMPTY_ROWS)]
    return attachment(api.render_list("征求意见表", heads, rows), f"征求意见表-{found.name}.xlsx")


@require_safe
@guarded(TABLE, "sheet")
def sheet(request: HttpRequest, dossier: str) -> HttpResponse:
    """A form on paper, which is filled in by hand and put into a box."""
    found = get_object_or_404(queries.dossiers(request.user, "sheet"), key=dossier)
    last = found.rounds.filter(choices=[]).last()
    shown = {
        "round": last,
        "questions": last.questions if last else [USUAL_QUESTIONS],
        "people": queries.members_asked_about(found) if not last or last.asks_about_people else [],
    }
    return dossier_page(request, found, "opinions/sheet.html", shown)


def _read(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """What stands in a workbook, in the form."""
    upload = request.FILES["workbook"]
    form = EntryForm(
        initial={name: request.POST.get(name, "") for name in ("origin", "scope", "typed")}
    )
    if upload.size > LARGEST_WORKBOOK_BYTES:
        return _page(request, dossier, form, UNPROCESSABLE, why="文件太大，不是正常的征求意见表")
    try:
        lines = lines_of_file(upload.read(), upload.name)
    except api.DuizhaoError as fault:
        return _page(request, dossier, form, UNPROCESSABLE, why=str(fault))
    form.initial["typed"] = lines
    return _page(request, dossier, form, read=len(lines.splitlines()))


def _page(
    request: HttpRequest, dossier: Dossier, form: EntryForm, status: int = 200, **others: Any
) -> HttpResponse:
    shown = {"form": form, "scopes": _known_scopes(dossier), **others}
    return dossier_page(request, dossier, "opinions/enter.html", shown, status=status)


def _known_scopes(dossier: Dossier) -> list[str]:
    return list(
        dict.fromkeys(each["name"] for asked in dossier.rounds.all() for each in asked.scopes)
    )
