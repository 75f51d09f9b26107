"""The first page of an administrator."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duizhao.web.access import guarded
from duizhao.web.accounts import duties as told
from duizhao.web.accounts.access import TABLE


@require_safe
@guarded(TABLE, "duties")
def duties(request: HttpRequest) -> HttpResponse:
    """What an administrator can do and what waits; nothing of anybody's statements, meetings or ledgers."""
    shown = {"duties": told.duties(request.user), "waiting": told.waiting(request.user)}
    return render(request, "accounts/duties.html", shown)
