"""一是… 第二，…"""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.document import MarkerSequence
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
    hit = Hit(
        first.span,
        f"前一项用“{marker_text(other.style, before.number)}”，"
        f"这一项换成了“{marker_text(sequence.style, first.number)}”。",
        asks="这两项是同一组吗？",
        advice="同一组的序数写法要一致。",
        related=((before.span, "前一项"),),
    )
    return (hit,)
