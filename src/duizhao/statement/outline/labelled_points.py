"""The points of a text whose titles do not say what each part tells: runs of sentences of one kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from duizhao.document import Document, Section
from duizhao.profiles import Aspect, ChapterKind
from duizhao.statement.model import CHAIN_KINDS, Chapter
from duizhao.statement.outline.inline_chapters import with_inline
from duizhao.statement.outline.kinds import kinds
from duizhao.statement.outline.points import Point, sentence
from duizhao.statement.outline.sentence_labels import BEGINS, best_labels
from duizhao.statement.outline.sentence_layout import sentences_of
from duizhao.text import Span

KIND_OF = dict(zip(BEGINS, CHAIN_KINDS, strict=True))
LETTER_OF = {kind: letter for letter, kind in KIND_OF.items()}
FEWEST_SENTENCES, MOST_SENTENCES = 10, 400
FEWEST_IF_UNREAD, FEW_POINTS = 5, 2
"""Sentences of a text in which the rules find few points."""
LONGEST_TEXT = 30_000
"""Characters: ten times a long statement of one's own words."""
LEAST_AHEAD, LEAST_AHEAD_IN_ALL = 0.2, 8.0
"""How much more must speak for the labels than for the reading by the rules, a sentence and in all sentences:
docs/decisions/sentences-labelled.md."""
MATTER = re.compile("P+[CM]+")
FEWEST_MATTERS, MOST_AT_ONCE = 2, 2
"""Matters with answers of their own, and problems on average that are told before these."""
AHEAD = re.compile(
    r"\s*(?:(?:【[^】\n]{1,8}】|\[[^\]\n]{1,8}\]|[问答][：:]|\d{1,2}[：:]\d\d[\s\u3000]*[^，。：:\s]{1,4}[：:])\s*)?"
)
"""Blanks, and what stands ahead of a point: 【问题】, 答：, 20:16　老尤：."""
OF_LAST_YEAR = re.compile("[上去前]一?[年次]|年度")
LetteredSpan = tuple[str, Span]
"""P, C or M, and the place of a point."""
NO_POINT: LetteredSpan = ("O", Span(0, 0))


