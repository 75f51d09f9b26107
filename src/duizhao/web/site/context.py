"""What every page needs to know of the site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from duizhao.version import __version__


def site(request: HttpRequest) -> dict[str, Any]:
    """The kind of site, its version, and who looks at it."""
    return {
        "is_desk": settings.IS_DESK,
        "version": __version__,
        "person": getattr(request, "user", None),
    }
