"""（二） first"""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.document import Document, MarkerSequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import continued_sequence, is_counted, marker_text


@rule(
    "DZ204",
    on=MarkerSequence,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def not_starting_at_one(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """层次序数不从一开始"""
    first = sequence.markers[0]
    if (
        first.number == 1
        or not is_counted(sequence)
        or continued_sequence(sequence, reading.document)
        or _follows_from_earlier(sequence, reading.document)
    ):
        return ()
    style = sequence.style
    hit = Hit(
        first.span,
        f"这一组从“{marker_text(style, first.number)}”开始，前面没有“{marker_text(style, 1)}”。",
        asks="是漏了前面的内容，还是序数写错了？",
    )
    return (hit,)


def _follows_from_earlier(sequence: MarkerSequence, document: Document) -> bool:
    """True if the text begins in the middle of a count: then only its first sequence is reported."""
    for earlier in document.sequences:
        if earlier is sequence or earlier.markers[0].number == 1:
            return False
        if earlier.markers[0].number > 1:
            return True
    return False
