"""What whoever holds a link sees, as long as it is announced: no account, no session, no search engine."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duizhao.web.announcements import queries

NOT_FOUND = 404


@login_not_required
@require_safe
def shown(request: HttpRequest, token: str) -> HttpResponse:
    found = queries.by_link(token)
    status = 200 if found else NOT_FOUND
    answer = render(request, "announcements/public.html", {"announcement": found}, status=status)
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
