"""The appraisal of party members by their branch: votes and grades, in the order of the roster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.process import excellent_objection
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.audit.actions import record
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.actions import AppraisalEntry
from duizhao.web.meetings.answers import (
    OVERTAKEN,
    whole_number,
)
from duizhao.web.meetings.models import (
    AppraisalGrade,
    AppraisalResult,
    Attendee,
    Dossier,
    MeetingPart,
)
from duizhao.web.meetings.page import dossier_page
from duizhao.web.meetings.requirements import kind_of
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

EXCELLENT = "excellent"
VOTES = ("excellent", "qualified", "basic", "unqualified")
HEADS = ("姓名", "职务", *(f"{label}票" for label in AppraisalGrade.labels), "评定等次")


@dataclass(frozen=True, slots=True)
class AppraisalRow:
    """Somebody who is appraised, with the votes as texts and the grade."""

    attendee: Attendee
    votes: tuple[tuple[str, str], ...]
    grade: str

    @property
    def grade_words(self) -> str:
        return dict(AppraisalGrade.choices).get(self.grade, "")


@require_safe
@guarded(TABLE, "appraisal")
def appraisal(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "appraisal"), key=dossier)
    record(actor=request.user, act="meetings.appraisal", kind="dossier", key=found.key)
    return _page(request, found, _rows(found))


@require_POST
@guarded(TABLE, "edit_appraisal")
def edit(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "edit_appraisal"), key=dossier)
    rows = [_typed(request, each.attendee) for each in _rows(found)]
    if wrong := [row.attendee.name for row in rows if not _is_counted(row)]:
        why = f"票数要写成数：{'、'.join(wrong)}"
        return _page(request, found, rows, why, UNPROCESSABLE)
    try:
        actions.keep_appraisal(
            dossier=found,
            version=whole_number(request.POST.get("version", "")) or 0,
            by=request.user,
            entries=[_entry(row) for row in rows],
        )
    except RefusedAct as fault:
        return _page(request, found, rows, str(fault), CONFLICT)
    except actions.DossierOvertaken as fault:
        return _page(request, fault.dossier, rows, OVERTAKEN, CONFLICT)
    return redirect("meetings:appraisal", dossier=found.key)


@require_safe
@guarded(TABLE, "appraisal_workbook")
def workbook(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "appraisal_workbook"), key=dossier)
    record(actor=request.user, act="meetings.appraisal", kind="dossier", key=found.key)
    rows = [
        (
            each.attendee.name,
            each.attendee.duty,
            *(int(votes) if votes else "" for _, votes in each.votes),
            each.grade_words,
        )
        for each in _rows(found)
    ]
    return attachment(api.render_list("民主评议", HEADS, rows), f"{found.name}评议结果.xlsx")


def _page(
    request: HttpRequest,
    dossier: Dossier,
    rows: list[AppraisalRow],
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    kind = kind_of(dossier)
    graded = [row for row in rows if row.grade]
    excellent = sum(row.grade == EXCELLENT for row in graded)
    shown: dict[str, Any] = {
        "rows": rows,
        "grades": AppraisalGrade.choices,
        "objection": excellent_objection(kind, excellent, len(rows)) if kind else None,
        "asked": kind.get("appraisal") if kind else None,
        "graded": len(graded),
        "is_kept": bool(TABLE.scopes("edit_appraisal", request.user)) and not dossier.is_closed,
        "fault": fault,
    }
    return dossier_page(request, dossier, "meetings/appraisal.html", shown, status=status)


def _rows(dossier: Dossier) -> list[AppraisalRow]:
    people = dossier.attendees.filter(part=MeetingPart.EXPECTED).select_related("appraisal")
    return [_row(each) for each in people]


def _row(attendee: Attendee) -> AppraisalRow:
    result: AppraisalResult | None = getattr(attendee, "appraisal", None)
    votes = ((name, getattr(result, name, None)) for name in VOTES)
    texts = tuple((name, "" if count is None else str(count)) for name, count in votes)
    return AppraisalRow(attendee, texts, result.grade if result else "")


def _typed(request: HttpRequest, attendee: Attendee) -> AppraisalRow:
    texts = tuple(
        (name, request.POST.get(f"{name}-{attendee.key}", "").strip()[:6]) for name in VOTES
    )
    grade = request.POST.get(f"grade-{attendee.key}", "")
    return AppraisalRow(attendee, texts, grade if grade in AppraisalGrade.values else "")


def _is_counted(row: AppraisalRow) -> bool:
    return all(text == "" or whole_number(text) is not None for _, text in row.votes)


def _entry(row: AppraisalRow) -> AppraisalEntry:
    votes = {name: whole_number(text) for name, text in row.votes}
    return AppraisalEntry(row.attendee, votes, row.grade)
