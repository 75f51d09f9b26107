"""Rows of a ledger that tell of the same problem as rows of earlier years, in whatever words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.reuse.recurring_rows import RowOfYear, RowRecurrence, recurring_rows

TOLD_ANEW = {
    "工程资料归档不及时": "三个工程的招标资料归档不全，最长的拖了97天",
    "到联系点石桥村去得少，全年两次": "本人联系的石桥村，全年只去了3次，7月那次停留不到一个小时",
    "食堂采购没有比价": "试剂采购2次没有比价，金额1.3万元",
    "对新进检测员带得少，师徒结对没有落实": "三名新进的检测员，本人全年只到实验室带过2次",
    "公务车油卡管理不严，一车一卡没有做到": "加油卡登记不清，两辆公务车共用一张油卡",
    "水土保持项目进度慢，年底只完工三个": "水土保持项目年初计划6个，到10月完工2个",
    "扶贫车间设备闲置": "扶贫车间三台缝纫机闲置半年，没有找到接单的人",
}
OTHERS = (
    "信访件答复超期", "党费收缴不按时", "档案室漏雨没有修", "干部年休假没有安排", "宣传栏半年没有换",
    "会议室预定混乱", "合同审查不细", "固定资产没有盘点", "差旅费报销慢", "值班记录不全",
)  # fmt: skip
FORMULAS = ("理论学习不够深入", "联系群众不够紧密", "开拓创新意识不强", "抓落实力度不够")


def rows(prefix: str, texts: object, people: str = "周明远", aspect: str = "") -> list[RowOfYear]:
    return [
        RowOfYear(f"{prefix}{at}", text, frozenset([people] if people else []), aspect)
        for at, text in enumerate(texts)  # type: ignore[call-overload]
    ]


def found(one: list[RowOfYear], other: list[RowOfYear]) -> list[tuple[str, str]]:
    return [(each.row, each.earlier) for each in recurring_rows(one, other)]


def test_problem_told_anew_is_found_and_nothing_else() -> None:
    now, before = rows("n", TOLD_ANEW.values()), rows("b", [*TOLD_ANEW, *OTHERS])
    assert found(now, before) == [(f"n{at}", f"b{at}") for at in range(len(TOLD_ANEW))]


def test_it_rests_on_words_that_both_have() -> None:
    now, before = rows("n", TOLD_ANEW.values()), rows("b", [*TOLD_ANEW, *OTHERS])
    words = {each.row: each.words for each in recurring_rows(now, before)}
    assert words["n1"] == ("石桥村",)
    assert words["n3"] == ("新进", "检测员")


def test_rows_of_other_people_and_aspects_are_not_compared_by_words() -> None:
    now, before = rows("n", TOLD_ANEW.values()), rows("b", TOLD_ANEW, people="孙玉梅")
    assert found(now, before) == []


def test_same_aspect_asks_for_more_than_the_same_person() -> None:
    now, before = (
        rows(prefix, texts, people="", aspect="服务群众")
        for prefix, texts in (("n", TOLD_ANEW.values()), ("b", [*TOLD_ANEW, *OTHERS]))
    )
    pairs = found(now, before)
    assert ("n0", "b0") in pairs
    assert all(one[1:] == other[1:] for one, other in pairs)


def test_what_is_copied_word_for_word_is_found_whoever_wrote_it() -> None:
    text = "三个工程的招标资料归档不全，最长的拖了97天，直到审计来了才补"
    one = rows("n", [f"抓进度不抓资料。{text}。"], "李建国", "担当作为")
    (match,) = recurring_rows(one, rows("b", [f"{text}。"], "赵海燕", "廉洁自律"))
    assert match.share > 0.9


def test_formulas_of_every_statement_are_no_recurrence() -> None:
    assert found(rows("n", FORMULAS), rows("b", [each[:-1] for each in OTHERS])) == []


def test_at_most_three_earlier_rows_stand_at_one() -> None:
    before = rows("b", ["石桥村水压低没有人去看"] * 9)
    assert len(found(rows("n", ["石桥村水压低，说了半年"]), before)) == 3


@pytest.mark.parametrize("text", ["", " ", "，。", "甲"])
def test_row_without_words_recurs_nowhere(text: str) -> None:
    assert found(rows("n", [text]), rows("b", [text, "石桥村"])) == []


@settings(max_examples=30)
@given(st.lists(st.text(max_size=60), max_size=8), st.lists(st.text(max_size=60), max_size=8))
def test_any_text_may_stand_in_a_row(one: list[str], other: list[str]) -> None:
    for match in recurring_rows(rows("n", one), rows("b", other)):
        assert isinstance(match, RowRecurrence)
        assert 0 <= match.share <= 1
        assert 0 <= match.likeness <= 1.0001
