"""A file that a page gives out, to be saved and not shown."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

OFFICE = "application/vnd.openxmlformats-officedocument."
TYPE_OF = {
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "ics": "text/calendar; charset=utf-8",
}


def attachment(data: bytes, name: str) -> HttpResponse:
    """An answer with a file of this name."""
    kind = TYPE_OF.get(name.rpartition(".")[2], "application/octet-stream")
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
