"""1、"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import MarkerSequence, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._following import wrong_mark_hits


@rule(
    "DZ212",
    on=MarkerSequence,
    severity=Severity.HINT,
    source="GB/T 15834—2011 附录B.3.3",
    strength=Strength.USUALLY,
)
def comma_after_digit(sequence: MarkerSequence, reading: Reading) -> Iterator[Hit]:
    """阿拉伯数字序数后是顿号"""
    if sequence.style is NumberStyle.POINT:
        message = "“{shown}”一般写作“{wanted}”：阿拉伯数字做序数，后面用下脚点。"
        yield from wrong_mark_hits(sequence, reading, "、，：", ".", message)
