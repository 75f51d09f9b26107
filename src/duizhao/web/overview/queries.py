"""The meetings that somebody has to do with."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions import queries as opinions_queries
from duizhao.web.overview.access import TABLE
from duizhao.web.rectification.models import AskedPostponement, PostponementAnswer

MOST_MEETINGS = 20
"""Of which a first page says what has to be done: the latest that are not closed."""


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act, the latest first."""
    known = Dossier.objects.select_related("unit", "chair", "batch", "previous__batch")
    return TABLE.limit(act, person, known)


def running(person: Any) -> list[Dossier]:
    """The latest meetings of somebody that are not closed, with what their parts hold."""
    known = dossiers(person, "todo").filter(closed_at=None)
    return list(with_parts(known, person)[:MOST_MEETINGS])


def with_parts(known: QuerySet[Dossier], person: Any) -> QuerySet[Dossier]:
    """Dossiers with what is told of their parts: as many queries for many meetings as for one.

    `to_answer` has the opinions that `person` has to answer, `standing` of a batch the rows of its ledger.
    """
    opinions = opinions_queries.opinions(person, "reply")
    asked = AskedPostponement.objects.filter(row=OuterRef("pk"), answer=PostponementAnswer.OPEN)
    rows = LedgerRow.objects.filter(is_removed=False).only("batch", "state", "owners", "day")
    rows = rows.annotate(is_asked=Exists(asked))
    return known.prefetch_related(
        "attendees__member",
        "studies",
        "rounds",
        "talks",
        "submissions__attendee",
        "submissions__decisions",
        Prefetch("opinions", opinions, to_attr="to_answer"),
        Prefetch("batch__ledger_rows", rows, to_attr="standing"),
    ).annotate(opinion_count=Count("opinions", distinct=True))
