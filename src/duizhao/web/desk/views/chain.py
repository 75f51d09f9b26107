"""The chain of a statement as a picture, fetched when its section is opened; the questions to its author, to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import queries, reading
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import DeskFile, ReadStatus
from duizhao.web.desk.table import chosen

MAX_PRINTED = 100
"""Files whose questions are asked on one page: a check takes a while."""


@require_safe
@guarded(TABLE, "chain")
def chain(request: HttpRequest, file: str) -> HttpResponse:
    """The picture alone for the page of the statement, else a page of its own."""
    found = get_object_or_404(queries.files(request.user, "chain"), key=file)
    is_swap = "HX-Request" in request.headers
    shown = {"file": found}
    if found.status == ReadStatus.READ:
        page = "" if is_swap else reverse("desk:file", kwargs={"file": found.key})
        checked = reading.checked(found, found.versions.last())
        # Escaped where it is made.
        shown["chain"] = mark_safe(api.chain_html(checked, f"{page}#d1"))
    return render(request, "desk/_chain_picture.html" if is_swap else "desk/chain.html", shown)


@require_safe
@guarded(TABLE, "questions")
def questions(request: HttpRequest, file: str) -> HttpResponse:
    found = get_object_or_404(queries.files(request.user, "questions"), key=file)
    shown = {"file": found, "batch": found.batch}
    if found.status == ReadStatus.READ:
        shown["questions"] = [_sheets(found)]
    return render(request, "desk/questions.html", shown)


@require_POST
@guarded(TABLE, "questions_of_chosen")
def questions_of_chosen(request: HttpRequest, batch: str) -> HttpResponse:
    """The questions to all authors, a page for each statement."""
    found = get_object_or_404(queries.batches(request.user, "questions_of_chosen"), key=batch)
    files = list(chosen(request, found).filter(status=ReadStatus.READ)[: MAX_PRINTED + 1])
    shown = {
        "batch": found,
        "questions": [_sheets(file) for file in files[:MAX_PRINTED]],
        "most": MAX_PRINTED if len(files) > MAX_PRINTED else 0,
    }
    return render(request, "desk/questions.html", shown)


def _sheets(file: DeskFile) -> str:
    # Escaped where they are made.
    return mark_safe(
        api.questions_html(reading.checked(file, file.versions.last()), reading.rules())
    )
