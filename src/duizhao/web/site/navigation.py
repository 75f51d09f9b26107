"""Which pages somebody can begin from, by their roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from duizhao.web.access import AccessTable
from duizhao.web.accounts.access import TABLE as ACCOUNTS
from duizhao.web.archive.access import TABLE as ARCHIVE
from duizhao.web.audit.access import TABLE as AUDIT
from duizhao.web.desk.access import TABLE as DESK
from duizhao.web.meetings.access import TABLE as MEETINGS
from duizhao.web.overview.access import TABLE as OVERVIEW
from duizhao.web.rectification.access import TABLE as RECTIFICATION
from duizhao.web.roster.access import TABLE as ROSTER
from duizhao.web.submissions.access import TABLE as SUBMISSIONS
from duizhao.web.supervision.access import TABLE as SUPERVISION

BEGINNINGS: tuple[tuple[AccessTable, str, str], ...] = (
    (ACCOUNTS, "duties", "管理"),
    (OVERVIEW, "todo", "要办的"),
    (DESK, "home", "材料"),
    (MEETINGS, "meetings", "会议"),
    (SUBMISSIONS, "reviews", "审核"),
    (SUPERVISION, "units", "各单位"),
    (RECTIFICATION, "board", "整改"),
    (ROSTER, "roster", "名册"),
    (ARCHIVE, "archives", "档案"),
    (ARCHIVE, "removals", "到期销毁"),
    (DESK, "aspects", "今年的方面"),
    (DESK, "settings", "设置"),
    (ACCOUNTS, "units", "单位"),
    (ACCOUNTS, "people", "人员"),
    (ACCOUNTS, "invitations", "邀请条"),
    (ACCOUNTS, "security", "登录的规矩"),
    (AUDIT, "entries", "操作记录"),
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """A page to begin from: its address, what it is called, and whether it is the one that is shown."""

    address: str
    label: str
    is_current: bool


def beginnings(request: HttpRequest, person: Any) -> list[Beginning]:
    """The pages that this person can begin from; nobody can who is not logged in."""
    if not getattr(person, "roles", ()):
        return []
    found = []
    for table, act, label in BEGINNINGS:
        if table.scopes(act, person):
            address = reverse(f"{table.app}:{act}")
            found.append(Beginning(address, label, request.path == address))
    return found
