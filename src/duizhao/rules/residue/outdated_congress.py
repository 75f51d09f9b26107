from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.document.years import dated, titled
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

# The year after which study of a congress is study of the past.
LATEST = {"十七大": 2012, "十八大": 2017, "十九大": 2022}
NEXT = {"十七大": "十八大", "十八大": "十九大", "十九大": "二十大"}
STUDY = re.compile(r"(?:精神|报告)")


@rule(
    "DZ311",
    anchors=tuple(LATEST),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def outdated_congress(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """学习内容停在上一届"""
    text = reading.text
    congress = text[anchor.start : anchor.end]
    if (
        not STUDY.match(text, anchor.end)
        or text.find(NEXT[congress], anchor.end, anchor.end + 300) > 0
    ):
        return
    year = dated(reading.document) or titled(reading.document)
    if year and year[0] > LATEST[congress]:
        span = Span(anchor.start, anchor.end + 2)
        yield Hit(
            span,
            f"材料写于{year[0]}年，这里学的还是{congress}",
            asks="是否沿用了旧稿？",
            advice="请核对本次会议要求学什么",
        )
