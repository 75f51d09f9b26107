"""A file that a page gives out, to be saved and not shown."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from duizhao.web.file_name import kept_anywhere
from duizhao.web.stored_files import place_of

OFFICE = "application/vnd.openxmlformats-officedocument."
UNKNOWN = "application/octet-stream"
TYPE_OF = {
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "zip": "application/zip",
    "ics": "text/calendar; charset=utf-8",
}


def attachment(data: bytes, name: str) -> HttpResponse:
    """An answer with a file of this name that was made here."""
    kind = TYPE_OF.get(name.rpartition(".")[2], UNKNOWN)
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(True, kept_anywhere(name))
    return answer


def stored_attachment(key: str, name: str) -> FileResponse:
    """An answer with a file as it is stored. What somebody has put in is of no known type, whatever its name."""
    return FileResponse(
        place_of(key).open("rb"),
        as_attachment=True,
        filename=kept_anywhere(name.replace("\\", "/").rpartition("/")[2]),
        content_type=UNKNOWN,
    )
