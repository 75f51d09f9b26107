"""What is to be done, a meeting on one page, and what is found by its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.announcements.queries import shown_today
from duizhao.web.attachment import attachment
from duizhao.web.audit.actions import record
from duizhao.web.demonstration import on_desk
from duizhao.web.demonstration.make import DeskWays
from duizhao.web.desk import ledger_work, putting_in
from duizhao.web.desk.ledger_queries import near_days
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.meetings.parts import parts_of
from duizhao.web.overview import queries
from duizhao.web.overview.access import TABLE
from duizhao.web.overview.finding import find
from duizhao.web.overview.others import acts_of_others, mark_seen
from duizhao.web.overview.own_rows import own_todos
from duizhao.web.overview.part_rows import part_rows
from duizhao.web.overview.sources import statements, todos
from duizhao.web.overview.todo import Onlooker, Todo, grouped, has_several_units

TODO_HEADS = ("什么时候前", "要办的", "单位", "会议", "找谁", "为什么")
SHOWN_ANNOUNCEMENTS = 10


@require_safe
@guarded(TABLE, "todo")
def todo(request: HttpRequest) -> HttpResponse:
    """The first page of somebody: what there is to do, by its day."""
    onlooker = Onlooker(request.user, timezone.localdate(), near_days())
    worked = queries.worked_on(request.user)
    found = list(_todos(worked, onlooker))
    known = queries.running(request.user, worked)
    shown = {
        "groups": list(grouped(found, onlooker.today)),
        "dossiers": known,
        "is_full": len(known) == queries.MOST_MEETINGS,
        "has_demo": settings.IS_DESK and on_desk.unit() is not None,
        "several": len(known) > 1,
        "several_units": has_several_units(found),
        "others": acts_of_others(request.user),
        "announcements": shown_today(request.user)[:SHOWN_ANNOUNCEMENTS],
    }
    return render(request, "overview/todo.html", shown)


def _todos(worked: Sequence[Dossier], onlooker: Onlooker) -> Iterator[Todo]:
    """What there is to do for meetings, to review, and in ledgers for whoever looks."""
    waiting = queries.reviewed(onlooker.person, worked)
    return chain(todos(worked, onlooker), statements.reviews(waiting), own_todos(onlooker))


@require_POST
@guarded(TABLE, "seen")
def seen(request: HttpRequest) -> HttpResponse:
    mark_seen(person=request.user)
    return redirect("overview:todo")


@require_safe
@guarded(TABLE, "todo_out")
def todo_out(request: HttpRequest) -> HttpResponse:
    """The list of what there is to do as a workbook, in the order of the page."""
    onlooker = Onlooker(request.user, timezone.localdate(), near_days())
    found = _todos(queries.worked_on(request.user), onlooker)
    rows = [
        (each.day or "", each.words, each.unit, each.meeting, "、".join(each.whom), each.why)
        for group in grouped(found, onlooker.today)
        for each in group.todos
    ]
    return attachment(api.render_list("要办的", TODO_HEADS, rows), "要办的.xlsx")


@require_safe
@guarded(TABLE, "dossier")
def dossier(request: HttpRequest, dossier: str) -> HttpResponse:
    """A meeting on one page: what each part holds, what is missing or late, whom to ask."""
    reached = queries.dossiers(request.user, "dossier")
    found = get_object_or_404(queries.with_parts(reached, request.user), key=dossier)
    onlooker = Onlooker(request.user, timezone.localdate(), near_days())
    days = (found.held_on - onlooker.today).days if found.held_on else None
    rows = part_rows(found, onlooker, parts_of(found, request))
    return dossier_page(request, found, "overview/dossier.html", {"rows": rows, "days": days})


@require_safe
@guarded(TABLE, "search")
def search(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("words", "").strip()
    kinds = list(find(request.user, asked))
    if any(each.is_confidential for each in kinds):
        record(actor=request.user, act="overview.search", kind="search", key="")
    shown = {"asked": asked, "kinds": kinds, "address": reverse("overview:search")}
    return render(request, "overview/search.html", shown)


@require_POST
@guarded(TABLE, "begin_demo")
def begin_demo(request: HttpRequest) -> HttpResponse:
    """Adds the demonstration to what is there; a second click leads to the one that is there already."""
    if on_desk.unit() is None:
        on_desk.begin(by=request.user, ways=DeskWays(putting_in.take, ledger_work.take))
    return redirect("overview:todo")


@require_POST
@guarded(TABLE, "end_demo")
def end_demo(request: HttpRequest) -> HttpResponse:
    on_desk.end(by=request.user)
    return redirect("overview:todo")
