"""A list as an Excel file to be downloaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from duizhao import api

WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def list_file(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]]
) -> HttpResponse:
    """The rows as a workbook, named after its list and the day."""
    day = timezone.localdate()
    answer = HttpResponse(api.render_list(title, heads, rows), content_type=WORKBOOK_TYPE)
    name = f"{title}-{day.year}{day.month:02}{day.day:02}.xlsx"
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
