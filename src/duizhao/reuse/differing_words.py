"""The words in which a passage differs: narrowed to the letter, or widened to whole words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from duizhao.reuse.model import Difference, Passage
from duizhao.text.span import Span

EQUAL_LETTERS = 4
"""Equal letters in a row that part a difference in two; fewer may be equal by chance."""

LONGEST_NARROWED = 200
"""A longer difference stays as it is: narrowing takes the square of its length."""

LONGEST_FIGURE = 24
"""Characters by which a difference inside of a figure is widened on each side."""


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
    """The differences of a passage as words: a figure as a whole, a single character with its neighbours."""
    found: list[Difference] = []
    for each in passage.differences:
        wide = _widen(passage, each, left, right)
        if found and wide.left.start < found[-1].left.end:
            first = found.pop()
            wide = Difference(
                Span(first.left.start, wide.left.end), Span(first.right.start, wide.right.end)
            )
        found.append(wide)
    return found


def _widen(passage: Passage, change: Difference, left: str, right: str) -> Difference:
    here, there = change.left, change.right
    changed = here.of(left) + there.of(right)
    if changed.isascii() and changed.isalnum():
        is_kin, most = _is_figure, LONGEST_FIGURE
    elif max(here.end - here.start, there.end - there.start) == 1:
        is_kin, most = _is_ideograph, 1
    else:
        return change
    start, end = passage.left
    before = left[max(start, here.start - most) : here.start]
    behind = left[here.end : min(end, here.end + most)]
    back = _count_equal(is_kin, before[::-1], right[max(0, there.start - most) : there.start][::-1])
    on = _count_equal(is_kin, behind, right[there.end : there.end + most])
    return Difference(
        Span(here.start - back, here.end + on), Span(there.start - back, there.end + on)
    )


def _count_equal(is_kin: Callable[[str], bool], left: str, right: str) -> int:
    """How many characters of one kind both sides begin with."""
    together = zip(left, right, strict=False)
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1] and is_kin(both[0]), together))


def _is_figure(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_ideograph(character: str) -> bool:
    return character >= "\u3400" and character.isalpha()
