"""（一） （三） （二）"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from duizhao.document import MarkerSequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import counts_up, is_counted, marker_text


@rule(
    "DZ203",
    on=MarkerSequence,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def number_out_of_order(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """层次序数颠倒"""
    return () if counts_up(sequence) else _out_of_order(sequence, reading)


def _out_of_order(sequence: MarkerSequence, reading: Reading) -> Iterator[Hit]:
    for before, marker in pairwise(sequence.markers):
        if marker.number < before.number and is_counted(sequence):
            style, written = sequence.style, reading.of(sequence.markers[0].span)
            fault, asks = (
                ("又从头数起", "上一级的标题是否漏了？")
                if marker.number == 1
                else ("先后颠倒", "是两项的位置放反了，还是序数写错了？")
            )
            yield Hit(
                marker.span,
                f"“{marker_text(style, before.number, written)}”之后是"
                f"“{marker_text(style, marker.number, written)}”，{fault}。",
                asks=asks,
                related=((before.span, "前一项"),),
            )
