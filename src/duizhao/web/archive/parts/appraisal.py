"""What came of the appraisal of party members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duizhao import api
from duizhao.web.archive.archive_work import ArchiveWork, FileForPeople
from duizhao.web.meetings.models import AppraisalGrade, AppraisalResult, Dossier

FOLDER = "民主评议"
HEADS = ("姓名", "职务", *(f"{label}票" for label in AppraisalGrade.labels), "评定等次")


def pieces(dossier: Dossier) -> int:
    return 1 if _results(dossier).exists() else 0


def files(dossier: Dossier, work: ArchiveWork) -> Iterator[FileForPeople]:
    rows = [_cells(each) for each in _results(dossier)]
    if rows:
        yield from work.tried("评议结果.xlsx", lambda: api.render_list("民主评议", HEADS, rows))


def _results(dossier: Dossier) -> Any:
    found = AppraisalResult.objects.filter(attendee__dossier=dossier)
    return found.select_related("attendee").order_by("attendee__position", "attendee__name")


def _cells(result: AppraisalResult) -> tuple[Any, ...]:
    votes = (result.excellent, result.qualified, result.basic, result.unqualified)
    return (
        result.attendee.name,
        result.attendee.duty,
        *("" if each is None else each for each in votes),
        result.get_grade_display(),
    )
