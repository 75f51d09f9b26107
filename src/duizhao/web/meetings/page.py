"""The frame that all pages of a dossier share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.parts import parts_of
from duizhao.web.meetings.requirements import kind_of


def dossier_page(
    request: HttpRequest,
    dossier: Dossier,
    template: str,
    shown: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """A page of a dossier in its frame: the name of the meeting, and its other parts."""
    kind = kind_of(dossier)
    frame = {
        "dossier": dossier,
        "kind_name": kind.name if kind else "",
        "parts": parts_of(dossier, request),
    }
    return render(request, template, {**frame, **shown}, status=status)
