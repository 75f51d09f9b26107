from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

TWICE = re.compile(r"等等?……|……等(?=[，。；、]|$)")


@rule(
    "DZ624",
    anchors=("等……", "等等……", "……等"),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.PRACTICE,
    beyond_statements=True,
)
def etcetera_twice(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """“等”与省略号并用"""
    found = TWICE.match(reading.text, anchor.start)
    if found:
        yield Hit(
            Span(*found.span()), "“等”和省略号都表示未尽，只留一个", asks="还有哪些没有列出？"
        )
