"""Figures as people read them: numbers with their decimals and percent signs, ordinals, and dates, as wholes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.text.span import Span

ARABIC = "[0-9０-９]"
CHINESE = "[〇○零一二三四五六七八九十百千万亿两廿卅]"
NUMERAL = f"(?:{ARABIC}{{1,4}}|{CHINESE}{{1,4}})"
YEAR, MONTH, DAY = f"{NUMERAL} ?年 ?", f"{NUMERAL} ?月 ?", f"{NUMERAL} ?[日号]"
FIGURE = re.compile(
    f"{YEAR}{MONTH}(?:{DAY})?|{MONTH}{DAY}"
    f"|{ARABIC}{{4}}([-./]){ARABIC}{{1,2}}\\1{ARABIC}{{1,2}}"
    f"|第?(?:{ARABIC}+(?:[.,:]{ARABIC}+)*|{CHINESE}+(?:点{CHINESE}+)?)(?:[%％‰]|{CHINESE}+)?"
    "|[A-Za-z0-9]+"
)
"""A date of at least two parts, a number with its decimals and unit of size, or a word of Latin letters and digits."""


def figures(text: str, around: Span, within: Span) -> Iterator[Span]:
    """The figures in `within` that share characters with `around`."""
    for found in FIGURE.finditer(text, within.start, within.end):
        if found.start() < around.end and around.start < found.end():
            yield Span(*found.span())
