"""What causes and measures behind a sentence in other chapters belong to: chapters without a title, aspects."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from duizhao.document import Document, Section
from duizhao.profiles import Aspect, ChapterKind
from duizhao.statement.model import Chapter
from duizhao.statement.outline.labels_of_points import FIELD
from duizhao.statement.outline.points import Point
from duizhao.text import Span


def with_inline(chapters: Sequence[Chapter], points: Sequence[Point]) -> list[Chapter]:
    """The chapters, and those of the causes and measures that begin at a cue inside other chapters."""
    chapters = sorted(chapters, key=_start)
    starts = [chapter.span.start for chapter in chapters]
    inline: list[Chapter] = []
    within = -1
    for point in points:
        at = bisect_right(starts, point.span.start) - 1
        if at >= 0 and point.kind in chapters[at].kinds:
            continue
        if inline and at == within and inline[-1].kinds == (point.kind,):
            span = Span(inline[-1].span.start, point.span.end)
            inline[-1] = Chapter(span, (point.kind,))
        else:
            inline.append(Chapter(point.span, (point.kind,)))
        within = at
    return sorted([*chapters, *inline], key=_start)


def with_tables(
    document: Document, chapters: Sequence[Chapter], points: Sequence[Point]
) -> list[Chapter]:
    """The chapters; one that holds a table of problems and answers is of all the kinds that stand in it."""
    rows = [each.span for each in document.paragraphs if each.table]
    if not rows:
        return list(chapters)
    firsts = [row.start for row in rows]
    chapters = sorted(chapters, key=_start)
    starts = [chapter.span.start for chapter in chapters]
    kinds = [set(chapter.kinds) for chapter in chapters]
    for point in points:
        row = bisect_right(firsts, point.span.start) - 1
        at = bisect_right(starts, point.span.start) - 1
        if at >= 0 and row >= 0 and point.span.start < rows[row].end:
            kinds[at].add(point.kind)
    return [
        chapter if len(own) == len(chapter.kinds) else replace(chapter, kinds=_in_order(own))
        for chapter, own in zip(chapters, kinds, strict=True)
    ]


def _in_order(kinds: set[ChapterKind]) -> tuple[ChapterKind, ...]:
    return tuple(kind for kind in ChapterKind if kind in kinds)


def with_aspects(points: Sequence[Point], aspects: Sequence[tuple[Aspect, Section]]) -> list[Point]:
    """The points; causes and measures behind a sentence in the text of an aspect belong to it.

    A sentence that only the last aspect has counts for all aspects.
    """
    starts = [point.span.start for point in points]
    inside: list[tuple[Aspect, list[int]]] = []
    for aspect, section in aspects:
        first, last = (bisect_left(starts, each) for each in section.span)
        own = [at for at in range(first, last) if _is_without_aspect(points[at])]
        inside.append((aspect, own))
    given = list(points)
    if any(own for _, own in inside[:-1]):
        for aspect, own in inside:
            for at in own:
                given[at] = replace(given[at], aspect=aspect)
    return given


def with_blocks(text: str, points: Sequence[Point], chapters: Sequence[Chapter]) -> list[Point]:
    """The points; where several chapters of problems hold answers without a title, these belong to the problems there.

    The only answer of its kind in a chapter belongs to all its problems, several belong to the only problem. Answers
    that are counted or have an aspect do not.
    """
    starts = [point.span.start for point in points]
    blocks: list[tuple[list[int], list[int]]] = []
    for chapter in chapters:
        if chapter.section is None or ChapterKind.PROBLEMS not in chapter.kinds:
            continue
        inside = range(*(bisect_left(starts, each) for each in chapter.span))
        problems = [at for at in inside if points[at].kind is ChapterKind.PROBLEMS]
        answers = [at for at in inside if _is_without_aspect(points[at])]
        answers = [at for at in answers if _is_uncounted(text, points[at])]
        if problems and answers and problems[-1] < answers[0]:
            blocks.append((problems, answers))
    given = list(points)
    for problems, answers in blocks if len(blocks) > 1 else ():
        whole = Span(points[problems[0]].span.start, points[problems[-1]].span.end)
        kinds = [points[at].kind for at in answers]
        for at in answers:
            if len(problems) == 1 or kinds.count(points[at].kind) == 1:
                given[at] = replace(given[at], behind=whole)
    return given


def with_fields(text: str, points: Sequence[Point]) -> list[Point]:
    """The points; a line that fills in a field, as 完成时限：5月20日, belongs to the point before."""
    kept: list[Point] = []
    for point in points:
        if kept and FIELD.match(text, *point.span):
            end = max(kept[-1].span.end, point.span.end)
            kept[-1] = replace(kept[-1], span=Span(kept[-1].span.start, end))
        else:
            kept.append(point)
    return kept


def _is_uncounted(text: str, point: Point) -> bool:
    start, claim = point.span.start, point.claim.start
    return start == claim or text[claim - 1] in "：:"


def _start(chapter: Chapter) -> Span:
    return chapter.span


def _is_without_aspect(point: Point) -> bool:
    return (
        point.aspect is None
        and point.behind is None
        and point.kind in (ChapterKind.CAUSES, ChapterKind.MEASURES)
    )
