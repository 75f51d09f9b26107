"""The page of one row: its whole life, and what the person who looks at it may do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from duizhao import api
from duizhao.ledger.column import COLUMN_BY_KEY
from duizhao.ledger.deadline import as_day
from duizhao.ledger.standing import closing_objections, urgency_of
from duizhao.process import chinese_day
from duizhao.web.desk import checking
from duizhao.web.desk.actions.ledger import RowOvertaken
from duizhao.web.desk.models import EarlierRow, LedgerRow
from duizhao.web.meetings.page import dossier_page
from duizhao.web.rectification import actions, queries
from duizhao.web.rectification.doing import doing
from duizhao.web.rectification.life import ChangedCell, RowStep, differences, life_of, steps_of
from duizhao.web.rectification.models import RowFile
from duizhao.web.rectification.origins import opinions_of, sentence_of, sources_of
from duizhao.web.rectification.recurrence import recurrences_of, refresh
from duizhao.web.rectification.refusals import RefusedMove
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

VERSION_DIGITS = 9


def row_page(
    request: HttpRequest, row: LedgerRow, status: int = 200, **others: Any
) -> HttpResponse:
    """The page of a row, with `others` of a form that was not taken: `why`, `theirs`, and the form by its name."""
    prefetch_related_objects([row], "asked_postponements", "people__member")
    today = timezone.localdate()
    steps, opinions = steps_of(row), opinions_of(request.user, row)
    events, dossier = life_of(row, steps), getattr(row.batch, "dossier", None)
    shown = {
        "row": row,
        "urgency": urgency_of(row.cells, today, api.near_days(checking.checker().config.ledger)),
        "batch": row.batch,
        "cells": dict.fromkeys(COLUMN_BY_KEY, "") | row.cells,
        "sentence": sentence_of(request.user, row),
        "sources": sources_of(request.user, row, opinions),
        "opinions": opinions,
        "events": events,
        "steps": steps,
        "days": list(_days(row)),
        **_people(row),
        **_evidence(row, [file for event in events for file in event.files]),
        "is_searched": refresh(row.batch),
        "recurrences": recurrences_of(request.user, row),
        "objections": closing_objections(row.cells, today),
        **doing(request, row, bool(dossier and dossier.is_closed), others),
        **others,
    }
    if dossier is not None:
        shown["frame"] = "meetings/dossier.html"
        return dossier_page(request, dossier, "rectification/row.html", shown, status=status)
    return render(
        request, "rectification/row.html", {**shown, "frame": "site/base.html"}, status=status
    )


def since(row: LedgerRow, version: int) -> tuple[ChangedCell, ...]:
    """What was changed in a row since somebody saw it in a version."""
    earlier = EarlierRow.objects.filter(row=row, version=version).first()
    return differences(earlier.cells, row.cells) if earlier else ()


def changed_by(steps: Sequence[RowStep], version: int) -> str:
    """Who has changed a row since a version."""
    return "、".join(
        dict.fromkeys(step.who for step in steps if step.version > version and step.who)
    )


def address_of(row: LedgerRow) -> str:
    return reverse("rectification:row", kwargs={"tracked": row.pk})


def _days(row: LedgerRow) -> Iterator[tuple[str, str]]:
    """The days in the cells of a row, with their heads; words that are no day stay as they are."""
    for key in ("done", "closed"):
        if text := row.cells.get(key, "").strip():
            day = as_day(text)
            yield COLUMN_BY_KEY[key].head, chinese_day(day) if day else text


def _people(row: LedgerRow) -> dict[str, Any]:
    known = getattr(row, "rectification", None)
    return {"unknown": known.unknown if known else ()}


def _evidence(row: LedgerRow, known: Sequence[RowFile]) -> dict[str, Any]:
    """The files of a row that are still evidence, and what the cell names beside them."""
    files = [file for file in known if file.dropped_at is None]
    names = {file.name for file in files}
    lines = [line.strip() for line in row.cells.get("evidence", "").split("\n")]
    return {"files": files, "named": [line for line in lines if line and line not in names]}


def row_for(request: HttpRequest, act: str, key: str) -> LedgerRow:
    """The row on which this person has an act, with its names looked up as they are now. Raises Http404."""
    known = (
        LedgerRow.objects.filter(pk=key, is_removed=False)
        .select_related("batch__owner", "batch__dossier")
        .first()
    )
    if known is None:
        raise Http404
    actions.match_people(batch=known.batch, only=known)
    return get_object_or_404(queries.rows(request.user, act), pk=key)


def version_of(request: HttpRequest, row: LedgerRow) -> int:
    """The version that the page had; that of now for a request without one."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) <= VERSION_DIGITS else row.version


def answered(
    request: HttpRequest, row: LedgerRow, act: Callable[[int], Any], at: str = "", **forms: Any
) -> HttpResponse:
    """Do an act with the version that the page had. Where it is not taken, the page has the forms as they were filled.

    409 shows what somebody else has changed in the row since then.
    """
    version = version_of(request, row)
    try:
        act(version)
    except RowOvertaken:
        now = _again(row)
        theirs, who = since(now, version), changed_by(steps_of(now), version)
        return row_page(
            request, now, CONFLICT, theirs=theirs, theirs_by=who, is_overtaken=True, **forms
        )
    except RefusedMove as fault:
        return row_page(request, _again(row), UNPROCESSABLE, why=fault.reasons, **forms)
    except RefusedAct as fault:
        return row_page(request, _again(row), CONFLICT, why=(str(fault),), **forms)
    return redirect(f"{address_of(row)}{at}")


def _again(row: LedgerRow) -> LedgerRow:
    """The row as it is now, also where somebody has just taken it out of the ledger."""
    return LedgerRow.objects.select_related("batch__owner", "batch__dossier__unit", "file").get(
        pk=row.pk
    )
