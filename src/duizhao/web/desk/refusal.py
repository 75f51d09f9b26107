"""What the desk answers where it does not do what was asked, and where it has done it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from duizhao.web.desk.models import DeskFile

TEXT_HAS_CHANGED = "这份材料刚才已经改过，或者还没有读。请刷新后再做一次"
DIGITS = 6


def refused(request: HttpRequest, file: DeskFile, why: str, status: int = 409) -> HttpResponse:
    """A page with the reason of a refusal and a link back to the file."""
    return render(request, "desk/refused.html", {"file": file, "why": why}, status=status)


def back_to(file: DeskFile, at: str = "") -> HttpResponse:
    """Back to the page of a file, at its card of a number."""
    page = reverse("desk:file", kwargs={"file": file.key})
    return redirect(f"{page}#f1-{at}" if at.isdecimal() else page)


def whole_number(written: str) -> int:
    """A number as a form sends it; 0 for anything else."""
    return int(written) if written.isdecimal() and len(written) <= DIGITS else 0
