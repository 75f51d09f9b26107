"""What people send, without characters that nobody sees and that no document and no PostgreSQL can hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Pasting brings them in."""


class SeenFields:
    """A middleware: all fields of an address and of a form come to a view without unseen characters."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Just before the view: who may send a form, and how much, was checked before."""
        request.GET = _seen(request.GET)
        if request.method == "POST":
            request.POST = _seen(request.POST)


def _seen(given: QueryDict) -> QueryDict:
    fields = dict(given.lists())
    if not any(UNSEEN.search(text) for name in fields for text in (name, *fields[name])):
        return given
    found = QueryDict(mutable=True)
    for name, texts in fields.items():
        found.setlist(UNSEEN.sub("", name), [UNSEEN.sub("", text) for text in texts])
    found._mutable = False
    return found
