from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span

ZEROS = "0０OoＯ○零"
YEAR = re.compile(rf"二[{ZEROS}〇][{ZEROS}〇一二三四五六七八九]{{2}}(?=年)")
RIGHT = str.maketrans(dict.fromkeys(ZEROS, "〇"))


@rule(
    "DZ621",
    anchors=("二〇", *("二" + zero for zero in ZEROS)),
    severity=Severity.WARNING,
    source="GB/T 15835—2011",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def mixed_numeral(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """汉字年份里的零写错"""
    found = YEAR.match(reading.text, anchor.start)
    if found:
        span = Span(*found.span())
        right = found[0].translate(RIGHT)
        if right != found[0]:
            yield Hit(span, f"汉字年份里的零写作“〇”：{right}", (Edit(span, right),))
