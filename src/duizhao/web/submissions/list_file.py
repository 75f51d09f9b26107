"""A list as an Excel file to be downloaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils import timezone

from duizhao import api
from duizhao.web.attachment import attachment


def list_file(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]]
) -> HttpResponse:
    """The rows as a workbook, named after its list and the day."""
    day = timezone.localdate()
    name = f"{title}-{day.year}{day.month:02}{day.day:02}.xlsx"
    return attachment(api.render_list(title, heads, rows), name)
