from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

RANGE = LazyPattern(r"(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)[～~—–至到-](\d{1,4}(?:\.\d{1,3})?)$")
LONGEST_RANGE = 18


@rule(
    "DZ620",
    anchors=("%", "％", *(digit + unit for digit in "0123456789" for unit in "万亿")),
    severity=Severity.HINT,
    source="GB/T 15835—2011 5.1.3",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def percent_range(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """范围的前一个数漏写单位"""
    text, end = reading.text, anchor.end - 1
    at = max(0, end - LONGEST_RANGE)
    found = RANGE.search(text[at:end])
    if found:
        behind = at + found.end(1)
        span = Span(at + found.start(), anchor.end)
        unit = text[end]
        if text[behind] in "至到" and float(found[1]) > float(found[2]):
            return  # 3000到30万元
        mark = text[behind] if text[behind] in "至到" else "～"
        right = f"“{text[span.start : behind]}{unit}{mark}{text[behind + 1 : span.end]}”"
        message = f"前一个数也要带百分号：{right}"
        if unit not in "%％":
            message = f"前一个数也要带“{unit}”，不然差一万倍：{right}"
        yield Hit(span, message, (Edit(Span(behind, behind), unit),))
