"""How the parts of a message are put together."""

from __future__ import annotations

import pytest

from duizhao.lint import Finding, Severity, limited
from duizhao.text import Span


def finding(message: str, asks: str = "", advice: str = "") -> Finding:
    return Finding(
        "DZ991", Span(0, 1), message, Severity.HINT, "文字常识", asks=asks, advice=advice
    )


@pytest.mark.parametrize(
    ("parts", "full", "statement"),
    [
        (("甲应为乙",), "甲应为乙", "甲应为乙"),
        (("没有举例。", "是哪一次？"), "没有举例。是哪一次？", "没有举例。"),
        (("没有署名", "是谁的？"), "没有署名；是谁的？", "没有署名"),
        (("留空未填：", "是哪一年？", "请填实"), "留空未填：是哪一年？请填实", "留空未填。请填实"),
        (
            ("还留着批注", "答复了吗？", "请删去"),
            "还留着批注；答复了吗？请删去",
            "还留着批注；请删去",
        ),
        (("看不见的字符", "", "请删去"), "看不见的字符；请删去", "看不见的字符；请删去"),
        (
            ("不在其列。", "是旧稿吗？", "（未经核实。）"),
            "不在其列。是旧稿吗？（未经核实。）",
            "不在其列。（未经核实。）",
        ),
    ],
)
def test_message_question_and_advice_are_joined(
    parts: tuple[str, ...], full: str, statement: str
) -> None:
    made = finding(*parts)
    assert made.full_message == full
    assert made.statement == statement


@pytest.mark.parametrize(
    ("parts", "full"),
    [
        (("甲应为乙",), "甲应为乙（同类问题还有1处，未逐一列出）"),
        (("没有署名", "是谁的？"), "没有署名；是谁的？（同类问题还有1处，未逐一列出）"),
        (
            ("留着批注", "答复了吗？", "请删去"),
            "留着批注；答复了吗？请删去（同类问题还有1处，未逐一列出）",
        ),
    ],
)
def test_what_is_not_listed_is_counted_behind_the_message(
    parts: tuple[str, ...], full: str
) -> None:
    first, last = limited([finding(*parts)] * 3, 2)
    assert first.full_message == finding(*parts).full_message
    assert last.full_message == full
    assert last.asks == first.asks
