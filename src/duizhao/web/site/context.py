"""What every page needs to know of the site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from duizhao.version import __version__
from duizhao.web.site.navigation import beginnings


def site(request: HttpRequest) -> dict[str, Any]:
    """The kind of site, its version, who looks at it, and where they can go."""
    person = getattr(request, "user", None)
    shown: dict[str, Any] = {"is_desk": settings.IS_DESK, "version": __version__, "person": person}
    places = beginnings(request, person)
    # On one's own computer one begins by putting files in.
    first = places[0].address if places else reverse("site:start")
    home = "/" if settings.IS_DESK else first
    return {**shown, "beginnings": places, "home": home}
