"""What stands between two differences and is alike belongs to neither."""

import struct

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")
from duizhao.reuse.differing_words import narrow_differences, widen_differences
from duizhao.reuse.model import Passage
from duizhao.text import Span


def words(left, right):
    ends = len(left), len(right)
    passage = Passage(
        Span(0, ends[0]), Span(0, ends[1]), struct.pack("=4q", 0, ends[0], 0, ends[1])
    )
    found = narrow_differences(passage, left, right)
    return [(each.left.of(left), each.right.of(right)) for each in found]


def test_insertion_and_dropped_letter_are_told_apart():
    assert words("我当时只转发没有逐条研究，秋天", "我只转发没有逐条研究，到秋天") == [
        ("我当时", "我"),
        ("秋天", "到秋天"),
    ]


def test_renamed_place_stays_one_difference():
    assert words("青石镇", "石河镇") == [("青石镇", "石河镇")]


def test_words_without_likeness_stay_whole():
    assert words("甲乙丙丁戊己", "子丑寅卯辰") == [("甲乙丙丁戊己", "子丑寅卯辰")]


def test_blanks_alone_are_no_difference():
    assert words("检查走过场。\n我有三次", "检查走过场。\n\n我有三次") == []


def widened_words(left, right, *spots):
    spots = b"".join(struct.pack("=4q", *each) for each in spots)
    passage = Passage(Span(0, len(left)), Span(0, len(right)), spots)
    found = widen_differences(passage, left, right)
    return [(each.left.of(left), each.right.of(right)) for each in found]


def test_figure_is_shown_whole():
    left, right = "全年到村2024次，", "全年到村2034次，"
    assert widened_words(left, right, (6, 7, 6, 7)) == [("2024", "2034")]


def test_single_character_comes_with_its_neighbours():
    assert widened_words("到青石镇看", "到白石镇看", (1, 2, 1, 2)) == [("到青石", "到白石")]


def test_changes_whose_neighbours_meet_are_one():
    assert widened_words("到青石镇看", "到白石乡看", (1, 2, 1, 2), (3, 4, 3, 4)) == [
        ("到青石镇看", "到白石乡看")
    ]


def test_longer_words_stay_as_they_are():
    assert widened_words("到青石镇看", "到白河乡看", (1, 4, 1, 4)) == [("青石镇", "白河乡")]
