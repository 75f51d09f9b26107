"""Places of a text found again in a later version, and paragraphs about the same matter as given words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from duizhao.report.versions.paragraphs import ParagraphOutcome, ParagraphTracker
from duizhao.statement.links.common_words import common_pairs
from duizhao.statement.links.shared_words import RUN
from duizhao.text import Source, Span, place_in_words

LEAST_WEIGHT = 2.4
"""The least weight of all shared pairs of characters; of twenty paragraphs, a pair of two of them weighs 2.3."""
LEAST_PAIRS = 2
SHORTEST_PARAGRAPH = 8
"""Characters. A shorter paragraph is a heading, or a name."""


@dataclass(frozen=True, slots=True)
class FollowedPlace:
    """Where words of an earlier version are now. `span` is None where their paragraph is gone.

    `has_words` is False where the paragraph was changed and no longer has them: the span is the whole paragraph then.
    """

    span: Span | None
    has_words: bool
    place: str


def followed_places(
    first: Source, second: Source, spans: Iterable[Span]
) -> tuple[FollowedPlace, ...]:
    """Where the words at these spans of a version are in a later one."""
    tracker = ParagraphTracker(first, second)
    return tuple(_followed(first, second, tracker, span) for span in spans)


def _followed(
    first: Source, second: Source, tracker: ParagraphTracker, span: Span
) -> FollowedPlace:
    if first.text == second.text:
        return FollowedPlace(span, True, place_in_words(second, span.start))
    passage = tracker.at(span)
    if passage.outcome in (ParagraphOutcome.GONE, ParagraphOutcome.UNPLACED):
        return FollowedPlace(None, False, passage.place)
    line = second.line(passage.after)
    quote = span.of(first.text).strip()
    at = second.text.find(quote, *line) if quote else -1
    if at < 0:
        return FollowedPlace(line, False, passage.place)
    return FollowedPlace(Span(at, at + len(quote)), True, passage.place)


def alike_paragraphs(source: Source, words: str, most: int = 2) -> list[Span]:
    """The paragraphs that share rare words with these, the most first: a person chooses the one that is meant."""
    lines = [source.line(at) for at in range(1, source.position(len(source.text)).line + 1)]
    pairs_of = {
        line: _pairs(line.of(source.text))
        for line in lines
        if len(line.of(source.text).strip()) >= SHORTEST_PARAGRAPH
    }
    known = Counter(pair for pairs in pairs_of.values() for pair in pairs)
    wanted = _pairs(words)
    found = []
    for line, pairs in pairs_of.items():
        shared = wanted & pairs
        weight = sum(log(max(len(pairs_of), 8) / known[pair]) for pair in shared)
        if len(shared) >= LEAST_PAIRS and weight >= LEAST_WEIGHT:
            found.append((-weight, line))
    return [line for _, line in sorted(found)[:most]]


def _pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters that say what is spoken of."""
    runs = (run.group() for run in RUN.finditer(words))
    return (
        frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1)) - common_pairs()
    )
