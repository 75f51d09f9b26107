"""What readings of a text share with an index: passages and recurring points, added to each reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from duizhao.document import Document
from duizhao.lint import DroppedMeasures, PointKind, Reading, Recurrence, Relation, SharedPassage
from duizhao.reuse.align import SHORTEST_PASSAGE
from duizhao.reuse.code_points import CodePoints, code_points
from duizhao.reuse.differing_words import narrow_differences
from duizhao.reuse.dropped_measures import dropped_measures
from duizhao.reuse.index import Index
from duizhao.reuse.labels import label_of_readings
from duizhao.reuse.model import DocumentLabel, ExcludedSpan, Match, Passage, relation
from duizhao.reuse.passage_edges import readable_part
from duizhao.reuse.recurrence import RecurrenceFinder
from duizhao.text import Span
from duizhao.text.digest import digest

SAME_STRETCH_SHARE = 0.8
"""The share of a passage inside a reported one from which it only raises the count of that one."""


class _MatchedText:
    """A document that shares passages, with its text."""

    def __init__(self, match: Match, text: str) -> None:
        self.match, self.text = match, text
        self._finder: RecurrenceFinder | None = None

    def finder(self, text: str, left_out: tuple[ExcludedSpan, ...]) -> RecurrenceFinder:
        """Finds its points in the checked text. Made when first used: few documents are of one's own past."""
        if self._finder is None:
            self._finder = RecurrenceFinder(text, self.match, self.text, left_out)
        return self._finder


def with_matches(index: Index, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings of one text, each with what it shares with the documents of an open index."""
    text = readings[0].text
    screened = index.check(text, label_of_readings(readings))
    found = [_MatchedText(each, index.text(each.entry.id)) for each in screened.matches]
    # The same words in another file, with other blanks, are the text itself.
    others = [each for each in found if digest(each.text) != digest(text)]
    return tuple(_with_matches(reading, others, screened.excluded) for reading in readings)


def is_same_statement(one: DocumentLabel, other: DocumentLabel) -> bool:
    """Whether both are versions of one statement: same person, year and campaign, as far as these are known.

    Where neither year nor campaign is known, the answer is no: the passages are reported, and people decide.
    """
    when = (one.year, one.campaign)
    is_own = relation(one, other) is Relation.OWN_PAST
    return is_own and any(when) and when == (other.year, other.campaign)


def name_for_people(own: DocumentLabel, other: DocumentLabel, name: str) -> str:
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


def _with_matches(
    reading: Reading, found: Iterable[_MatchedText], left_out: tuple[ExcludedSpan, ...]
) -> Reading:
    if not reading.statement.recognised:
        return reading
    own = label_of_readings([reading])
    others = [each for each in found if not is_same_statement(own, each.match.entry.label)]
    counted = code_points(reading.text, (*left_out, *_frame(reading.document)))
    recurrences = (one for each in others for one in _recurrences(reading, own, each, left_out))
    return replace(
        reading,
        shared=tuple(_shared_passages(reading, own, others, counted)),
        recurrences=tuple(dict.fromkeys(recurrences)),
        dropped=tuple(_dropped(reading, own, others)),
    )


def _frame(document: Document) -> Iterator[ExcludedSpan]:
    """What stands in every statement of a campaign: title, signature, date, the headings on lines of their own."""
    headings = (heading.span for heading in document.headings if not heading.run_in)
    edges = (document.dateline, document.salutation, document.signature, document.date)
    for span in (*document.title, *document.roles, *edges, *headings):
        if span:
            yield ExcludedSpan(span, "框架", "标题和落款")


def _shared_passages(
    reading: Reading, own: DocumentLabel, found: Iterable[_MatchedText], counted: CodePoints
) -> list[SharedPassage]:
    """The passages of a reading. One that mostly lies inside a reported passage only raises that passage's count."""
    reported: list[SharedPassage] = []
    holders: list[set[str]] = []
    taken: dict[Relation, list[int]] = {}
    for each in found:
        entry = each.match.entry
        # Of each character the number of the passage that was reported there, by relation; -1 for none.
        places = taken.setdefault(relation(own, entry.label), [-1] * len(reading.text))
        for passage in each.match.passages:
            span = readable_part(
                _inside(passage.left, reading.document.span), reading.document, counted
            )
            if counted.count(span) < SHORTEST_PASSAGE:
                continue
            at, most = Counter(places[slice(*span)]).most_common(1)[0]
            if at >= 0 and most >= SAME_STRETCH_SHARE * (span.end - span.start):
                holders[at].add(entry.id)
                continue
            places[slice(*span)] = [len(reported)] * (span.end - span.start)
            reported.append(_shared_passage(reading, own, each, passage, span, counted.count(span)))
            holders.append({entry.id})
    return [replace(one, others=len(ids) - 1) for one, ids in zip(reported, holders, strict=True)]


def _shared_passage(
    reading: Reading,
    own: DocumentLabel,
    found: _MatchedText,
    passage: Passage,
    span: Span,
    characters: int,
) -> SharedPassage:
    label, name = found.match.entry.label, found.match.entry.name
    differing = tuple(
        (each.left.of(reading.text).strip(), each.right.of(found.text).strip())
        for each in narrow_differences(passage, reading.text, found.text)
        if span.covers(each.left)
    )
    return SharedPassage(
        span, relation(own, label), name_for_people(own, label, name), characters, differing
    )


def _inside(span: Span, document: Span) -> Span:
    """The part of a passage inside one of several statements; empty where it lies outside."""
    start = max(span.start, document.start)
    return Span(start, max(start, min(span.end, document.end)))


def _recurrences(
    reading: Reading, own: DocumentLabel, found: _MatchedText, left_out: tuple[ExcludedSpan, ...]
) -> Iterator[Recurrence]:
    entry, statement = found.match.entry, reading.statement
    if relation(own, entry.label) is not Relation.OWN_PAST:
        return
    name = name_for_people(own, entry.label, entry.name)
    finder = found.finder(reading.text, left_out)
    kinds = ((PointKind.PROBLEM, statement.problems), (PointKind.MEASURE, statement.measures))
    for kind, points in kinds:
        for each in finder.find(reading.document, points):
            yield Recurrence(each.span, kind, name, each.share)


def _dropped(
    reading: Reading, own: DocumentLabel, found: Iterable[_MatchedText]
) -> Iterator[DroppedMeasures]:
    """What was promised in the newest of one's own past statements."""
    past = [
        each
        for each in found
        if relation(own, each.match.entry.label) is Relation.OWN_PAST
        and each.match.entry.label.year < own.year
    ]
    newest = max(past, key=lambda each: each.match.entry.label.year, default=None)
    if newest is None or not _is_year_before(newest.match.entry.label.year, own.year):
        return
    left_out = dropped_measures(reading, newest.text)
    if left_out is not None:
        entry = newest.match.entry
        yield DroppedMeasures(*left_out, name_for_people(own, entry.label, entry.name))


def _is_year_before(year: str, later: str) -> bool:
    return year.isdecimal() and later.isdecimal() and int(later) - int(year) == 1
