"""What belongs to what in a text that goes from matter to matter: problems, then their own causes and measures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from duizhao.profiles import ChapterKind
from duizhao.statement.outline.points import Point
from duizhao.text import Span


def with_matters(
    points: Sequence[Point], own: Container[Span], headings: Sequence[int] = ()
) -> list[Point]:
    """The points in text order; answers at one of the places in `own` belong to the problems of their matter.

    `headings` are the starts of the headings: a matter goes on over none.
    """
    blocks = list(_blocks(points, headings))
    return [each for block in _one_by_one(blocks) for each in _answered(block, own)]


def _blocks(points: Sequence[Point], headings: Sequence[int]) -> Iterator[Sequence[Point]]:
    """Problems with the answers behind them, up to the next problem or to a heading at one of these places."""
    begun = 0
    for at in range(1, len(points)):
        before, each = points[at - 1 : at + 1]
        is_problem = each.kind is ChapterKind.PROBLEMS
        if is_problem and before.kind is ChapterKind.PROBLEMS:
            continue
        if is_problem or bisect_left(headings, before.span.end) < bisect_right(
            headings, each.span.start
        ):
            yield points[begun:at]
            begun = at
    yield points[begun:]


def _one_by_one(blocks: Sequence[Sequence[Point]]) -> Iterator[Sequence[Point]]:
    """The blocks; where most have one problem, a problem without answers is apart from the next one."""
    counts = [_count_of_problems(each) for each in blocks]
    is_single = counts.count(1) * 2 > len(counts)
    for block, count in zip(blocks, counts, strict=True):
        apart = count - 1 if is_single and count > 1 else 0
        yield from (block[:apart], block[apart:]) if apart else (block,)


def _count_of_problems(block: Sequence[Point]) -> int:
    return sum(1 for each in block if each.kind is ChapterKind.PROBLEMS)


def _answered(block: Sequence[Point], own: Container[Span]) -> Iterator[Point]:
    """The points of a matter: its only problem has all answers; several share the only answer of a kind."""
    problems = [each.span for each in block if each.kind is ChapterKind.PROBLEMS]
    counts = Counter(each.kind for each in block)
    for each in block:
        is_answer = problems and each.kind is not ChapterKind.PROBLEMS and each.span in own
        if is_answer and (len(problems) == 1 or counts[each.kind] == 1):
            yield replace(each, behind=Span(problems[0].start, problems[-1].end))
        else:
            yield each
