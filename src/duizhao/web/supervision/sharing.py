"""Which statements of different units share text: of those that are here, and of summaries that have fingerprints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from duizhao import api
from duizhao.web.desk import reading
from duizhao.web.meetings.models import Dossier
from duizhao.web.submissions import queries as submission_queries
from duizhao.web.submissions.models import Submission
from duizhao.web.supervision import queries
from duizhao.web.supervision.summary import DossierSummary, TextPrint

LEAST_SHARE = 0.15
"""Of the smaller text: less is what statements on the same aspects have in common."""
TEAM, PERSONAL = "班子材料", "个人材料"
MAX_TEXTS, MAX_PAIRS = 4_000, 300


@dataclass(frozen=True, slots=True)
class ComparableText:
    """A statement with its fingerprints: of which unit, what it is called, its page where it is here."""

    unit: str
    label: str
    submission: str
    prints: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two statements of different units, and which part of the smaller one both have."""

    one: ComparableText
    other: ComparableText
    share: float

    @property
    def percent(self) -> str:
        return f"{self.share:.0%}"


def compared_texts(person: Any, year: str) -> list[ComparableText]:
    """The statements of a year that can be compared: those that were handed in here, and those of summaries."""
    reached = submission_queries.submissions(person, "accept")
    if year.isdecimal():
        reached = reached.filter(dossier__year=int(year))
    here = list(handed_in(reached)[:MAX_TEXTS])
    texts = [text_of(each) for each in here]
    found = [
        ComparableText(each.dossier.unit.name, each.who, each.pk, tuple(prints))
        for each, prints in zip(here, api.text_prints(texts), strict=True)
    ]
    known = {each.dossier_id for each in here}
    for each in queries.received(person):
        if each.dossier_key not in known and year in ("", str(each.year)):
            summary = DossierSummary.from_json(each.content)
            found += [
                ComparableText(each.unit_name, text.label, "", text.prints)
                for text in summary.prints
            ]
    return found[:MAX_TEXTS]


def shared_texts(texts: Iterable[ComparableText]) -> list[SharedText]:
    """The pairs of different units that share the most."""
    known = list(texts)
    pairs = api.shared_prints(
        [each.prints for each in known], [each.unit for each in known], LEAST_SHARE
    )
    return [
        SharedText(known[each.one], known[each.other], each.share) for each in pairs[:MAX_PAIRS]
    ]


def text_prints(dossier: Dossier) -> tuple[TextPrint, ...]:
    """The fingerprints of the statements of a meeting that were handed in."""
    labels, texts, number = [], [], 0
    for each in handed_in(Submission.objects.filter(dossier=dossier)):
        number += each.attendee_id is not None
        text = text_of(each)
        if text:
            labels.append(f"{PERSONAL} {number}" if each.attendee_id else TEAM)
            texts.append(text)
    made = zip(labels, api.text_prints(texts), strict=True)
    return tuple(TextPrint(label, tuple(prints)) for label, prints in made)


def handed_in(submissions: Any) -> Any:
    """Those of the statements that were handed in, with what is needed to read them."""
    known = submissions.filter(handed_in__isnull=False, file__removed_at=None)
    return known.select_related("attendee", "dossier__unit", "file__file_text").prefetch_related(
        "file__versions"
    )


def text_of(submission: Submission) -> str:
    """The text of the version that was handed in; empty where it cannot be read."""
    versions = {each.number: each for each in submission.file.versions.all()}
    kept = getattr(submission.file, "file_text", None)
    if kept and submission.handed_in == max(versions, default=0):
        return str(kept.text)
    version = versions.get(submission.handed_in or 0)
    try:
        return reading.source_of(submission.file, version).text if version else ""
    except api.DuizhaoError:
        return ""
