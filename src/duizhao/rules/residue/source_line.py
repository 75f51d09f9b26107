from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

LABELS = (
    "来源",
    "文章来源",
    "本文来源",
    "信息来源",
    "稿件来源",
    "发布时间",
    "发布日期",
    "更新时间",
    "点击数",
    "点击次数",
)
COUNTS = (
    "浏览",
    "浏览次数",
    "浏览量",
    "阅读次数",
    "阅读量",
    "字体",
    "字号",
    "打印本页",
    "责任编辑",
    "网络编辑",
)


@cache
def _line() -> re.Pattern[str]:
    return re.compile(
        r"(?<![^\n　 ])(?:(?:(?:文章|本文|信息|稿件)?来源|责任编辑|网络编辑)[:：][^\n。；]{1,60}"
        r"|(?:发布(?:时间|日期)|更新时间)[:：][ 　]*\d[^\n。；]{0,60}"
        r"|(?:点击(?:次)?数|浏览(?:次数|量)?|阅读(?:次数|量))[:：][ 　]*\d[^\n。；]{0,60}"
        r"|(?:字体|字号)[:：]?[^\n]{0,4}(?:大|小)[^\n。；]{0,20}|打印本页[^\n]{0,20})"
    )


@rule(
    "DZ308",
    anchors=(*LABELS, *COUNTS),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def source_line(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """网页信息行残留"""
    found = _line().match(reading.text, anchor.start)
    if found:
        end = anchor.start + len(found[0].rstrip())
        yield Hit(Span(anchor.start, end), "这一行是网页的来源、时间或点击信息，不属于材料；请删去")
