"""What others have done since somebody last looked, with the things of meetings that this person may see.

It is read from the audit: nothing is sent, nothing is stored twice, and nobody learns of a thing that is not theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from duizhao.process import Move
from duizhao.web.accounts.models import ACTS_FOR, Person
from duizhao.web.announcements import queries as announcement_queries
from duizhao.web.audit.models import AuditEntry
from duizhao.web.audit.words import ACTS
from duizhao.web.desk.models import LedgerRow
from duizhao.web.overview import queries
from duizhao.web.overview.models import SeenActs
from duizhao.web.rectification import queries as rectification_queries
from duizhao.web.rectification.models import RowPerson
from duizhao.web.submissions import queries as submissions_queries
from duizhao.web.talks.models import Talk

MOST_ACTS, PROBLEM_CHARACTERS = 30, 40


@dataclass(frozen=True, slots=True)
class ActOfOthers:
    """Something that somebody else has done: to what, when, and the page of the thing."""

    words: str
    thing: str
    address: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NotifiedKind:
    """A kind of record: its name in the audit, the acts that concern others, the people to notify, its page and name.

    `related` are what its name is made of besides the thing itself.
    """

    name: str
    acts: tuple[str, ...]
    rows: Callable[[Any], QuerySet[Any]]
    page: str
    parameter: str
    named: Callable[[Any], str] = str
    related: tuple[str, ...] = ()


def _own_talks(person: Any) -> QuerySet[Talk]:
    return Talk.objects.filter(Q(one__account=person) | Q(other__account=person))


def _problem(row: LedgerRow) -> str:
    words: str = row.cells.get("problem") or row.cells.get("measures", "")
    return words[:PROBLEM_CHARACTERS]


def _own_ledger_rows(person: Any) -> QuerySet[LedgerRow]:
    own = RowPerson.objects.filter(member__account=person).values("row")
    return rectification_queries.rows(person, "row").filter(pk__in=own)


ACTS_ON_ROWS = (
    *(f"rectification.{move.name.lower()}" for move in Move),
    "rectification.ask_postponement",
    "rectification.answer_postponement",
    "rectification.people",
)
KINDS = (
    NotifiedKind(
        "submission",
        (
            "submissions.hand_in",
            "submissions.accept",
            "submissions.return_statement",
            "submissions.judge_reason",
            "submissions.add_comment",
            "submissions.answer_comment",
        ),
        lambda person: submissions_queries.submissions(person, "statement"),
        "submissions:statement",
        "submission",
        related=("attendee",),
    ),
    NotifiedKind(
        "ledger-row", ACTS_ON_ROWS, _own_ledger_rows, "rectification:row", "tracked", _problem
    ),
    NotifiedKind("talk", ("talks.mark", "talks.agree"), _own_talks, "talks:talk", "talk"),
    NotifiedKind(
        "announcement",
        ("announcements.publish",),
        lambda person: announcement_queries.announcements(person, "announcement"),
        "announcements:announcement",
        "announcement",
    ),
    NotifiedKind(
        "dossier",
        ("meetings.edit_plan", "meetings.notice", "meetings.people", "meetings.close"),
        lambda person: queries.dossiers(person, "dossier"),
        "overview:dossier",
        "dossier",
    ),
)


def acts_of_others(person: Any) -> list[ActOfOthers]:
    """What others have done since `person` last looked, the latest first."""
    last = SeenActs.objects.filter(person=person).first()
    seen = last.number if last else 0
    entries = _latest(person, seen)
    actors = {name for each in entries for name in each.actor.split(ACTS_FOR)}
    known = Person.objects.filter(username__in=actors) if actors else Person.objects.none()
    names = dict(known.values_list("username", "name"))
    told = {kind.name: _named_things(kind, person, entries) for kind in KINDS}
    return [
        ActOfOthers(ACTS[each.act], *told[each.kind][each.key], _who(each.actor, names), each.at)
        for each in entries
        if each.key in told[each.kind]
    ]


def _who(actor: str, names: Mapping[str, str]) -> str:
    """The names of an actor: who acted, and for whom."""
    return ACTS_FOR.join(names.get(each, each) for each in actor.split(ACTS_FOR))


def mark_seen(*, person: Any) -> None:
    """Note that somebody has seen all that there is."""
    last = AuditEntry.objects.order_by("-number").values_list("number", flat=True).first() or 0
    SeenActs.objects.update_or_create(person=person, defaults={"number": last})


def _latest(person: Any, seen: int) -> list[AuditEntry]:
    """The latest entries that concern somebody and are not of this person, in one question for all kinds."""
    concern = Q()
    for kind in KINDS:
        rows = kind.rows(person).order_by().values("pk")
        concern |= Q(kind=kind.name, act__in=kind.acts, key__in=rows)
    entries = AuditEntry.objects.filter(concern, number__gt=seen).exclude(actor=person.username)
    entries = entries.exclude(actor__startswith=f"{person.username}{ACTS_FOR}")
    return list(entries.order_by("-number")[:MOST_ACTS])


def _named_things(
    kind: NotifiedKind, person: Any, entries: Iterable[AuditEntry]
) -> Mapping[str, tuple[str, str]]:
    """The name and the page of each thing of a kind, by its key."""
    keys = {each.key for each in entries if each.kind == kind.name}
    if not keys:
        return {}
    things = kind.rows(person).select_related(None).select_related(*kind.related)
    return {
        key: (kind.named(thing), reverse(kind.page, kwargs={kind.parameter: key}))
        for key, thing in things.in_bulk(keys).items()
    }
