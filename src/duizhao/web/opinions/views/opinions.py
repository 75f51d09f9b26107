"""The opinions of a meeting: rounds, what was said of the team, and how much of each member."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.audit.actions import record
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.opinions import queries, words
from duizhao.web.opinions.access import TABLE
from duizhao.web.opinions.models import OpinionOrigin, ReceivedOpinion, Satisfaction

ROWS_OF_A_PAGE = 50
LEFT = Q(problem="", reply="") | Q(satisfaction=Satisfaction.NOT_CONTENT)
WANTED = {"left": LEFT, "again": Q(satisfaction=Satisfaction.NOT_CONTENT)}


@require_safe
@guarded(TABLE, "opinions")
def opinions(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "opinions"), key=dossier)
    return opinions_page(request, found)


def opinions_page(
    request: HttpRequest, dossier: Dossier, *, status: int = 200, **others: Any
) -> HttpResponse:
    """The page, with what an act on it answers."""
    team = dossier.opinions.filter(about_name="")
    wanted = request.GET.get("only", "")
    shown = team.filter(WANTED.get(wanted, Q())).order_by("scope", "topic", "key")
    page = Paginator(shown, ROWS_OF_A_PAGE).get_page(request.GET.get("page"))
    keeps = queries.dossiers(request.user, "enter").filter(pk=dossier.pk).exists()
    if page.object_list:
        record(actor=request.user, act="opinions.see", kind="dossier", key=dossier.pk)
    return dossier_page(
        request,
        dossier,
        "opinions/opinions.html",
        {
            "rounds": _rounds(dossier) if keeps else (),
            "keeps": keeps,
            "page": page,
            "rows": [(each, words.state_of(each)) for each in page.object_list],
            "total": team.count(),
            "wanted": wanted,
            "people": _people(request, dossier),
            "reminders": _reminders(dossier) if keeps else (),
            **others,
        },
        status=status,
    )


@require_safe
@guarded(TABLE, "opinions_out")
def out(request: HttpRequest, dossier: str) -> HttpResponse:
    """The opinions whose words this person may read, as a workbook."""
    found = get_object_or_404(queries.dossiers(request.user, "opinions_out"), key=dossier)
    read = queries.read_opinions(request.user, found).order_by("about_name", "scope", "key")
    rows = [words.opinion_cells(number, each) for number, each in enumerate(read, 1)]
    record(actor=request.user, act="opinions.out", kind="dossier", key=found.pk)
    data = api.render_list("征求意见汇总", words.OPINION_HEADS, rows)
    return attachment(data, f"征求意见汇总-{found.name}.xlsx")


@require_safe
@guarded(TABLE, "about")
def about(request: HttpRequest, concerned: str) -> HttpResponse:
    """What was said of one person, in the original words: for that person, or to be handed over on paper."""
    someone = get_object_or_404(queries.concerned(request.user, "about"), key=concerned)
    said = queries.opinions(request.user, "opinion").filter(about=someone)
    record(actor=request.user, act="opinions.see_about", kind="attendee", key=someone.pk)
    account = someone.member.account_id if someone.member else None
    shown = {
        "someone": someone,
        "is_own": account == request.user.pk,
        "rows": [(each, words.state_of(each)) for each in said],
    }
    return dossier_page(request, someone.dossier, "opinions/about.html", shown)


def _rounds(dossier: Dossier) -> list[tuple[Any, str]]:
    return [
        (each, words.count_of(each, has_enough=queries.has_enough_answers(each)))
        for each in dossier.rounds.filter(choices=[])
    ]


def _people(request: HttpRequest, dossier: Dossier) -> list[dict[str, Any]]:
    """The members of whom something was said: how much, and the page of those this person may read."""
    counted = (
        ReceivedOpinion.objects.filter(dossier=dossier)
        .exclude(about_name="")
        .values("about", "about_name")
        .annotate(count=Count("pk"), left=Count("pk", filter=LEFT))
        .order_by("about__position", "about_name")
    )
    reached = set(
        queries.concerned(request.user, "about")
        .filter(dossier=dossier)
        .values_list("pk", flat=True)
    )
    # How much was said of others is for those who prepare the meeting.
    sees_all = bool(TABLE.scopes("opinions", request.user)) and _prepares(request, dossier)
    return [
        {**each, "is_read": each["about"] in reached}
        for each in counted
        if sees_all or each["about"] in reached
    ]


def _prepares(request: HttpRequest, dossier: Dossier) -> bool:
    person = request.user
    kept = dossier.unit_id in person.units_by_role.get("clerk", ())
    return kept or dossier.unit_id in person.units_below("reviewer")


def _reminders(dossier: Dossier) -> list[str]:
    origins = set(dossier.opinions.values_list("origin", flat=True).distinct())
    if dossier.rounds.filter(choices=[]).exists():
        origins.add(str(OpinionOrigin.CODE))
    return words.reminders(dossier, origins, dossier.opinions.filter(LEFT).count())
