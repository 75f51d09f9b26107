"""The parts of a dossier, each a page of some app: named by their addresses, so that no app imports those above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import resolve, reverse

from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.requirements import kind_of

PARTS = (
    ("overview:dossier", "总览"),
    ("meetings:plan", "方案和人员"),
    ("meetings:study", "学习"),
    ("opinions:opinions", "征求意见"),
    ("talks:talks", "谈心谈话"),
    ("submissions:statements", "对照检查材料"),
    ("minutes:meeting", "会议"),
    ("meetings:appraisal", "民主评议"),
    ("announcements:announcements", "通报和测评"),
    ("papers:papers", "文书"),
    ("archive:archive", "档案包"),
    ("supervision:summary", "报上级"),
)
"""The address of each part and what it is called, in the order of a meeting."""
ONLY_WHERE_ASKED = {"meetings:appraisal": "appraisal", "meetings:study": "study"}
"""Parts that only those kinds of meeting have which have a requirement."""


@dataclass(frozen=True, slots=True)
class DossierPart:
    """A part of a dossier that somebody may see: its address, its name, whether it is the one that is shown."""

    address: str
    label: str
    is_current: bool


def parts_of(dossier: Dossier, request: HttpRequest) -> list[DossierPart]:
    """The parts of a dossier that this person may see."""
    found, kind = [], kind_of(dossier)
    for name, label in PARTS:
        asked = ONLY_WHERE_ASKED.get(name)
        if asked and (kind is None or kind.get(asked) is None):
            continue
        address = reverse(name, kwargs={"dossier": dossier.key})
        view = _view(name)
        if view.table.scopes(view.act, request.user):
            found.append(DossierPart(address, label, _is_shown(name, address, request)))
    return found


@cache
def _view(name: str) -> Any:
    """What answers at the address of a part: looking an address up takes longer than all else here."""
    return resolve(reverse(name, kwargs={"dossier": "any"})).func


def _is_shown(name: str, address: str, request: HttpRequest) -> bool:
    """Whether a page belongs to a part: by its address, or by its app where that is a part as a whole."""
    app = name.partition(":")[0]
    is_whole = sum(each.startswith(f"{app}:") for each, _ in PARTS) == 1
    match = request.resolver_match
    if is_whole and match:
        return match.app_name == app
    return request.path.startswith(address)
