"""A table of people, pasted or as a file: shown as it was read, corrected, then taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.accounts.models import Unit
from duizhao.web.roster import actions, queries
from duizhao.web.roster.access import TABLE
from duizhao.web.roster.models import STANDINGS
from duizhao.web.roster.staff_entry import StaffEntry, by_name
from duizhao.web.roster.views.roster import roster_shown, unit_of
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

MAX_ENTRIES = 400
"""Of one table: its form has ten fields for each, and a form has a limit."""
NOBODY = "没有看到人名：第一行写“姓名、职务、科室……”，或者一行写一个人，姓名和职务之间空一格"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the preview: the entry, whether it is taken, what would change."""

    at: int
    entry: StaffEntry
    is_taken: bool
    remark: str
    is_known: bool


@require_POST
@guarded(TABLE, "preview")
def preview(request: HttpRequest) -> HttpResponse:
    """What a table holds, to be corrected before it is taken in."""
    unit, text = unit_of(request, "preview"), request.POST.get("text", "")
    upload = request.FILES.get("file")
    try:
        tables = api.tables_in(upload.read(), upload.name) if upload else (api.pasted_table(text),)
        table = api.roster_in(tables)
    except api.DuizhaoError as fault:
        return render(
            request, "roster/roster.html", roster_shown(request, str(fault), text), status=422
        )
    if not table.rows or len(table.rows) > MAX_ENTRIES:
        why = f"读到 {len(table.rows)} 人，一次最多 {MAX_ENTRIES} 人" if table.rows else NOBODY
        return render(request, "roster/roster.html", roster_shown(request, why, text), status=422)
    return _page(request, unit, _entries(unit, table), table.passed_over)


@require_POST
@guarded(TABLE, "take_in")
def take_in(request: HttpRequest) -> HttpResponse:
    """Put the people of a preview on the roster."""
    unit = unit_of(request, "take_in")
    count = min(_number(request.POST.get("count", "")), MAX_ENTRIES)
    given = [StaffEntry.from_fields(request.POST, f"-{at}") for at in range(count)]
    taken = {at for at in range(count) if f"take-{at}" in request.POST}
    wanted = [each for at, each in enumerate(given) if at in taken]
    if any(not each.name for each in wanted):
        why = "有一行没有姓名，请补上，或者去掉这一行前面的勾"
        return _page(request, unit, given, taken=taken, fault=why, status=UNPROCESSABLE)
    try:
        actions.take_in(
            unit=unit,
            by=request.user,
            entries=wanted,
            gone=request.POST.getlist("gone"),
            today=timezone.localdate(),
        )
    except actions.StaffOvertaken as fault:
        why = f"这一页打开之后，名册上的{fault.name}又改过。下面写着会改什么，请看过再存一次"
        now = [_anew(each, queries.entries(unit)) for each in given]
        return _page(request, unit, now, taken=taken, fault=why, status=CONFLICT)
    return redirect("roster:roster")


def _entries(unit: Unit, table: api.RosterTable) -> list[StaffEntry]:
    """The rows of a table, joined to those on the roster by name; leaders who are only named get their departments."""
    known = by_name(queries.entries(unit))
    found = [StaffEntry.from_row(row, known.get(row.name)) for row in table.rows]
    for leader in dict.fromkeys(name for name, _ in table.led):
        departments = tuple(each for name, each in table.led if name == leader)
        row = api.RosterRow(leader, oversees=departments)
        before = known.get(leader)
        if before:
            row = api.RosterRow(
                leader, oversees=tuple(dict.fromkeys((*before.oversees, *departments)))
            )
        found.append(StaffEntry.from_row(row, before))
    return found


def _anew(entry: StaffEntry, known: Sequence[StaffEntry]) -> StaffEntry:
    """The same entry, over the version that is on the roster now."""
    now = {each.member: each for each in known}.get(entry.member)
    fields = {name: getattr(entry, name) for name in StaffEntry.__slots__}
    return StaffEntry(**{**fields, "member": now.member, "version": now.version}) if now else entry


def _page(
    request: HttpRequest,
    unit: Unit,
    entries: Sequence[StaffEntry],
    passed_over: Sequence[str] = (),
    *,
    taken: set[int] | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    known = {each.member: each for each in queries.entries(unit)}
    rows = [_row(at, each, known, taken) for at, each in enumerate(entries)]
    named = {each.entry.member for each in rows}
    shown: dict[str, Any] = {
        "unit": unit,
        "rows": rows,
        "passed_over": passed_over,
        "missing": [each for key, each in known.items() if key not in named],
        "gone": request.POST.getlist("gone"),
        "standings": STANDINGS,
        "fault": fault,
    }
    return render(request, "roster/preview.html", shown, status=status)


def _row(
    at: int, entry: StaffEntry, known: dict[str, StaffEntry], taken: set[int] | None
) -> PreviewRow:
    before = known.get(entry.member)
    if before is None:
        same = sum(each.name == entry.name for each in known.values())
        remark = f"名册上有 {same} 个同名的人，这里当作新的人" if same else "新的人"
        return PreviewRow(at, entry, taken is None or at in taken, remark, False)
    remark = "；".join(entry.changes_from(before)) or "和名册一样"
    return PreviewRow(at, entry, taken is None or at in taken, remark, True)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else 0