def labelled_points(
    document: Document,
    points: Sequence[Point],
    aspects: Sequence[tuple[Aspect, Section]],
    chapters: Sequence[Chapter] = (),
) -> list[Point]:
    """The points by the labels of all sentences; `points` if hardly more speaks for these, and in very long texts.

    `aspects` and `chapters` are those found by titles.
    """
    text = document.text
    start, end = document.span
    if end - start > LONGEST_TEXT:
        return list(points)
    sentences = sentences_of(text, document.span)
    fewest = FEWEST_IF_UNREAD if len(points) < FEW_POINTS else FEWEST_SENTENCES
    if not fewest <= len(sentences) <= MOST_SENTENCES:
        return list(points)
    read = labels_by(points_by(points), sentences)
    labels, ahead = best_labels(text, sentences, read)
    if ahead < LEAST_AHEAD or ahead * len(sentences) < LEAST_AHEAD_IN_ALL:
        return list(points)
    leads = {item.span.start: item.lead for item in document.items}
    leads |= {heading.span.start: heading.title for heading in document.headings}
    ends = {heading.span.start: heading.span.end for heading in document.headings}
    read_before = sorted(points, key=_start)
    starts = [each.span.start for each in read_before]
    found: list[Point] = []
    for kind, span in _runs(text, sentences, labels):
        inside = read_before[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        old = next((each for each in inside if each.kind is kind), None)
        lead = leads.get(span.start)
        if old is not None and old.span.start == span.start:
            found.append(replace(old, span=span))
        elif span.end <= ends.get(span.start, -1) and lead is not None and kinds(lead.of(text)):
            continue
        elif old is not None and _is_behind(text, ends.get(span.start), old.span.start):
            # The title ahead of it is no more than a name.
            found.append(replace(old, span=Span(old.span.start, span.end)))
        else:
            claim = lead if lead is not None and lead.end <= span.end else sentence(text, span)
            found.append(Point(kind, span, claim))
    found = _without_last_year(document, found, chapters)
    return _with_problems(_with_headings(document, found, aspects))


def chapters_of_points(chapters: Sequence[Chapter], points: Sequence[Point]) -> list[Chapter]:
    """The chapters; those whose titles announce none of the chain are of the kinds of their points."""
    given = [
        replace(each, kinds=own) if each.is_told and (own := _kinds_in(each.span, points)) else each
        for each in chapters
        if each.section is not None
    ]
    return with_inline(given, points)


def _is_behind(text: str, end: int | None, start: int) -> bool:
    """Whether nothing stands between the end of a title, if there is one, and a place."""
    return end is not None and end <= start and not text[end:start].strip()


def _start(point: Point) -> int:
    return point.span.start


def _kinds_in(span: Span, points: Sequence[Point]) -> tuple[ChapterKind, ...]:
    inside = {each.kind for each in points if span.start <= each.span.start < span.end}
    return tuple(kind for kind in KIND_OF.values() if kind in inside)


def points_by(points: Sequence[Point]) -> list[LetteredSpan]:
    """The letters and the places of points, in text order."""
    known = (each for each in points if each.kind in LETTER_OF)
    return sorted(((LETTER_OF[each.kind], each.span) for each in known), key=itemgetter(1))


def labels_by(points: Sequence[LetteredSpan], sentences: Sequence[Span]) -> str:
    """The label that points in text order give to each sentence: that of the point with more than half of it."""
    labels: list[str] = []
    at, begun = 0, -1
    for start, end in sentences:
        while at < len(points) and points[at][1].end <= start:
            at += 1
        letter, span = points[at] if at < len(points) else NO_POINT
        if 2 * (min(end, span.end) - max(start, span.start)) <= end - start:
            labels.append("O")
            continue
        goes_on = begun == at and labels[-1].upper() == letter
        labels.append(letter.lower() if goes_on else letter)
        begun = at
    return "".join(labels)


def _runs(text: str, sentences: Sequence[Span], labels: str) -> list[tuple[ChapterKind, Span]]:
    runs: list[tuple[ChapterKind, Span]] = []
    for (start, end), label in zip(sentences, labels, strict=True):
        ahead = AHEAD.match(text, start, end)
        start = ahead.end() if ahead else start
        if label in BEGINS:
            runs.append((KIND_OF[label], Span(start, end)))
        elif label != "O":
            kind, span = runs[-1]
            runs[-1] = kind, Span(span.start, end)
    return runs


def _without_last_year(
    document: Document, points: list[Point], chapters: Sequence[Chapter]
) -> list[Point]:
    """The points outside of chapters on what became of last year's problems, if there are problems outside."""
    spans = [
        each.span
        for each in chapters
        if each.section is not None
        and ChapterKind.LAST_YEAR in each.kinds
        and OF_LAST_YEAR.search(document.of(each.section.heading.title))
    ]
    if not spans:
        return points
    outside = [
        each
        for each in points
        if not any(span.start <= each.span.start < span.end for span in spans)
    ]
    has_problems = any(each.kind is ChapterKind.PROBLEMS for each in outside)
    return outside if has_problems else points


def _with_headings(
    document: Document, points: Sequence[Point], aspects: Sequence[tuple[Aspect, Section]]
) -> list[Point]:
    """The points with the lowest title above each that is no chapter's, and with the aspect around it."""
    headings = [
        (span, title)
        for section in document.sections
        for span, title in _below(section)
        if not kinds(document.of(title))
    ]
    found = []
    for each in points:
        over = [heading for span, heading in headings if span.start < each.span.start < span.end]
        aspect = next(
            (
                own
                for own, section in aspects
                if section.span.start <= each.span.start < section.span.end
            ),
            None,
        )
        heading = each.heading or (over[-1] if over else None)
        found.append(replace(each, heading=heading, aspect=each.aspect or aspect))
    return found


def _below(section: Section) -> list[tuple[Span, Span]]:
    return [
        pair
        for inner in section.sections
        for pair in [(inner.span, inner.heading.title), *_below(inner)]
    ]


def _with_problems(points: Sequence[Point]) -> list[Point]:
    """The points; in a text that goes from matter to matter, answers behind a single problem are its own."""
    order = "".join(LETTER_OF[each.kind] for each in points)
    matters = MATTER.findall(order)
    if len(matters) < FEWEST_MATTERS or order.count("P") > MOST_AT_ONCE * len(matters):
        return list(points)
    found: list[Point] = []
    problem: Span | None = None
    problems = Counter(each.aspect for each in points if each.kind is ChapterKind.PROBLEMS)
    for at, each in enumerate(points):
        if each.kind is ChapterKind.PROBLEMS:
            is_single = order[at - 1 : at] != "P" and order[at + 1 : at + 2] != "P"
            problem = each.span if is_single else None
            found.append(each)
        elif each.aspect is not None and problems[each.aspect] == 1:
            # The aspect links it already, and says more.
            found.append(each)
        else:
            found.append(replace(each, behind=each.behind or problem))
    return found
