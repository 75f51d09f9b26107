"""The pages about rows of several ledgers, for whoever may see them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from duizhao.web.rectification.access import TABLE

PLACES = (("board", "看板"), ("mine", "我的整改"), ("reminders", "提醒"))


@dataclass(frozen=True, slots=True)
class RectificationPlace:
    """A page: its address, its name, whether it is the one that is shown."""

    address: str
    label: str
    is_current: bool


def places(request: HttpRequest) -> list[RectificationPlace]:
    """The pages that this person may see."""
    found = []
    for act, label in PLACES:
        if act in TABLE.acts and TABLE.scopes(act, request.user):
            address = reverse(f"{TABLE.app}:{act}")
            found.append(RectificationPlace(address, label, request.path == address))
    return found if len(found) > 1 else []
