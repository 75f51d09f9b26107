from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

PLENUM = re.compile(r"(?:八|九|十|十一|十二)中全会")


@rule(
    "DZ312",
    anchors=tuple(f"十{term}届" for term in "四五六七八九"),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def impossible_plenum(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """没有这次全会"""
    found = PLENUM.match(reading.text, anchor.end)
    if found:
        term = reading.of(anchor)
        yield Hit(
            Span(anchor.start, found.end()),
            f"{term}中央委员会只开过七次全会，没有这一次；请核对是哪一届、哪一次",
        )
