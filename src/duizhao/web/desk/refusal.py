"""What the desk answers where it does not do what was asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from duizhao.web.desk.models import DeskFile

TEXT_HAS_CHANGED = "这份材料刚才已经改过，或者已经不在了。请刷新后再做一次"


def refused(request: HttpRequest, file: DeskFile, why: str, status: int = 409) -> HttpResponse:
    """A page that says why, and leads back to the file."""
    return render(request, "desk/refused.html", {"file": file, "why": why}, status=status)
