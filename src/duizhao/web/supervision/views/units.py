"""Many units on one page: how far they are, what is due, what they share; summaries that are put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.ledger.shared_themes import shared_themes, theme_picture
from duizhao.process import meeting_kinds
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.desk.ledger_queries import near_days
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import UNPROCESSABLE
from duizhao.web.supervision import actions, queries
from duizhao.web.supervision.access import TABLE
from duizhao.web.supervision.sharing import compared_texts, shared_texts
from duizhao.web.supervision.summary import LARGEST_SUMMARY, DossierSummary
from duizhao.web.supervision.unit_lines import (
    ONLY,
    LineEntry,
    SummaryFilter,
    UnitLine,
    by_unit,
    entries,
    lines_of,
    years,
)

ROWS_OF_A_PAGE = 30
HEADS = (
    "单位",
    "会议",
    "会议种类",
    "年度",
    "开会日期",
    "应交材料",
    "已送审",
    "审核通过",
    "退回没有再交",
    "退回过几次",
    "意见",
    "已答复",
    "谈话",
    "谈过了",
    "台账",
    "已销号",
    "逾期",
    "临近",
    "归档",
    "截至",
)


@require_safe
@guarded(TABLE, "units")
def units(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_safe
@guarded(TABLE, "units_out")
def units_out(request: HttpRequest) -> HttpResponse:
    """What the page shows, with all its lines."""
    lines = _wanted_lines(request, "units_out")
    themes = shared_themes(by_unit(lines))
    data = api.render_lists(
        "各单位",
        [
            ("各单位", HEADS, map(_cells, lines)),
            (
                "共同的问题",
                ("对照方面", "几个单位", "几个问题"),
                ((each.theme, each.units, each.problems) for each in themes),
            ),
        ],
    )
    return attachment(data, f"各单位-{timezone.localdate():%Y%m%d}.xlsx")


@require_safe
@guarded(TABLE, "totals")
def totals(request: HttpRequest) -> HttpResponse:
    """What all lines come to, and what they share: apart from the page, for it counts all that the page only lists."""
    lines = _wanted_lines(request, "totals")
    units = by_unit(lines)
    themes = shared_themes(units)
    shown = {
        "totals": _totals(lines),
        "themes": themes,
        "picture": theme_picture(themes, len(units)) if themes else "",
    }
    return render(request, "supervision/_totals.html", shown)


@require_safe
@guarded(TABLE, "shared")
def shared(request: HttpRequest) -> HttpResponse:
    """Which statements of different units share text."""
    year = request.GET.get("year", "")
    texts = compared_texts(request.user, year)
    shown = {
        "pairs": shared_texts(texts),
        "count": len(texts),
        "units": len({each.unit for each in texts}),
        "year": year,
    }
    return render(request, "supervision/shared.html", shown)


@require_POST
@guarded(TABLE, "take_in")
def take_in(request: HttpRequest) -> HttpResponse:
    """Summaries that units have sent, many at once. Those that are no summary are named."""
    own = request.user.units_by_role.get(PersonRole.REVIEWER, ())
    unit = get_object_or_404(queries.units(request.user, "take_in").filter(pk__in=own)[:1])
    uploads = request.FILES.getlist("file")
    if not uploads:
        return _page(request, status=UNPROCESSABLE, fault="没有收到文件，请再选一次")
    refused, kept = [], 0
    for each in uploads:
        try:
            if each.size > LARGEST_SUMMARY:
                raise RefusedAct("太大，不是汇总")
            summary = DossierSummary.from_file(each.read())
            actions.keep_summary(unit=unit, summary=summary, by=request.user)
            kept += 1
        except RefusedAct as fault:
            refused.append((each.name, str(fault)))
    status = UNPROCESSABLE if refused else 200
    return _page(request, status=status, kept=kept, refused=refused, was_put_in=True)


@require_POST
@guarded(TABLE, "remove_summary")
def remove_summary(request: HttpRequest, sent: str) -> HttpResponse:
    found = get_object_or_404(queries.received(request.user), key=sent)
    actions.remove_summary(received=found, by=request.user)
    return redirect("supervision:units")


def _entries(request: HttpRequest, act: str) -> tuple[SummaryFilter, list[LineEntry], list[str]]:
    """The filter, the meetings of the wanted year and kind, and the years that there are."""
    known = entries(request.user, act)
    there = years(known)
    # Who asks for no year sees the last one: two years together would count everything twice.
    wanted = SummaryFilter.from_fields({"year": there[0] if there else "", **request.GET.dict()})
    return wanted, [each for each in known if wanted.names(each)], there


def _wanted_lines(request: HttpRequest, act: str) -> list[UnitLine]:
    """The lines that are wanted, of all pages."""
    wanted, named, _ = _entries(request, act)
    return [each for each in _counted(named) if wanted.wants(each)]


def _counted(known: Sequence[LineEntry]) -> list[UnitLine]:
    return lines_of(known, timezone.localdate(), near_days())


def _page(request: HttpRequest, status: int = 200, **others: Any) -> HttpResponse:
    wanted, named, known = _entries(request, "units")
    number = request.GET.get("page")
    if wanted.only:
        lines = [each for each in _counted(named) if wanted.wants(each)]
        page = Paginator(lines, ROWS_OF_A_PAGE).get_page(number)
    else:
        # Only what is shown is counted: there may be thousands of units.
        page = Paginator(named, ROWS_OF_A_PAGE).get_page(number)
        page.object_list = _counted(page.object_list)
    query = request.GET.copy()
    query.pop("page", None)
    shown = {
        "page": page,
        "lines": page.object_list,
        "wanted": wanted,
        "query": query.urlencode(),
        "years": known,
        "kinds": meeting_kinds().values(),
        "onlys": [(key, words) for key, (words, _) in ONLY.items()],
        **others,
    }
    return render(request, "supervision/units.html", shown, status=status)


def _totals(lines: list[UnitLine]) -> list[tuple[str, int]]:
    """What all lines come to."""
    return [
        ("会议", len(lines)),
        ("应交材料", sum(each.summary.expected for each in lines)),
        ("已送审", sum(each.handed for each in lines)),
        ("审核通过", sum(each.accepted for each in lines)),
        ("退回没有再交", sum(each.returned_now for each in lines)),
        ("台账", sum(each.summary.total_rows for each in lines)),
        ("已销号", sum(each.closed for each in lines)),
        ("逾期", sum(each.late for each in lines)),
        ("临近", sum(each.near for each in lines)),
    ]


def _cells(line: UnitLine) -> tuple[Any, ...]:
    each = line.summary
    return (
        each.unit,
        each.name,
        line.kind_name,
        each.year,
        line.held_on or "",
        each.expected,
        line.handed,
        line.accepted,
        line.returned_now,
        each.returned,
        each.opinions,
        each.answered,
        each.talks,
        each.held,
        each.total_rows,
        line.closed,
        line.late,
        line.near,
        "是" if each.is_closed else "",
        line.made_on,
    )
