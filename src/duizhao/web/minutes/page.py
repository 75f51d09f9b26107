"""The page of a meeting and its parts, as one person sees them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.minutes import actions, queries
from duizhao.web.minutes.course import MeetingCourse, course_of
from duizhao.web.minutes.forms import AgendaForm, MinutesForm, NewSpeechForm
from duizhao.web.minutes.models import PERSONAL_KINDS
from duizhao.web.minutes.papers import PAPERS
from duizhao.web.random_key import random_key


def page(request: HttpRequest, dossier: Dossier, status: int = 200, **others: Any) -> HttpResponse:
    """The whole page, with what a form gave that was not taken."""
    shown = {**course_shown(request, dossier), **others}
    return dossier_page(request, dossier, "minutes/meeting.html", shown, status=status)


def fragment(
    request: HttpRequest, dossier: Dossier, template: str, status: int = 200, **others: Any
) -> HttpResponse:
    """A part of the page after a change; the whole page where no script swaps."""
    if not request.htmx:
        return page(request, dossier, status, **others)
    shown = {**course_shown(request, dossier), "dossier": dossier, **others}
    shown["fragment_why"] = others.get("why")
    return render(request, template, shown, status=status)


def course_shown(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """What the page of a meeting and its parts show."""
    course = course_of(dossier, request.user)
    _note_look(request, course)
    keeps = queries.is_kept_by(request.user, dossier)
    titles = queries.agenda_of(dossier, course.minutes)
    return {
        "course": course,
        "minutes": course.minutes,
        "keeps": keeps,
        "is_open": keeps and not course.is_ended and not dossier.is_closed,
        "details": MinutesForm(instance=course.minutes),
        "agenda": AgendaForm(initial={"items": "\n".join(titles)}),
        "new_key": random_key(),
        "entry": NewSpeechForm(items=titles, people=list(course.people)),
        "papers": [(which, words) for which, (words, _) in PAPERS.items()],
    }


def _note_look(request: HttpRequest, course: MeetingCourse) -> None:
    """Note that somebody reads the minutes: the answer to what somebody has just written is no look of its own."""
    entries = (entry for item in course.agenda for entry in item.entries)
    if request.method == "GET" and any(each.kind in PERSONAL_KINDS for each in entries):
        actions.note_look(dossier=course.dossier, by=request.user)
