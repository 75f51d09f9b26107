"""What stands between two differences and is alike belongs to neither."""

import struct
from difflib import SequenceMatcher

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


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        ("我在2022年下乡3次", "我在2023年下乡5次", ["2022→2023", "3→5"]),
        ("增长3.5%左右", "增长4.2%左右", ["3.5%→4.2%"]),
        ("投入1,200元", "投入1,300元", ["1,200→1,300"]),
        ("投入35万元", "投入36万元", ["35万→36万"]),
        ("第十二次会议", "第十三次会议", ["第十二→第十三"]),
        ("共三十二户", "共三十五户", ["三十二→三十五"]),
        ("去了十二次", "去了二十二次", ["十二→二十二"]),
        ("于2023年3月5日到村", "于2024年3月6日到村", ["2023年3月5日→2024年3月6日"]),
        ("3月5日下乡", "4月5日下乡", ["3月5日→4月5日"]),
        ("二〇二二年十二月，", "二〇二三年十一月，", ["二〇二二年十二月→二〇二三年十一月"]),
        ("编号A12楼", "编号A13楼", ["A12→A13"]),
        ("２０２２年", "２０２３年", ["２０２２→２０２３"]),
        ("走访5次", "走访约5次", ["访→访约"]),
        ("统一思想", "统筹思想", ["统一思→统筹思"]),
    ],
)
def test_figures_and_dates_differ_as_wholes(left, right, says):
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    spots = [code[1:] for code in codes if code[0] != "equal"]
    assert ["→".join(each) for each in widened_words(left, right, *spots)] == says
