"""第一、"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import MarkerSequence, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._following import wrong_mark_hits


@rule(
    "DZ213",
    on=MarkerSequence,
    severity=Severity.HINT,
    source="GB/T 15834—2011 附录B.3.1",
    strength=Strength.USUALLY,
)
def ordinal_without_comma(sequence: MarkerSequence, reading: Reading) -> Iterator[Hit]:
    """“第一”“首先”后不是逗号"""
    if sequence.style in (NumberStyle.ORDINAL, NumberStyle.FIRST):
        message = "“{shown}”一般写作“{wanted}”：“第”字头和“首先”一类的序数，后面用逗号。"
        yield from wrong_mark_hits(sequence, reading, "、.．", "，", message)
