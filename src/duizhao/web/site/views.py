"""The style sheet and the script that the site shares with the report files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from duizhao import api
from duizhao.web.site.navigation import beginnings

SITE = Path(__file__).parents[1]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
AROUND_MARKS = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")


@login_not_required
@require_safe
def look(request: HttpRequest, version: str) -> HttpResponse:
    """The one style sheet of all pages: that of the reports, that of the frame, and what single pages add."""
    return _kept(_look(), "text/css")


@login_not_required
@require_safe
def statement_script(request: HttpRequest, version: str) -> HttpResponse:
    """The script that steps through findings."""
    return _kept(api.statement_script(), "text/javascript")


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Where somebody begins who has just come in; who has no role yet learns whom to ask."""
    places = beginnings(request, request.user)
    return redirect(places[0].address) if places else render(request, "site/no_role.html")


@login_not_required
@require_safe
def screening_script(request: HttpRequest, version: str) -> HttpResponse:
    """The script that steps through what two texts share."""
    return _kept(api.screening_script(), "text/javascript")


@cache
def _look() -> str:
    own = [SITE / "site" / "look.css", *sorted(SITE.glob("*/look/*.css"))]
    return folded(
        [
            api.shared_look(),
            api.statement_look(),
            api.screening_look(),
            *(path.read_text(encoding="utf-8") for path in own),
        ]
    )


def folded(sheets: Iterable[str]) -> str:
    """Style sheets as one, without comments and the blanks around marks, which only their writers need."""
    bare = (AROUND_MARKS.sub(r"\1", COMMENT.sub("", sheet)).strip() for sheet in sheets)
    return "".join(bare).replace(";}", "}")


def _kept(content: str, kind: str) -> HttpResponse:
    """An answer that a browser keeps: the version is part of its address."""
    answer = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    answer["Cache-Control"] = f"private, max-age={settings.WHITENOISE_MAX_AGE}, immutable"
    return answer


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """What pages are made of, side by side; only while pages are made (DUIZHAO_DEBUG=1)."""
    return render(request, "site/components.html")
