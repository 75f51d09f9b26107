"""一是… 第二，…"""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.document import Marker, MarkerSequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import continued_sequence, is_counted, marker_text


@rule(
    "DZ207",
    on=MarkerSequence,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def mixed_styles(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """同一组用了两种序数"""
    first = sequence.markers[0]
    # Most begin at 1, and continue none.
    if first.number == 1 or not is_counted(sequence):
        return ()
    other = continued_sequence(sequence, reading.document)
    if other is None:
        return ()
    before = next(m for m in other.markers if m.number == first.number - 1)
    same, anew = marker_text(other.style, first.number), marker_text(sequence.style, 1)
    hit = Hit(
        first.span,
        f"前一项写作“{_written(before, reading)}”，这一项接着数，却写作“{_written(first, reading)}”。",
        asks="这两项是同一组吗？",
        advice=f"是，就统一写法，这里写“{same}”；不是，这里从“{anew}”数起。",
        related=((before.span, "前一项"),),
    )
    return (hit,)


def _written(marker: Marker, reading: Reading) -> str:
    """A marker as it stands in the text, without the comma that belongs to the sentence: 第二，→ 第二."""
    return reading.of(marker.span).strip(" 　，,")
