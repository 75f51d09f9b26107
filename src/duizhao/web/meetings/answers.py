"""Answers that pages of meetings have in common: a workbook, a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

CONFLICT, UNPROCESSABLE = 409, 422
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OVERTAKEN = "这一页打开之后，别人又改过。下面是你填的，请对照看过，再存一次"


def workbook_answer(data: bytes, name: str) -> HttpResponse:
    """A workbook to be downloaded under a name."""
    return file_answer(data, f"{name}.xlsx", WORKBOOK_TYPE)


def file_answer(data: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer


def whole_number(text: str) -> int | None:
    """The number that a field holds; None where it holds none."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 7 else None
