from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.frame.page_line import ANCHORS, PAGE_NUMBER
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span


@rule(
    "DZ307",
    anchors=ANCHORS,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def page_number(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """页码混入正文"""
    found = PAGE_NUMBER.match(reading.text, anchor.start)
    if found:
        yield Hit(
            Span(*found.span()), "页码混进了正文，多是复制时带入；请删去，页码用 Word 的“插入页码”"
        )
