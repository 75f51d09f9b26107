"""What became of a paragraph of the first version in the second."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from duizhao.text import Source, Span, place_in_words

LEAST_SHARED = 0.5
"""The share of its pairs of characters that a changed paragraph keeps, or that another has of it."""
COMPARED_CHARACTERS = 600
PARAGRAPHS_AROUND = 3
MAX_CANDIDATES = 20
COMMONEST_PAIR = 200
"""Paragraphs. A pair of characters in more of them is too common to identify any."""


class ParagraphOutcome(Enum):
    """What became of the paragraph that an opinion is about."""

    UNCHANGED = "未改动"
    CHANGED = "已改动"
    GONE = "已删去"
    UNPLACED = "没有指明位置"


@dataclass(frozen=True, slots=True)
class FollowedParagraph:
    """A paragraph of the first version with the one that it became, by the numbers of their lines from 1.

    `place` names both as people find them: “第 5 段 → 第 6 段”. `after` is 0 and `now` empty for one that is gone.
    """

    outcome: ParagraphOutcome
    before: int = 0
    after: int = 0
    now: str = ""
    place: str = ""


class ParagraphTracker:
    """Finds the paragraphs of a first version again in a second."""

    def __init__(self, first: Source, second: Source) -> None:
        self._source = first
        self._now = second
        self._tracked: dict[int, FollowedParagraph] = {}

    def at(self, span: Span) -> FollowedParagraph:
        """What became of the paragraph in which a span of the first version begins."""
        number = self._source.position(span.start).line
        if number not in self._tracked:
            self._tracked[number] = self._passage(number)
        return self._tracked[number]

    def _passage(self, number: int) -> FollowedParagraph:
        words = self._first.get(number, "")
        if not words:
            return FollowedParagraph(ParagraphOutcome.UNPLACED)
        if words in self._known:
            return self._found(ParagraphOutcome.UNCHANGED, number, self._known[words])
        best = max(self._alike(words, number), default=None)
        if best is None:
            return FollowedParagraph(
                ParagraphOutcome.GONE, number, place=_named(self._source, number)
            )
        return self._found(ParagraphOutcome.CHANGED, number, -best[-1])

    def _found(self, outcome: ParagraphOutcome, before: int, after: int) -> FollowedParagraph:
        now = self._now.line(after).of(self._now.text).strip()
        place = _named(self._source, before)
        if after != before:
            place += f" → {_named(self._now, after)}"
        return FollowedParagraph(outcome, before, after, now, place)

    def _alike(self, words: str, number: int) -> Iterator[tuple[float, int, int]]:
        """The new paragraphs that share enough with the words: how much, how near, and their places, negative."""
        pairs = _pairs(words)
        shared = Counter(at for pair in pairs for at in self._places_of_pair.get(pair, ()))
        # The paragraphs around its place are compared whatever they hold.
        near = range(number - PARAGRAPHS_AROUND, number + PARAGRAPHS_AROUND + 1)
        candidates = {at for at, _ in shared.most_common(MAX_CANDIDATES)}
        for at in candidates.union(each for each in near if each in self._new):
            count = len(pairs & self._new[at])
            share = count / max(min(len(pairs), len(self._new[at])), 1)
            if share >= LEAST_SHARED and 4 * count >= len(pairs):
                yield share, -abs(at - number), -at

    @cached_property
    def _first(self) -> dict[int, str]:
        return _paragraphs(self._source)

    @cached_property
    def _second(self) -> dict[int, str]:
        return _paragraphs(self._now)

    @cached_property
    def _known(self) -> dict[str, int]:
        return {words: at for at, words in reversed(self._second.items())}

    @cached_property
    def _new(self) -> dict[int, frozenset[str]]:
        """The paragraphs of the second version alone, by their places."""
        before = set(self._first.values())
        return {at: _pairs(words) for at, words in self._second.items() if words not in before}

    @cached_property
    def _places_of_pair(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, pairs in self._new.items():
            for pair in pairs:
                places[pair].append(at)
        return {pair: found for pair, found in places.items() if len(found) <= COMMONEST_PAIR}


def _named(source: Source, line: int) -> str:
    return place_in_words(source, source.line(line).start)


def _paragraphs(source: Source) -> dict[int, str]:
    """The words of the paragraphs that are not blank, without any blanks, by the numbers of their lines."""
    count = source.position(len(source.text)).line
    lines = (("".join(source.line(at).of(source.text).split()), at) for at in range(1, count + 1))
    return {at: words for words, at in lines if words}


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(min(len(words), COMPARED_CHARACTERS) - 1))
