"""What stands beside the text of a statement: comments at its words, and what it has to answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from duizhao import api
from duizhao.web.desk.models import Version
from duizhao.web.submissions import queries
from duizhao.web.submissions.models import AnsweredPoint, Submission
from duizhao.web.submissions.placing import MarkedPlace, Read, places_now
from duizhao.web.submissions.points import AskedPoint, points_of

TIP_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class PointBeside:
    """Something to be answered, where it is answered, or else the paragraphs that may answer it."""

    asked: AskedPoint
    place: MarkedPlace | None
    likely: Sequence[tuple[int, str]] = ()

    @property
    def answer(self) -> AnsweredPoint | None:
        return self.place.what if self.place else None

    @property
    def is_answered(self) -> bool:
        """Whether it is answered, at words that are still there, or with a note why the text is silent."""
        if self.asked.elsewhere:
            return True
        return self.place is not None and (self.place.span is not None or bool(self.answer_note))

    @property
    def answer_note(self) -> str:
        return self.answer.note if self.answer else ""


def comments_beside(
    submission: Submission, shown: Version, source: api.Source, read: Read
) -> list[MarkedPlace]:
    """The comments with their places in the version that is shown: open ones first, in the order of the text."""
    placed = places_now(submission.file, shown, source, queries.comments_of(submission), read)

    def order(each: MarkedPlace) -> tuple[bool, bool, int]:
        return (
            each.what.resolved_at is not None,
            each.span is None,
            each.span.start if each.span else 0,
        )

    return sorted(placed, key=order)


def marks_of(comments: Iterable[MarkedPlace]) -> tuple[api.MarkedSpan, ...]:
    """The open comments as places in the text, each with the number under which it is listed."""
    return tuple(
        api.MarkedSpan(
            f"m-c-{number}",
            f"c-{number}",
            number,
            each.span,
            "s-comment",
            f"批注 {number}：{each.what.text[:TIP_CHARACTERS]}",
        )
        for number, each in enumerate(comments, 1)
        if each.span is not None and each.what.resolved_at is None
    )


def points_beside(
    submission: Submission,
    shown: Version,
    source: api.Source,
    read: Read,
    person: Any,
    *,
    suggests: bool,
) -> list[PointBeside]:
    """What a statement has to answer: the open ones first, with the paragraphs that may answer them."""
    asked = points_of(submission, person)
    answered = queries.answered(submission)
    known = [each for each in asked if (each.source, each.key) in answered]
    things = [answered[each.source, each.key] for each in known]
    places = dict(
        zip(
            [(each.source, each.key) for each in known],
            places_now(submission.file, shown, source, things, read),
            strict=True,
        )
    )
    listed = [PointBeside(each, places.get((each.source, each.key))) for each in asked]
    done = [each for each in listed if each.is_answered]
    if not suggests:
        return [*(each for each in listed if not each.is_answered), *done]
    return [
        *(
            PointBeside(each.asked, each.place, _likely(source, each.asked))
            for each in listed
            if not each.is_answered
        ),
        *done,
    ]


EXCERPT_CHARACTERS = 24


def _likely(source: api.Source, asked: AskedPoint) -> list[tuple[int, str]]:
    """The paragraphs that may answer something: the number of each, and how it begins."""
    spans = api.alike_paragraphs(source, f"{asked.words}{asked.more}")
    return [
        (
            source.position(span.start).line,
            span.of(source.text).strip()[:EXCERPT_CHARACTERS],
        )
        for span in spans
    ]
