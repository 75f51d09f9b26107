"""The matrix of a meeting's talks: seen, noted with one click, taken back; new talks, sheets to print, the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.process import RequiredTalk, missing_talks
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks import actions, queries
from duizhao.web.talks.access import TABLE
from duizhao.web.talks.forms import KINDS, NewTalkForm
from duizhao.web.talks.matrix import talk_matrix
from duizhao.web.talks.models import Talk
from duizhao.web.talks.sheets import empty_sheets

MOST_OWN = 200
"""Talks that one page shows, the latest first."""
LIST_HEADS = ("谈话人", "职务", "谈话对象", "职务", "谈过了", "日期", "地点", "类型")


@dataclass(frozen=True, slots=True)
class _Course:
    """The talks of a meeting as one person sees them: the people, what is asked for, what there is."""

    staff: list[StaffMember]
    required: tuple[RequiredTalk, ...]
    talks: list[Talk]
    own: StaffMember | None

    @classmethod
    def from_dossier(cls, dossier: Dossier, person: Any) -> _Course:
        staff = queries.members(dossier)
        own = queries.own_member(person, dossier)
        talks = list(dossier.talks.all())
        required = queries.required(dossier, staff)
        if own:
            required = tuple(each for each in required if _concerns(each, own))
            talks = [each for each in talks if own.pk in (each.one_id, each.other_id)]
        return cls(staff, required, talks, own)

    @property
    def missing(self) -> tuple[RequiredTalk, ...]:
        held = [(each.one_id or "", each.other_id or "") for each in self.talks if each.is_held]
        return missing_talks(self.required, held)


@require_safe
@guarded(TABLE, "talks")
def talks(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "talks"), key=dossier)
    return dossier_page(request, found, "talks/talks.html", _shown(request, found))


@require_POST
@guarded(TABLE, "mark")
def mark(request: HttpRequest, dossier: str) -> HttpResponse:
    """Note that two have talked, or that they have not."""
    found = get_object_or_404(queries.dossiers(request.user, "mark"), key=dossier)
    one, _, rest = request.POST.get("pair", "").partition(".")
    other, _, is_held = rest.partition(".")
    people = {each.pk: each for each in queries.members(found)}
    if one not in people or other not in people or is_held not in ("0", "1"):
        return _after(request, found, 422, why="名册里没有这两个人，请刷新这一页再试")
    try:
        talk = actions.mark_held(
            dossier=found,
            by=request.user,
            one=people[one],
            other=people[other],
            is_held=is_held == "1",
        )
    except RefusedAct as fault:
        return _after(request, found, 409, why=str(fault))
    undo = f"{one}.{other}.{'0' if is_held == '1' else '1'}"
    return _after(request, found, 200, done=talk, undo=undo)


@guarded(TABLE, "add")
def add(request: HttpRequest, dossier: str) -> HttpResponse:
    """A talk between any two, with its day and place: for somebody who only attends, one of their own."""
    found = get_object_or_404(queries.dossiers(request.user, "add"), key=dossier)
    people, own = queries.members(found), queries.own_member(request.user, found)
    initial = {name: request.GET.get(name, "") for name in ("one", "other")}
    form = NewTalkForm(request.POST or None, people=people, initial=initial)
    why, status = "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            if own and own not in (given["one"], given["other"]):
                form.add_error("one", "只能登记本人的谈心谈话")
            else:
                try:
                    talk = actions.add_talk(dossier=found, by=request.user, **given)
                    return redirect("talks:talk", talk=talk.key)
                except RefusedAct as fault:
                    why, status = str(fault), 409
    shown = {"form": form, "kinds": KINDS, "why": why}
    return dossier_page(request, found, "talks/add.html", shown, status=status)


@require_safe
@guarded(TABLE, "sheets")
def sheets(request: HttpRequest, dossier: str) -> HttpResponse:
    """Record sheets to print, one for each talk that is still to be held."""
    found = get_object_or_404(queries.dossiers(request.user, "sheets"), key=dossier)
    course = _Course.from_dossier(found, request.user)
    name, data = empty_sheets(course.missing, course.staff)
    return attachment(data, name)


@require_safe
@guarded(TABLE, "list")
def talk_list(request: HttpRequest, dossier: str) -> HttpResponse:
    """The talks as a workbook: those that were held, then those that are still to be held."""
    found = get_object_or_404(queries.dossiers(request.user, "list"), key=dossier)
    course = _Course.from_dossier(found, request.user)
    rows = [
        (
            each.one_name,
            each.one_duty,
            each.other_name,
            each.other_duty,
            "是" if each.is_held else "否",
            each.held_on or "",
            each.place,
            each.kind,
        )
        for each in course.talks
    ]
    duties = {each.pk: each.duty for each in course.staff}
    rows += [
        (
            each.person.name,
            duties.get(each.person.id, ""),
            "、".join(partner.name for partner in each.partners),
            duties.get(each.partners[0].id, "") if len(each.partners) == 1 else "",
            "否",
            "",
            "",
            "",
        )
        for each in course.missing
    ]
    data = api.render_list("谈心谈话", LIST_HEADS, rows)
    return attachment(data, f"谈心谈话-{found.name}.xlsx")


@require_safe
@guarded(TABLE, "own")
def own(request: HttpRequest) -> HttpResponse:
    """One's own talks before all meetings: also for somebody who attends none of them."""
    found = queries.talks(request.user, "own").order_by("-made_at")
    return render(request, "talks/own.html", {"talks": found[:MOST_OWN]})


def _shown(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    course = _Course.from_dossier(dossier, request.user)
    keeps = queries.dossiers(request.user, "mark").filter(pk=dossier.pk).exists()
    return {
        "dossier": dossier,
        "matrix": talk_matrix(course.required, course.talks),
        "listed": course.talks,
        "own": course.own,
        "keeps": keeps and not dossier.is_closed,
        "may_open": bool(TABLE.scopes("talk", request.user)),
        "may_add": bool(TABLE.scopes("add", request.user)) and not dossier.is_closed,
        "not_on_roster": queries.not_on_roster(dossier),
    }


def _after(request: HttpRequest, dossier: Dossier, status: int, **others: Any) -> HttpResponse:
    """The matrix after a click; the whole page where no script swaps."""
    shown = {**_shown(request, dossier), **others}
    if request.htmx:
        return render(request, "talks/_matrix.html", shown, status=status)
    return dossier_page(request, dossier, "talks/talks.html", shown, status=status)


def _concerns(talk: RequiredTalk, member: StaffMember) -> bool:
    return member.pk == talk.person.id or any(each.id == member.pk for each in talk.partners)
