"""The table of a batch: its rows as somebody wants to see them, a page at a time, and those that are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from duizhao.web.desk import checking, queries
from duizhao.web.desk.models import (
    Batch,
    DeskFile,
    OutputForm,
    OutputStatus,
    ReadStatus,
    ReviewState,
)
from duizhao.web.desk.row_query import ONLY, RowQuery

ROWS_ON_A_PAGE = 300


def table(request: HttpRequest, batch: Batch) -> dict[str, Any]:
    """What the table of a batch shows, as the address or the form of a request asks for it."""
    given = request.POST if request.method == "POST" else request.GET
    query = RowQuery.from_data(given)
    asked_at = timezone.now()
    every = list(batch.files.all())
    rows = query.rows(every)
    page = Paginator(rows, ROWS_ON_A_PAGE).get_page(given.get("page"))
    return {
        "batch": batch,
        "query": query,
        "here": query.address(),
        "aspects": _aspects_by_campaign(page.object_list),
        "heads": query.heads(),
        "page": page,
        "files": page.object_list,
        "count": len(rows),
        "total": len(every),
        "stamp": checking.stamp(),
        "states": ReviewState.choices,
        "only": [(key, words) for key, (words, _) in ONLY.items()],
        "forms": OutputForm.choices,
        "author": queries.last_author(request.user),
        **progress(every, asked_at),
    }


def outputs(batch: Batch) -> dict[str, Any]:
    """What was made of a batch, and whether something is being made."""
    made = list(batch.outputs.all())
    return {
        "outputs": made,
        "is_working": any(each.status == OutputStatus.WORKING for each in made),
    }


def progress(files: list[DeskFile], asked_at: datetime) -> dict[str, Any]:
    """How far the files of a batch are read, as of a moment before they were asked for."""
    waiting = sum(file.status == ReadStatus.WAITING for file in files)
    return {
        "waiting": waiting,
        "done": len(files) - waiting,
        "total": len(files),
        "moment": asked_at.isoformat(),
    }


def chosen(request: HttpRequest, batch: Batch) -> QuerySet[DeskFile]:
    """The files that a form has chosen; all that its page shows where none is chosen."""
    keys = request.POST.getlist("chosen")
    if not keys:
        keys = [file.key for file in RowQuery.from_data(request.POST).rows(batch.files.all())]
    return batch.files.filter(key__in=keys)


def _aspects_by_campaign(files: Iterable[DeskFile]) -> dict[str, str]:
    """The names of the aspects of each campaign, once for all rows, which have only their marks."""
    return {
        file.facts["campaign"]: "|".join(name for name, _ in file.facts["aspects"])
        for file in files
        if file.facts.get("aspects")
    }
