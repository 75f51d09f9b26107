"""The words that differ, to the letter: two insertions close together leave what stands between them alike."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from duizhao.reuse.model import Difference, Passage
from duizhao.text.span import Span

ALIKE = 4
"""Letters in a row that are alike by more than chance; fewer leave two words as one difference."""

LONGEST = 200
"""A longer difference is told whole: looking into it takes the square of its length."""


def refined(passage: Passage, left: str, right: str) -> tuple[Difference, ...]:
    """The differences of a passage, narrowed to what is not alike."""
    return tuple(each for wide in passage.differences for each in _narrowed(wide, left, right))


def _narrowed(wide: Difference, left: str, right: str) -> Iterator[Difference]:
    here, there = wide.left.of(left), wide.right.of(right)
    if min(len(here), len(there)) < ALIKE or max(len(here), len(there)) > LONGEST:
        yield wide
        return
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    at, other = wide.left.start, wide.right.start
    for block in (*(each for each in blocks if each.size >= ALIKE), blocks[-1]):
        start, beside = wide.left.start + block.a, wide.right.start + block.b
        one = Difference(Span(at, start), Span(other, beside))
        if one.left.of(left).strip() or one.right.of(right).strip():
            yield one
        at, other = start + block.size, beside + block.size
