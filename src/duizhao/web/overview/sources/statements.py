"""Statements: who has not handed one in, what was returned, what waits to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from duizhao.web.meetings.models import Dossier
from duizhao.web.overview.queries import ReviewedMeetings
from duizhao.web.overview.todo import Onlooker, Todo
from duizhao.web.submissions.models import Submission, SubmissionState

PAGE, REVIEWS = "submissions:statements", "submissions:reviews"
WAITING = "waiting"
"""The filter of the page of reviews for what waits."""
SENT = (SubmissionState.HANDED_IN, SubmissionState.ACCEPTED)


def state(dossier: Dossier, onlooker: Onlooker) -> str:
    asked = sum(each.is_answerable for each in dossier.attendees.all())
    known = dossier.submissions.all()
    sent = sum(each.state in SENT for each in known)
    return f"应交 {asked} 份，有稿 {len(known)} 份，送审 {sent} 份"


def todos(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    if onlooker.keeps(dossier):
        yield from _of_clerk(dossier, onlooker)
    elif onlooker.own_member(dossier):
        yield from _of_author(dossier, onlooker)
    if onlooker.reviews(dossier):
        waiting = [each for each in dossier.submissions.all() if each.is_waiting]
        if waiting:
            yield _to_review(dossier, waiting)


def reviews(reviewed: ReviewedMeetings) -> Iterator[Todo]:
    """What waits for a reviewer in meetings of which nothing else has to be done."""
    for dossier in reviewed.dossiers:
        yield _to_review(dossier, dossier.waiting)
    if reviewed.more_meetings:
        words = f"另有 {reviewed.more_meetings} 个会议的 {reviewed.more_statements} 份材料等着审核"
        yield Todo(words, f"{reverse(REVIEWS)}?{urlencode({'only': WAITING})}", None)


def _of_clerk(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    page = reverse(PAGE, kwargs={"dossier": dossier.key})
    known = {each.attendee_id: each for each in dossier.submissions.all()}
    asked = [each for each in dossier.attendees.all() if each.is_answerable]
    nothing = tuple(each.name for each in asked if each.pk not in known)
    if nothing:
        yield Todo(f"{len(nothing)} 人还没有交对照检查材料", page, dossier, whom=nothing)
    drafts = tuple(each.who for each in known.values() if each.state == SubmissionState.DRAFT)
    if drafts:
        yield Todo(f"{len(drafts)} 份材料还没有送审", page, dossier, whom=drafts)
    yield from _returned(dossier, known.values(), onlooker)


def _of_author(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    mine = [
        each
        for each in dossier.attendees.all()
        if each.is_answerable and each.member and each.member.account_id == onlooker.person.pk
    ]
    if not mine:
        return
    own = [
        each for each in dossier.submissions.all() if each.attendee_id in {one.pk for one in mine}
    ]
    page = reverse(PAGE, kwargs={"dossier": dossier.key})
    if not own:
        yield Todo("交本人的对照检查材料", page, dossier)
    if any(each.state == SubmissionState.DRAFT for each in own):
        yield Todo("本人的材料还没有送审", page, dossier)
    yield from _returned(dossier, own, onlooker)


def _to_review(dossier: Dossier, waiting: Sequence[Submission]) -> Todo:
    asked = urlencode({"only": WAITING, "words": dossier.unit.name})
    whom = tuple(each.who for each in waiting)
    words = f"{len(waiting)} 份材料等着审核"
    return Todo(words, f"{reverse(REVIEWS)}?{asked}", dossier, whom=whom)


def _returned(dossier: Dossier, known: Iterable[Submission], onlooker: Onlooker) -> Iterator[Todo]:
    for each in known:
        if each.state == SubmissionState.RETURNED:
            page = reverse("submissions:statement", kwargs={"submission": each.key})
            due_on = max((one.due_on for one in each.decisions.all() if one.due_on), default=None)
            late = due_on is not None and due_on < onlooker.today
            whose = each.who if onlooker.keeps(dossier) else "本人"
            words = f"{whose}的材料退回了，改好再送审"
            yield Todo(words, page, dossier, due_on, is_late=late)
