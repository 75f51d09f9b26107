from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

RANGE = LazyPattern(r"(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)[～~—–-](?:\d{1,4}(?:\.\d{1,3})?)$")
LONGEST_RANGE = 18


@rule(
    "DZ620",
    anchors=("%", "％"),
    severity=Severity.HINT,
    source="GB/T 15835—2011",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def percent_range(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """百分数范围漏写百分号"""
    text, at = reading.text, max(0, anchor.start - LONGEST_RANGE)
    found = RANGE.search(text[at : anchor.start])
    if found:
        behind = at + found.end(1)
        span = Span(at + found.start(), anchor.end)
        message = "前一个数也要带百分号"
        yield Hit(span, message, (Edit(Span(behind, behind), reading.of(anchor)),))
