"""Parsing costs what the text is long, also where the text is made to hurt: ten times the text, ten times the time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cost import assert_grows_no_faster
from duizhao.document import parse, split
from duizhao.text import Source

UNITS = [
    "一是", "，一是", "一是甲，", "一、", "。一、", "。二、", "（", "（一）", "（一", "1", "1.", "。1.", "①",
    "第一，", "首先，", "首先，其次，", "一 是", "十", "十一是", "“一是", "一是“", "”一是”", "　",
    "　一是", "。　一、", "##",
    "##a##", "<!--", "<!-- -->", "www.", "【篇一】", "第一篇\n", "【篇一】\n", "一是一", "一、一、二",
    "一、甲；", "一、甲。", "目录\n", "附件：\n", "张三\n", "存在的问题\n", "甲\n", "\n", "\r", "\r\n", "一、\n",
    "（一）甲\n", "1.甲。乙\n", "一是甲\n", "\n　\n", "# ", "2023年", "第", "篇", "，", "。", "各位",
    "甲" * 30 + "\n", "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n", "一是甲。第一，乙。首先，丙。其次，丁。",
    "一、存在的问题一是",
    "。（一）", "；（二）", "材料【第一篇】", "材料【第一篇】\n", "热度：5 ", "热度：5\n", "首页 > ", "甲 > \n",
    "材料_第1页",
    "材料.docx\n", "第一，甲乙方面。\n", "第一章\n1.1 甲\n", "一、甲\n1.1 乙\n1.2 丙\n", "一、问题1、甲。",
    "1.3个\n", "2.3个\n", "。2.3个", "：1.3个。2.3个", "一、二级\n",
    "一、问题\n一、甲\n二、乙\n", "：一、甲乙（一）",
    "十一，甲\n", "（一）甲：\n", "甲。（一）乙。", "一是甲，现一是乙；",
    "二维码。", "第一条\n（一）甲\n",
    "：一、问题（一）", "如下：一、问题。", "一、问题：1、甲", "主要表现\n（1）甲\n", "甲乙丙丁\n1.甲\n",
    "甲乙丙丁\n一是甲\n", "甲，乙\n丙。丁\n戊。\n", "甲，乙\n", "材料(1)", "材料 - 副本\n", "（1）（1）\n",
]  # fmt: skip
SMALL = 4_000
TIMES = 8


def parsing(text: str) -> Callable[[], object]:
    source = Source(text)
    return lambda: (split(source), parse(source))


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    # Quadratic growth would be 64 times.
    assert_grows_no_faster(
        parsing((unit * (SMALL // len(unit) + 1))[:SMALL]),
        parsing((unit * (TIMES * SMALL // len(unit) + 1))[: TIMES * SMALL]),
        times=2.5 * TIMES,
        fixed=0.03,
    )
