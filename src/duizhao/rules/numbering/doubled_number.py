"""（二） … （二）"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from duizhao.document import MarkerSequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import counts_up, is_counted, marker_text


@rule(
    "DZ202",
    on=MarkerSequence,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def doubled_number(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """层次序数重号"""
    return () if counts_up(sequence) else _doubled(sequence, reading)


def _doubled(sequence: MarkerSequence, reading: Reading) -> Iterator[Hit]:
    if not is_counted(sequence):
        return
    for place, (before, marker) in enumerate(
        pairwise(sequence.markers), sequence.markers[0].number + 1
    ):
        if marker.number == before.number:
            # 1 3 3 4: the second 3 is in its place, so the first is wrong.
            wrong, right = (before, marker) if marker.number == place else (marker, before)
            style, written = sequence.style, reading.of(sequence.markers[0].span)
            yield Hit(
                wrong.span,
                f"“{marker_text(style, right.number, written)}”出现两次。",
                asks=f"按位置，此处是否应为“{marker_text(style, place - (wrong is before), written)}”？",
                related=((right.span, "另一处"),),
            )
