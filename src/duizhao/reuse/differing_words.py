"""The words in which a passage differs: narrowed to the letter, or widened to whole words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from duizhao.reuse.figures import figures
from duizhao.reuse.model import Difference, Passage
from duizhao.text.span import Span

EQUAL_LETTERS = 4
"""Equal letters in a row that part a difference in two; fewer may be equal by chance."""

LONGEST_NARROWED = 200
"""A longer difference stays as it is: narrowing takes the square of its length."""

LONGEST_FIGURE = 24
"""Characters before and behind a difference in which the figure that it cuts is looked for."""


def narrow_differences(passage: Passage, left: str, right: str) -> tuple[Difference, ...]:
    """The differences of a passage, each narrowed to what is not equal: two insertions close together become two."""
    return tuple(each for wide in passage.differences for each in _narrow(wide, left, right))


def _narrow(wide: Difference, left: str, right: str) -> Iterator[Difference]:
    here, there = wide.left.of(left), wide.right.of(right)
    if min(len(here), len(there)) < EQUAL_LETTERS or max(len(here), len(there)) > LONGEST_NARROWED:
        yield wide
        return
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    at, other = wide.left.start, wide.right.start
    for block in (*(each for each in blocks if each.size >= EQUAL_LETTERS), blocks[-1]):
        start, beside = wide.left.start + block.a, wide.right.start + block.b
        one = Difference(Span(at, start), Span(other, beside))
        if one.left.of(left).strip() or one.right.of(right).strip():
            yield one
        at, other = start + block.size, beside + block.size


def widen_differences(passage: Passage, left: str, right: str) -> list[Difference]:
    """The differences of a passage as words: a figure or a date as a whole, a single character with its neighbours."""
    found: list[Difference] = []
    for each in passage.differences:
        wide = _widen(passage, each, left, right)
        if found and wide.left.start < found[-1].left.end:
            first = found.pop()
            wide = Difference(
                Span(first.left.start, max(first.left.end, wide.left.end)),
                Span(first.right.start, max(first.right.end, wide.right.end)),
            )
        found.append(wide)
    return found


def _widen(passage: Passage, change: Difference, left: str, right: str) -> Difference:
    here, there = change.left, change.right
    back, on = map(
        max,
        _beyond(left, here, passage.left),
        _beyond(right, there, passage.right),
    )
    is_kin: Callable[[str], bool] = _is_any
    if not (back or on) and max(here.end - here.start, there.end - there.start) == 1:
        back, on, is_kin = 1, 1, _is_ideograph
        if (here.of(left) + there.of(right)).isascii():
            return change
    low, other = max(passage.left.start, here.start - back), max(0, there.start - back)
    before, before_there = left[low : here.start], right[other : there.start]
    behind = left[here.end : min(passage.left.end, here.end + on)]
    back = _count_equal(is_kin, before[::-1], before_there[::-1])
    on = _count_equal(is_kin, behind, right[there.end : there.end + on])
    return Difference(
        Span(here.start - back, here.end + on), Span(there.start - back, there.end + on)
    )


def _beyond(text: str, change: Span, passage: Span) -> tuple[int, int]:
    """How far the figures that a change cuts reach beyond it, backwards and onwards."""
    within = Span(
        max(passage.start, change.start - LONGEST_FIGURE),
        min(passage.end, change.end + LONGEST_FIGURE),
    )
    cut = list(figures(text, change, within))
    if not cut:
        return 0, 0
    return max(0, change.start - cut[0].start), max(0, cut[-1].end - change.end)


def _count_equal(is_kin: Callable[[str], bool], left: str, right: str) -> int:
    """How many characters of one kind both sides begin with."""
    together = zip(left, right, strict=False)
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1] and is_kin(both[0]), together))


def _is_any(_: str) -> bool:
    return True


def _is_ideograph(character: str) -> bool:
    return character >= "\u3400" and character.isalpha()
