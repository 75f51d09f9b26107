"""Words about a deadline: a kind only where it is said, a day only where it is certain."""

from __future__ import annotations

import pytest
from case_tables import CASES, case_of

from duizhao import api
from duizhao.ledger.deadline import deadline_kinds, last_day
from duizhao.statement.facts.time_words import time_words
from duizhao.text import Source

ROWS = case_of(CASES / "deadlines.md").at("原话")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["原话"])
def test_words_give_the_kind_and_the_day_that_are_certain(row: dict[str, str]) -> None:
    kinds = "、".join(kind.value for kind in deadline_kinds(row["原话"]))
    assert (kinds, str(last_day(row["原话"]) or "")) == (row["整改时限"], row["截止日期"])


def test_no_words_give_nothing() -> None:
    assert (deadline_kinds(""), last_day("")) == ((), None)


WORDS = case_of(CASES / "time-words.md").at("措施")


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["措施"])
def test_measure_gives_the_words_of_time_alone(row: dict[str, str]) -> None:
    assert "；".join(time_words(row["措施"])) == row["时限"]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["措施"])
def test_rule_asks_for_a_deadline_where_the_ledger_has_none(row: dict[str, str]) -> None:
    text = f"个人对照检查材料\n一、存在的问题\n一是办事拖拉。\n二、整改措施\n一是{row['措施']}。\n"
    asked = any(each.code == "DZ508" for each in api.Checker().check(Source(text)).findings)
    assert asked == (row["时限"] == "")


def test_what_is_cut_to_some_days_and_a_day_in_a_name_are_no_deadline() -> None:
    assert time_words("时限压到七个工作日") == ()
    assert time_words("摆一块“今天谁值班”的牌子") == ()


def test_weather_and_what_is_put_ahead_are_no_deadline() -> None:
    assert time_words("以后天气不好不出车") == ()
    assert time_words("未经党委会前置研究的合同不签") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "同一个村一年内重复去三次的要说明理由",
        "一年内两次被点名的调离窗口",
        "三年内重复投诉的单独列出",
        "迟发一次扣我当月绩效",
    ],
)
def test_whom_a_rule_strikes_is_no_deadline(sentence: str) -> None:
    assert time_words(sentence) == ()
