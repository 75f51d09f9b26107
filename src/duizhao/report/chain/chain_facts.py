"""What the picture and the table of a chain both show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duizhao.lint import Reading
from duizhao.statement import REASON_WORDS, Cause, Link, Measure, Problem
from duizhao.text import Span, place_in_words
from duizhao.text.visible import on_one_line
from duizhao.text.wrap import fitting

Point = Problem | Cause | Measure
COLUMNS_OF_WORDS = 120
PROBLEM, CAUSE, MEASURE = "问题", "原因", "措施"
MAX_POINTS = 80
"""Points of one kind that are shown: a picture of more shows nothing."""


@dataclass(frozen=True, slots=True)
class ChainPoint:
    """A problem, a cause or a measure: its number among its kind, its line and place in the text, its first words."""

    kind: str
    number: int
    line: int
    place: str
    words: str

    @property
    def name(self) -> str:
        return f"{self.kind} {self.number}"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A problem and a point that answers it, with the words that show it."""

    problem: ChainPoint
    answer: ChainPoint
    words: str


@dataclass(frozen=True, slots=True)
class ChainFacts:
    """The points of a statement and their links. `left_out` counts the points that are too many to show."""

    problems: tuple[ChainPoint, ...]
    causes: tuple[ChainPoint, ...]
    measures: tuple[ChainPoint, ...]
    links: tuple[ChainLink, ...]
    left_out: int = 0

    @classmethod
    def from_reading(cls, reading: Reading) -> ChainFacts:
        statement = reading.statement
        groups: tuple[tuple[Point, ...], ...] = (
            statement.problems,
            statement.causes,
            statement.measures,
        )
        kept = [each[:MAX_POINTS] for each in groups]
        points: dict[Span, ChainPoint] = {}
        for kind, group in zip((PROBLEM, CAUSE, MEASURE), kept, strict=True):
            points |= {
                each.span: _point(kind, at, each, reading) for at, each in enumerate(group, 1)
            }
        links = tuple(_links(statement.links, points))
        problems, causes, measures = (tuple(points[each.span] for each in group) for group in kept)
        return cls(problems, causes, measures, links, sum(map(len, groups)) - sum(map(len, kept)))

    def answers(self, problem: ChainPoint, kind: str) -> tuple[ChainLink, ...]:
        """The links from a problem to causes, or to measures."""
        return tuple(
            each for each in self.links if each.problem is problem and each.answer.kind == kind
        )

    def loose(self, kind: str) -> tuple[ChainPoint, ...]:
        """The causes, or the measures, that no problem is linked to."""
        linked = {each.answer for each in self.links}
        return tuple(each for each in self.of(kind) if each not in linked)

    def of(self, kind: str) -> tuple[ChainPoint, ...]:
        """The causes, or the measures."""
        return self.causes if kind == CAUSE else self.measures


def _point(kind: str, number: int, each: Point, reading: Reading) -> ChainPoint:
    claim = each.action if isinstance(each, Measure) else each.claim
    words = on_one_line(" ".join(Span(claim.start, each.span.end).of(reading.text).split()))
    shown = words[: fitting(words, COLUMNS_OF_WORDS)]
    return ChainPoint(
        kind,
        number,
        reading.source.position(claim.start).line,
        place_in_words(reading.source, claim.start),
        shown if shown == words else f"{shown}…",
    )


def _links(links: Iterable[Link], points: dict[Span, ChainPoint]) -> Iterable[ChainLink]:
    for link in links:
        problem, answer = points.get(link.problem.span), points.get(link.answer.span)
        if problem and answer:
            words = on_one_line(f"{REASON_WORDS[link.reason]}：{'、'.join(link.terms)}")
            yield ChainLink(problem, answer, words)
