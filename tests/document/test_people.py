"""Names of people, units and offices, which signatures, role lines and facts share."""

from __future__ import annotations

import pytest

from duizhao.document import parse
from duizhao.document.people import (
    CLEAR_SURNAMES,
    FURTHER_SURNAMES,
    SURNAMES,
    UNITS,
    personal_name,
)
from duizhao.text import Source


def closing(last: str) -> tuple[str, str]:
    """The signature and the date of a statement that ends in the line `last`."""
    document = parse(Source(f"个人对照检查材料\n一、存在的问题\n一是学习不够。\n{last}\n"))
    return document.of(document.signature), document.of(document.date)


@pytest.mark.parametrize(
    "line",
    [
        "张三", "周　明", "王××", "孔令辉", "武卫国", "检查人：方圆", "发言人：欧阳云", "本人签名：李四", "石桥镇",
        "云溪县人民法院", "河东乡党委", "机关党支部", "水务集团", "县疾控中心", "局领导班子",
    ],
)  # fmt: skip
def test_a_last_line_that_names_a_person_or_a_unit_signs(line: str) -> None:
    assert closing(line) == (line, "")


@pytest.mark.parametrize("line", ["以上汇报完毕", "请批评指正", "多去村里", "把账算清楚"])
def test_a_last_line_of_other_words_signs_nothing(line: str) -> None:
    assert closing(line) == ("", "")


@pytest.mark.parametrize(
    "line",
    [
        "姓名：方圆",
        "承诺人：方圆",
        "单位及职务：县财政局局长",
        "支部：机关三支部",
        "县财政局调研员 方圆",
    ],
)
def test_a_line_below_the_title_that_names_the_speaker_is_a_role(line: str) -> None:
    document = parse(Source(f"个人对照检查材料\n{line}\n一、存在的问题\n一是学习不够。\n"))
    assert [document.of(span) for span in document.roles] == [line]


@pytest.mark.parametrize("words", ["学习", "张", "张三李四", "三张"])
def test_other_words_are_no_name(words: str) -> None:
    assert personal_name().fullmatch(words) is None


def test_surnames_that_are_believed_in_running_text_are_surnames() -> None:
    assert set(SURNAMES) > CLEAR_SURNAMES
    assert len(SURNAMES + FURTHER_SURNAMES) == len(set(SURNAMES + FURTHER_SURNAMES))


def test_a_longer_unit_stands_before_one_that_ends_it() -> None:
    for at, unit in enumerate(UNITS):
        assert not any(later.endswith(unit) for later in UNITS[at + 1 :])
