"""Passages are exact: what differs is told, and the rest is the same on both sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import COPIED, LETTERS, prose, reworded

from duizhao.reuse.code_points import code_points
from duizhao.reuse.compare import passages, seeds
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
