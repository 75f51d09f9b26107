"""The rows of whoever looks: as owner, helper, acceptor or leader, the most pressing first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.desk.ledger_queries import near_days
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.board import rows as board_rows
from duizhao.web.rectification.mine import (
    OwnRow,
    by_urgency,
    ended_count,
    members,
    own_rows,
    parts_of,
    rows_near,
)
from duizhao.web.rectification.models import RowPerson
from duizhao.web.rectification.places import places
from duizhao.web.rectification.row_calendar import row_calendar
from duizhao.web.rectification.row_list import HEADS, listed
from duizhao.web.rectification.stale_people import match_stale
from duizhao.web.roster.access import TABLE as ROSTER
from duizhao.web.roster.models import StaffMember


@require_safe
@guarded(TABLE, "mine")
def mine(request: HttpRequest) -> HttpResponse:
    """One's own rows; a clerk may look for somebody of the unit, who has no account perhaps."""
    member = _member(request)
    parts = _parts(request, member)
    rows = own_rows(parts, timezone.localdate(), near_days())
    others = list(members(request.user))
    shown = {
        "places": places(request),
        "groups": list(by_urgency(rows)),
        "ended": ended_count(parts, rows),
        "member": member,
        "others": others,
        "several_units": len({each.unit_id for each in others}) > 1,
        "days": near_days(),
        "keeps_roster": bool(ROSTER.scopes("roster", request.user)),
    }
    return render(request, "rectification/mine.html", shown)


@require_safe
@guarded(TABLE, "mine_out")
def mine_out(request: HttpRequest) -> HttpResponse:
    member = _member(request)
    rows = _rows(request, member)
    heads = (*HEADS, "本人是")
    cells = listed(each.row for each in rows)
    data = [(*line, each.part_words) for line, each in zip(cells, rows, strict=True)]
    return attachment(api.render_list("整改", heads, data), f"{_name(request, member)}的整改.xlsx")


@require_safe
@guarded(TABLE, "mine_calendar")
def mine_calendar(request: HttpRequest) -> HttpResponse:
    member = _member(request)
    rows = [each.row for each in _rows(request, member)]
    name = f"{_name(request, member)}的整改时限.ics"
    return attachment(row_calendar(rows, near_days()), name)


def _rows(request: HttpRequest, member: StaffMember | None) -> list[OwnRow]:
    return own_rows(_parts(request, member), timezone.localdate(), near_days())


def _parts(request: HttpRequest, member: StaffMember | None) -> list[RowPerson]:
    match_stale(board_rows(request.user, "board") if member else rows_near(request.user))
    return list(parts_of(request.user, member))


def _member(request: HttpRequest) -> StaffMember | None:
    key = request.GET.get("member", "")
    return get_object_or_404(members(request.user), key=key) if key else None


def _name(request: HttpRequest, member: StaffMember | None) -> str:
    return member.name if member else request.user.name or "我"
