"""一. and 一，"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import MarkerSequence, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._following import wrong_mark_hits


@rule(
    "DZ211",
    on=MarkerSequence,
    severity=Severity.WARNING,
    source="GB/T 15834—2011 附录B.3.2",
    strength=Strength.USUALLY,
)
def chapter_without_comma(sequence: MarkerSequence, reading: Reading) -> Iterator[Hit]:
    """汉字序数后不是顿号"""
    if sequence.style is NumberStyle.CHAPTER:
        message = "“{shown}”应写作“{wanted}”：不带括号的汉字数字做序数，后面用顿号。"
        yield from wrong_mark_hits(sequence, reading, ".．，,：:", "、", message)
