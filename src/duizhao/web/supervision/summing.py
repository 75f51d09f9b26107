"""Summaries of meetings of this installation, all at once: the number of queries does not grow with the meetings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.db.models.fields.json import KT
from django.utils import timezone

from duizhao.ledger.shared_themes import UNNAMED
from duizhao.process import ENDED_STATES, RowState
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Attendee, Dossier, MeetingPart
from duizhao.web.opinions.models import ReceivedOpinion, Satisfaction
from duizhao.web.submissions.models import ReviewDecision, ReviewOutcome, Submission
from duizhao.web.supervision.summary import DossierSummary
from duizhao.web.talks.models import Talk

ANSWERED = ~Q(problem="", reply="") & ~Q(satisfaction=Satisfaction.NOT_CONTENT)
RETURNS = (ReviewOutcome.REVISE, ReviewOutcome.REWRITE)
OPEN_STATES = frozenset(RowState) - ENDED_STATES
UNFILLED = "未填"


def summaries(dossiers: Sequence[Dossier]) -> list[DossierSummary]:
    """How far each meeting is."""
    keys = [each.pk for each in dossiers]
    people = Attendee.objects.filter(
        dossier__in=keys, part=MeetingPart.EXPECTED, is_answerable=True
    )
    returns = ReviewDecision.objects.filter(submission__dossier__in=keys, outcome__in=RETURNS)
    opinions = ReceivedOpinion.objects.filter(dossier__in=keys)
    talks = Talk.objects.filter(dossier__in=keys)
    counted: Mapping[str, Mapping[str, Any]] = {
        "expected": _by(people, "dossier"),
        "returned": _by(returns, "submission__dossier"),
        "opinions": _by(opinions, "dossier"),
        "answered": _by(opinions.filter(ANSWERED), "dossier"),
        "talks": _by(talks, "dossier"),
        "held": _by(talks.filter(is_held=True), "dossier"),
    }
    statements, ledgers = _statements(keys), _ledgers(keys)
    return [
        DossierSummary(
            unit=each.unit.name,
            dossier=each.pk,
            name=each.name,
            kind=each.kind,
            year=each.year,
            held_on=each.held_on.isoformat() if each.held_on else "",
            is_closed=each.is_closed,
            made_on=timezone.localdate().isoformat(),
            statements=statements.get(each.pk, {}),
            **{name: found.get(each.pk, 0) for name, found in counted.items()},
            **ledgers.get(each.pk, {"rows": {}, "due": (), "themes": {}}),
        )
        for each in dossiers
    ]


def _by(rows: Any, dossier: str) -> dict[str, int]:
    found = rows.order_by().values_list(dossier).annotate(count=Count("pk"))
    return {key: count for key, count in found if count}


def _statements(keys: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    states = Submission.objects.filter(dossier__in=keys).order_by().values_list("dossier", "state")
    for key, state, count in states.annotate(count=Count("pk")):
        found[key][state] = count
    return found


def _ledgers(keys: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    """Of each meeting how its rows stand, on which days the open ones are due, and what they are about."""
    rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
    themes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    due: defaultdict[str, Counter[date]] = defaultdict(Counter)
    open_words = {each.value for each in OPEN_STATES} | {""}
    # Few fields, the aspect as text: the cells of thousands of rows take long to read.
    known = LedgerRow.objects.filter(batch__dossier__in=keys, is_removed=False).order_by()
    for key, state, day, aspect in known.values_list(
        "batch__dossier", "state", "day", KT("cells__aspect")
    ):
        rows[key][state] += 1
        themes[key][aspect] += 1
        if day and state in open_words:
            due[key][day] += 1
    return {
        key: {
            "rows": _named(rows[key], UNFILLED),
            "due": tuple(day.isoformat() for day in sorted(due[key].elements())),
            "themes": _named(themes[key], UNNAMED),
        }
        for key in rows
    }


def _named(counts: Mapping[Any, int], unnamed: str) -> dict[str, int]:
    """The counts by words without blanks around them; those without a word together."""
    found: Counter[str] = Counter()
    for word, count in counts.items():
        found[(word or "").strip() or unnamed] += count
    return dict(found)
