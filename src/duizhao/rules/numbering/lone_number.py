"""（一） alone"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document, Marker, MarkerSequence, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import (
    is_counted,
    marker_text,
    numbers_elsewhere,
    numbers_written,
)
from duizhao.text.pattern import LazyPattern

NEXT, NEXT_WITHIN = 2, 300
# One problem was fed back here, more elsewhere: 1.针对“发展党员不规范”的问题.
FED_BACK = LazyPattern("[ 　]*(?:针对|关于)[^，。；\n]{2,40}问题")
LONE_PLACES = 20
"""Places listed in addition to the first."""


@rule("DZ206", on=Document, severity=Severity.WARNING, source="文字常识", strength=Strength.EVIDENT)
def lone_number(document: Document, reading: Reading) -> Iterator[Hit]:
    """只有一项却编了序数"""
    lone: dict[NumberStyle, list[Marker]] = {}
    # A count goes on elsewhere only where another one does not begin at 1: in most texts none does.
    may_go_on = any(sequence.markers[0].number != 1 for sequence in document.sequences)
    for sequence in document.sequences:
        if len(sequence.markers) == 1 and _is_alone(sequence, document, may_go_on):
            lone.setdefault(sequence.style, []).append(sequence.markers[0])
    for style, markers in lone.items():
        first, *others = markers
        message = f"只有“{marker_text(style, 1)}”，没有“{marker_text(style, 2)}”。"
        if others:
            # Several times in one text it is a habit, not an omission.
            message += f"全文这样的共{len(markers)}处。"
            asks = "是后面的内容漏了，还是有意这样写？"
        else:
            asks = "是后面的内容漏了，还是这一项不必编号？"
        related = tuple((marker.span, "同样只有一项") for marker in others[:LONE_PLACES])
        is_usual = any(each.style is style and len(each.markers) > 1 for each in document.sequences)
        severity = Severity.HINT if others or is_usual else None
        yield Hit(first.span, message, related=related, severity=severity, asks=asks)


def _is_alone(sequence: MarkerSequence, document: Document, may_go_on: bool) -> bool:
    if sequence.style is NumberStyle.PART or not is_counted(sequence):
        return False
    first = sequence.markers[0]
    if first.number != 1 or FED_BACK.match(document.text, first.span.end):
        return False
    if may_go_on and numbers_elsewhere(sequence, document):
        return False
    end = sequence.span.end
    return NEXT not in numbers_written(sequence.style, document, end, end + NEXT_WITHIN)
