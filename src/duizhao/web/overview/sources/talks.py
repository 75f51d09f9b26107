"""Talks that a meeting asks for and that were not held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse

from duizhao.process import RequiredTalk, missing_talks
from duizhao.web.meetings.models import Dossier
from duizhao.web.overview.todo import Onlooker, Todo
from duizhao.web.talks import queries

PAGE = "talks:talks"
DAY = timedelta(days=1)


def state(dossier: Dossier, onlooker: Onlooker) -> str:
    held = sum(each.is_held for each in dossier.talks.all())
    left = len(_missing(dossier))
    return f"谈了 {held} 次，按要求还有 {left} 次没谈" if left else f"谈了 {held} 次"


def todos(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    own = None if onlooker.keeps(dossier) else onlooker.own_member(dossier)
    if own is None and not onlooker.keeps(dossier):
        return
    missing = _missing(dossier)
    if own:
        missing = [each for each in missing if _is_of(each, own)]
    if not missing:
        return
    page = reverse(PAGE, kwargs={"dossier": dossier.key})
    day = dossier.held_on - DAY if dossier.held_on else None
    late = day is not None and day < onlooker.today
    whom = tuple(dict.fromkeys(each.person.name for each in missing)) if not own else ()
    words = f"还有 {len(missing)} 次谈心谈话没有谈"
    why = missing[0].rule.text if len({each.rule.id for each in missing}) == 1 else ""
    yield Todo(words, page, dossier, day, why, whom, late)


def _missing(dossier: Dossier) -> list[RequiredTalk]:
    required = queries.required(dossier, queries.members(dossier))
    held = [each for each in dossier.talks.all() if each.is_held]
    pairs = [(each.one_id or "", each.other_id or "") for each in held]
    return list(missing_talks(required, pairs))


def _is_of(talk: RequiredTalk, member: str) -> bool:
    return talk.person.id == member or member in {each.id for each in talk.partners}
