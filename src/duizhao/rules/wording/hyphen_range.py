from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

LEFT = LazyPattern(r"(?:^|[^\dA-Za-z.\-—–_/~～+第])\d{1,6}(?:\.\d+)?[%年月日]?$")
# 5月～6月: ～ is for amounts, — for times.
TIME_RIGHT = LazyPattern(r"\d{1,4}[年月日时]")
RIGHT = LazyPattern(
    r"\d{1,6}(?:\.\d+)?(?P<unit>[%名人项次个条家户天件场期万亿元岁周亩吨页篇所台辆]|小时|分钟|公里|学时|[年月日](?![-\d]))(?!-)"
)
# 9:00-11:30
CLOCK_LEFT = LazyPattern(r"(?<![\d:：])(?:[01]?\d|2[0-4])[:：][0-5]\d$")
CLOCK_RIGHT = LazyPattern(r"(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:：])")
FIGURE = LazyPattern(r"\d+(?:\.\d+)?")
LONGEST_FIGURE = 10


@rule(
    "DZ619",
    anchors=tuple(
        mark + digit for mark in ("-", "~", "年～", "月～", "日～") for digit in "0123456789"
    ),
    severity=Severity.HINT,
    source="GB/T 15834—2011 4.13",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def hyphen_range(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """起止范围的连接号不对"""
    text, start = reading.text, anchor.start
    if anchor.end - start > 2:
        if TIME_RIGHT.match(text, anchor.end - 1):
            span = Span(start + 1, start + 2)
            yield Hit(span, "时间的起止一般用“—”，数值的才用“～”", (Edit(span, "—"),))
        return
    if CLOCK_RIGHT.match(text, start + 1) and CLOCK_LEFT.search(text[max(0, start - 6) : start]):
        span = Span(start, start + 1)
        yield Hit(span, "时间的起止一般用“—”；短横线容易读成编号", (Edit(span, "—"),))
        return
    right = RIGHT.match(text, start + 1)
    left = LEFT.search(text[max(0, start - LONGEST_FIGURE) : start]) if right else None
    if right and left and (right["unit"] in "月日" or _figure(left[0]) < _figure(right[0])):
        mark = "—" if right["unit"] in "年月日" else "～"
        span = Span(start, start + 1)
        kind = "时间" if mark == "—" else "数值"
        yield Hit(
            span, f"{kind}的起止一般用“{mark}”；短横线容易读成负号或编号", (Edit(span, mark),)
        )


def _figure(written: str) -> float:
    found = FIGURE.search(written)
    return float(found[0]) if found else 0.0
