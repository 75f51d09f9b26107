"""The board of a unit: how its rectification stands, as a picture, a table and a list of rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from duizhao import api
from duizhao.ledger.board import board_html
from duizhao.ledger.board.period import period_words
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.desk.ledger_queries import DUE_WORDS, near_days
from duizhao.web.rectification import board as rows_of_board
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.board import (
    EVERY_MEETING,
    GROUPS,
    MAX_OFFERED,
    MOST_MEETINGS,
    BoardFilter,
    BoardMeetings,
    RowFact,
)
from duizhao.web.rectification.places import places
from duizhao.web.rectification.row_calendar import row_calendar
from duizhao.web.rectification.row_list import HEADS, listed
from duizhao.web.rectification.stale_people import match_stale

ROWS_PER_PAGE = 50


@require_safe
@guarded(TABLE, "board")
def board(request: HttpRequest) -> HttpResponse:
    wanted = BoardFilter.from_fields(request.GET)
    meetings = BoardMeetings.of(rows_of_board.rows(request.user, "board"))
    known, shown_facts = _facts(request, "board", wanted, meetings)
    offered = meetings.offered(wanted.meeting)
    # A picture by meetings names those of its rows as well.
    grouped = [each.batch for each in shown_facts] if wanted.by == "meeting" else []
    names = meetings.names([*offered, *grouped])
    today, days = timezone.localdate(), near_days()
    page = Paginator(shown_facts, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = rows_of_board.in_full(page.object_list)
    counted = rows_of_board.counted(shown_facts, wanted.by, names)
    shown = {
        "places": places(request),
        "picture": board_html(counted, today, days, _links(wanted, names), GROUPS[wanted.by]),
        "rows": page,
        "wanted": wanted,
        "query": wanted.query(),
        "groups": GROUPS,
        "meetings": {key: names[key] for key in offered if key in names},
        "not_offered": max(0, len(meetings.keys) - MAX_OFFERED),
        "every_meeting": EVERY_MEETING,
        "left_out": 0 if wanted.meeting else meetings.left_out,
        "together": MOST_MEETINGS,
        "choices": rows_of_board.choices(known),
        "dues": DUE_WORDS,
        "month_words": period_words(wanted.month) if wanted.month else "",
        "has_rows": bool(meetings.keys),
    }
    return render(request, "rectification/board.html", shown)


@require_safe
@guarded(TABLE, "board_out")
def board_out(request: HttpRequest) -> HttpResponse:
    """The rows that the board shows, as a workbook."""
    shown = _wanted_facts(request, "board_out")
    rows = listed(rows_of_board.in_full(shown))
    return attachment(api.render_list("整改", HEADS, rows), "整改看板.xlsx")


@require_safe
@guarded(TABLE, "board_calendar")
def board_calendar(request: HttpRequest) -> HttpResponse:
    """The deadlines of the rows that the board shows, as a calendar."""
    rows = rows_of_board.in_full(_wanted_facts(request, "board_calendar"))
    return attachment(row_calendar(rows, near_days()), "整改时限.ics")


def _wanted_facts(request: HttpRequest, act: str) -> list[RowFact]:
    """The rows that a board shows, the most pressing first."""
    meetings = BoardMeetings.of(rows_of_board.rows(request.user, act))
    return _facts(request, act, BoardFilter.from_fields(request.GET), meetings)[1]


def _facts(
    request: HttpRequest, act: str, wanted: BoardFilter, meetings: BoardMeetings
) -> tuple[list[RowFact], list[RowFact]]:
    """The rows of the wanted meetings, and those of them that are wanted, the most pressing first."""
    reached = wanted.narrowed(rows_of_board.rows(request.user, act), meetings.running)
    match_stale(reached)
    known = list(rows_of_board.facts(reached, timezone.localdate(), near_days()))
    return known, rows_of_board.pressing(each for each in known if wanted.wants(each))


def _links(wanted: BoardFilter, names: Mapping[str, str]) -> Any:
    """Leads from a place of the picture to its rows."""
    address = reverse("rectification:board")
    by_name = {name: key for key, name in names.items()}

    def link(group: str, period: str) -> str:
        key = by_name.get(group, group) if wanted.by == "meeting" else group
        return f"{address}?{wanted.query(**{wanted.by: key, 'month': period})}#rows"

    return link
