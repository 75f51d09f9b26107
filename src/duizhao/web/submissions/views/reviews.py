"""The desk of a reviewer: the statements of all units that one reviews, a line for each person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from duizhao.web.access import guarded
from duizhao.web.submissions import review_desk, words
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.list_file import list_file


@require_safe
@guarded(TABLE, "reviews")
def reviews(request: HttpRequest) -> HttpResponse:
    wanted = review_desk.ReviewFilter.from_fields(request.GET)
    number = request.GET.get("page", "")
    page = review_desk.page(request.user, "reviews", wanted, timezone.localdate(), number)
    shown: dict[str, Any] = {"page": page, "wanted": wanted, "onlys": review_desk.ONLY}
    return render(request, "submissions/reviews.html", shown)


@require_safe
@guarded(TABLE, "reviews_out")
def reviews_out(request: HttpRequest) -> HttpResponse:
    """What the page shows as a workbook."""
    wanted = review_desk.ReviewFilter.from_fields(request.GET)
    meetings = list(review_desk.meetings(request.user, "reviews_out", wanted))
    groups = review_desk.groups(meetings, request.user, wanted, timezone.localdate())
    rows = [
        [each.dossier.unit.name, each.dossier.name, *words.cells(row)]
        for each in groups
        for row in each.rows
    ]
    return list_file("审核", words.REVIEW_HEADS, rows)
