"""Passages are exact: what differs is told, and the rest is the same on both sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

import numpy as np
from tests.reuse.prose import COPIED, LETTERS, prose, reworded

from duizhao.reuse.code_points import code_points, utf32
from duizhao.reuse.compare import passages, passages_with_each, seeds
from duizhao.reuse.extend import ExtensionRows, extend_singly, extend_together
from duizhao.reuse.model import Passage

words = st.text(st.sampled_from(LETTERS), max_size=6)
parts = st.lists(st.one_of(st.integers(0, 3).map(lambda seed: prose(seed, 60)), words), max_size=12)


def shared(left: str, right: str) -> tuple[Passage, ...]:
    return passages(code_points(left), right, *seeds(left, right))


def rewritten(passage: Passage, left: str, right: str) -> str:
    """The left side with every difference taken from the right."""
    out, at = [], passage.left.start
    for each in passage.differences:
        out += [left[at : each.left.start], each.right.of(right)]
        at = each.left.end
    return "".join((*out, left[at : passage.left.end]))


@given(parts, parts)
def test_differences_turn_the_left_side_into_the_right(one: list[str], two: list[str]) -> None:
    left, right = "".join(one), "".join(two)
    found = shared(left, right)
    assert all(rewritten(each, left, right) == each.right.of(right) for each in found)
    ends = [0, *(each.left.end for each in found)]
    assert all(end <= each.left.start for end, each in zip(ends, found, strict=False))


def test_a_reworded_copy_is_one_passage_with_its_differences() -> None:
    left = prose(1) + COPIED * 1 + prose(2, 300)
    right = prose(3) + reworded(COPIED + prose(2, 300), 4) + prose(5)
    (passage,) = shared(left, right)
    assert abs(passage.left.start - 900) <= 5
    assert abs(passage.left.end - len(left)) <= 5
    assert rewritten(passage, left, right) == passage.right.of(right)


def test_a_name_of_another_length_parts_no_passage() -> None:
    left = prose(1, 80) + "青石镇" + prose(2, 80)
    right = prose(1, 80) + "白河生态工业园区" + prose(2, 80)
    (passage,) = shared(left, right)
    told = [(each.left.of(left), each.right.of(right)) for each in passage.differences]
    assert told == [("青石镇", "白河生态工业园区")]


def test_a_long_text_is_followed_to_its_end() -> None:
    text = prose(7, 20_000)
    ((left, right),) = ((each.left, each.right) for each in shared("前" + text, text))
    assert (left, right) == ((1, 20_001), (0, 20_000))


def test_line_breaks_set_elsewhere_are_no_difference() -> None:
    text = prose(8, 300)
    broken = "\n".join(text[at : at + 28] for at in range(0, 300, 28))
    (passage,) = shared(text, broken)
    assert passage.left == (0, 300)
    assert not passage.differences


def test_a_refrain_costs_no_more_than_its_length() -> None:
    assert shared(COPIED * 400, COPIED * 400)


@given(parts, st.lists(parts, max_size=4))
def test_many_texts_at_once_share_what_each_shares_alone(
    one: list[str], others: list[list[str]]
) -> None:
    left, rights = code_points("".join(one)), ["".join(each) for each in others]
    found = [seeds(left.text, right) for right in rights]
    alone = [passages(left, right, *some) for right, some in zip(rights, found, strict=True)]
    together = [(right, *some) for right, some in zip(rights, found, strict=True)]
    assert passages_with_each(left, together) == alone


pairs_of_letters = st.lists(st.sampled_from(("一一", "一二")), min_size=1, max_size=400)


@given(pairs_of_letters, st.lists(st.integers(0, 399), min_size=1, max_size=12))
def test_seeds_extend_as_far_together_as_singly(letters: list[str], places: list[int]) -> None:
    left, right = (utf32("".join(side)) for side in zip(*letters, strict=True))
    seed = np.array([place % len(letters) for place in places])
    # Each with bounds of its own, as pieces found before set them.
    lowest, highest = seed * seed % (seed + 1), np.minimum(len(left), seed + 1 + seed % 300)
    rows = ExtensionRows(seed, np.zeros_like(seed), lowest, highest)
    one, two = extend_singly(left, right, rows), extend_together(left, right, rows)
    assert [each.tolist() for each in one] == [each.tolist() for each in two]


def test_many_short_pieces_on_one_diagonal_are_all_found() -> None:
    same = [prose(at, 40) for at in range(60)]
    left = "".join(text + prose(100 + at, 60) for at, text in enumerate(same))
    right = "".join(text + prose(300 + at, 60) for at, text in enumerate(same))
    found = [each.left.of(left) for each in shared(left, right)]
    assert all(text in passage for text, passage in zip(same, found, strict=True))
