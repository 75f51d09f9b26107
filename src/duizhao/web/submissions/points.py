"""What a statement has to answer: the rows of last year's ledger, and the opinions that were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from duizhao.web.desk.models import LedgerRow
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.opinions.queries import read_opinions
from duizhao.web.submissions.models import PointSource, Submission


@dataclass(frozen=True, slots=True)
class AskedPoint:
    """Something that a statement has to answer: whence, its words, what was promised, and how it stands.

    `elsewhere` is the place outside of the text where it is answered already; empty without one.
    """

    source: str
    key: str
    title: str
    words: str
    more: str = ""
    elsewhere: str = ""


def points_of(submission: Submission, person: Any) -> list[AskedPoint]:
    """What a statement has to answer, as far as `person` may read it."""
    return [*last_year(submission), *opinions(submission, person)]


def last_year(submission: Submission) -> Iterator[AskedPoint]:
    """The rows of the ledger of the meeting before that are this person's, or the team's."""
    previous = submission.dossier.previous
    if previous is None or previous.batch_id is None:
        return
    rows = LedgerRow.objects.filter(batch=previous.batch_id, is_removed=False)
    for row in rows.filter(_is_of(submission)).distinct():
        cells = row.cells
        yield AskedPoint(
            str(PointSource.ROW),
            row.key,
            row.state,
            cells.get("problem", "") or cells.get("measures", ""),
            cells.get("measures", "") if cells.get("problem") else "",
        )


def _is_of(submission: Submission) -> Q:
    attendee = submission.attendee
    if attendee is None:
        return Q(file__submission__isnull=False, file__submission__attendee=None) | Q(
            file__name__contains="班子"
        )
    of_name = Q(file__name__contains=attendee.name) | Q(owners__contains=attendee.name)
    if attendee.member_id is None:
        return of_name
    return of_name | Q(file__submission__attendee__member=attendee.member_id)


def opinions(submission: Submission, person: Any) -> Iterator[AskedPoint]:
    """The opinions of this meeting about this person, or about the team, that `person` may read."""
    received = read_opinions(person, submission.dossier)
    if submission.attendee_id is None:
        received = received.filter(about_name="")
    else:
        received = received.filter(about=submission.attendee_id).exclude(about_name="")
    for each in received:
        yield AskedPoint(
            str(PointSource.OPINION),
            each.key,
            f"{each.get_origin_display()} {each.topic}".strip(),
            each.words,
            elsewhere=_answered(each),
        )


def _answered(opinion: ReceivedOpinion) -> str:
    """How an opinion is answered on the page of opinions; empty if it is not."""
    if not opinion.is_answered:
        return ""
    return f"已对到问题“{opinion.problem}”" if opinion.problem else f"已经答复：{opinion.reply}"
