"""The settings of the site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.desk import queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.settings import undo_settings

PAGES = ("aspects",)
"""Pages that show what was changed, with its undo."""


@require_POST
@guarded(TABLE, "undo_settings")
def undo(request: HttpRequest, state: str) -> HttpResponse:
    """Bring back what was set before a change."""
    found = get_object_or_404(queries.settings_states(request.user, "undo_settings"), key=state)
    undone = undo_settings(by=request.user, state=found)
    page = request.POST.get("page", "")
    return redirect(f"{reverse(f'desk:{page if page in PAGES else PAGES[0]}')}?done={undone.key}")
