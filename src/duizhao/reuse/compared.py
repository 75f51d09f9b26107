"""What the index says of a text, told for each statement in it: passages, and points that came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from duizhao.document import Document
from duizhao.lint import CameBack, Reading, Shared
from duizhao.lint.shared import MEASURE, PROBLEM
from duizhao.reuse.align import SHORTEST
from duizhao.reuse.index import Index
from duizhao.reuse.labels import label_of_readings
from duizhao.reuse.letters import Letters, letters
from duizhao.reuse.model import Label, Match, Passage, Relation, Subtracted, relation
from duizhao.reuse.passage_edges import readable
from duizhao.reuse.refine import refined
from duizhao.reuse.returned import Repeats
from duizhao.text import Span
from duizhao.text.digest import digest

MOSTLY = 0.8
"""A document that has so much of a stretch told already is counted there, and not told again."""


class _Found:
    """A document that shares passages, with its text."""

    def __init__(self, match: Match, text: str) -> None:
        self.match, self.text = match, text
        self._repeats: Repeats | None = None

    def repeats(self, text: str, left_out: tuple[Subtracted, ...]) -> Repeats:
        """What the checked text repeats of it, made when first asked for: few documents are of one's own past."""
        if self._repeats is None:
            self._repeats = Repeats(text, self.match, self.text, left_out)
        return self._repeats


class Compared:
    """Compares readings with the documents of an open index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __call__(self, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        text = readings[0].text
        screened = self._index.check(text, label_of_readings(readings))
        found = [_Found(each, self._index.text(each.entry.id)) for each in screened.matches]
        # The same words in another file, with other blanks, are the text itself.
        others = [each for each in found if digest(each.text) != digest(text)]
        return tuple(_told(reading, others, screened.subtracted) for reading in readings)


def is_same_statement(one: Label, other: Label) -> bool:
    """Whether one is a version of the other: of the same person, year and campaign, as far as they are known.

    Where neither year nor campaign is known, nothing says so: then it is told, and a person sees what it is.
    """
    when = (one.year, one.campaign)
    is_own = relation(one, other) is Relation.OWN_PAST
    return is_own and any(when) and when == (other.year, other.campaign)


def whose(own: Label, other: Label, name: str) -> str:
    """What people call a filed document: 李静（云溪县水务局）2023年的“对照检查材料.docx”."""
    file = f"“{PurePath(name).name or name}”"
    year = f"{other.year}年" if other.year.isdecimal() else other.year
    how = relation(own, other)
    if how is Relation.TEMPLATE:
        return f"范文{file}"
    if how is Relation.OWN_PAST:
        return f"本人{year or '以往'}的{file}"
    if not other.person:
        return f"索引里没有署名的{file}"
    unit = f"（{other.unit}）" if other.unit else ""
    return f"{other.person}{unit}{year}的{file}"


def _told(reading: Reading, found: Iterable[_Found], left_out: tuple[Subtracted, ...]) -> Reading:
    if not reading.statement.recognised:
        return reading
    own = label_of_readings([reading])
    past = [each for each in found if not is_same_statement(own, each.match.entry.label)]
    counted = letters(reading.text, (*left_out, *_frame(reading.document)))
    came_back = (point for each in past for point in _came_back(reading, own, each, left_out))
    return replace(
        reading,
        shared=tuple(_shared(reading, own, past, counted)),
        came_back=tuple(dict.fromkeys(came_back)),
    )


def _frame(document: Document) -> Iterator[Subtracted]:
    """What stands in every statement of a campaign: title, signature, date, the headings on lines of their own."""
    headings = (heading.span for heading in document.headings if not heading.run_in)
    edges = (document.dateline, document.salutation, document.signature, document.date)
    for span in (*document.title, *document.roles, *edges, *headings):
        if span:
            yield Subtracted(span, "框架", "题目、标题和落款")


def _shared(
    reading: Reading, own: Label, found: Iterable[_Found], counted: Letters
) -> list[Shared]:
    """The passages of a reading, those that lie within one told already counted there."""
    told: list[Shared] = []
    having: list[set[str]] = []
    taken: dict[str, list[int]] = {}
    for each in found:
        entry = each.match.entry
        how = relation(own, entry.label).value
        places = taken.setdefault(how, [-1] * len(reading.text))
        for passage in each.match.passages:
            span = readable(_inside(passage.left, reading.document.span), reading.document, counted)
            if counted.count(span) < SHORTEST:
                continue
            at, most = Counter(places[slice(*span)]).most_common(1)[0]
            if at >= 0 and most >= MOSTLY * (span.end - span.start):
                having[at].add(entry.id)
                continue
            places[slice(*span)] = [len(told)] * (span.end - span.start)
            told.append(_one(reading, own, each, passage, span, counted.count(span)))
            having.append({entry.id})
    return [replace(one, others=len(ids) - 1) for one, ids in zip(told, having, strict=True)]


def _one(
    reading: Reading, own: Label, found: _Found, passage: Passage, span: Span, characters: int
) -> Shared:
    entry = found.match.entry
    differing = tuple(
        (each.left.of(reading.text).strip(), each.right.of(found.text).strip())
        for each in refined(passage, reading.text, found.text)
        if span.covers(each.left)
    )
    how = relation(own, entry.label).value
    return Shared(span, how, whose(own, entry.label, entry.name), characters, differing)


def _inside(span: Span, document: Span) -> Span:
    """The part of a passage that stands in one of several statements; empty where none does."""
    start = max(span.start, document.start)
    return Span(start, max(start, min(span.end, document.end)))


def _came_back(
    reading: Reading, own: Label, found: _Found, left_out: tuple[Subtracted, ...]
) -> Iterator[CameBack]:
    entry, statement = found.match.entry, reading.statement
    if relation(own, entry.label) is not Relation.OWN_PAST:
        return
    name = whose(own, entry.label, entry.name)
    for kind, points in ((PROBLEM, statement.problems), (MEASURE, statement.measures)):
        for each in found.repeats(reading.text, left_out).of(reading.document, points):
            yield CameBack(each.span, kind, name, each.share)
