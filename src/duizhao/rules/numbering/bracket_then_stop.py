"""（一）、"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import MarkerSequence, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._following import wrong_mark_hits

ENCLOSED = (NumberStyle.SECTION, NumberStyle.SUBPOINT, NumberStyle.CIRCLED)


@rule(
    "DZ210",
    on=MarkerSequence,
    severity=Severity.WARNING,
    source="GB/T 15834—2011 附录B.3.4",
    strength=Strength.USUALLY,
)
def bracket_then_stop(sequence: MarkerSequence, reading: Reading) -> Iterator[Hit]:
    """带括号的序数后又加标点"""
    if sequence.style in ENCLOSED:
        message = "“{shown}”应写作“{wanted}”：括号已经把序数隔开，后面不用任何点号。"
        yield from wrong_mark_hits(sequence, reading, "、，,．.：:", "", message)
