from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

NUMBER = LazyPattern(
    r"第 ?\d{1,4} ?页[ ，,/／]*共 ?\d{1,4} ?页|(?<![^\n])(?:第 ?\d{1,4} ?页|[—–-] ?\d{1,4} ?[—–-])(?=[ 　]*(?:\r?\n|$))"
)


@rule(
    "DZ307",
    anchors=(
        *("第 ", "— ", "- ", "– "),
        *(mark + digit for mark in ("第", "—", "-", "–") for digit in "0123456789"),
    ),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def page_number(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """页码混入正文"""
    found = NUMBER.match(reading.text, anchor.start)
    if found:
        yield Hit(
            Span(*found.span()), "页码混进了正文，多是复制时带入；请删去，页码用 Word 的“插入页码”"
        )
