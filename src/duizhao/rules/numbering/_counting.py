"""How a marker is written, and where a count goes on in another style."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from duizhao.document import Document, Sequence, Style
from duizhao.text.numerals import chinese

# How many sequences away a count may go on, how many missing numbers are named, the level of 一是 and its like.
NEAR = 12
SHOWN = 5
INLINE = 6
# Beyond these, a marker is written in Arabic digits.
LAST_CIRCLED, HUNDRED = 20, 100
FORMS = {
    Style.PART: "第{0}篇",
    Style.CHAPTER: "{0}、",
    Style.SECTION: "（{0}）",
    Style.POINT: "{1}.",
    Style.SUBPOINT: "（{1}）",
    Style.IS: "{0}是",
    Style.MUST: "{0}要",
    Style.FEAR: "{0}怕",
    Style.ORDINAL: "第{0}",
}


def written(style: Style, number: int) -> str:
    """The marker as people write it: `（三）`, `三是`.

    >>> written(Style.SECTION, 3), written(Style.CIRCLED, 2), written(Style.POINT, 4)
    ('（三）', '②', '4.')
    """
    if style is Style.CIRCLED and number <= LAST_CIRCLED:
        return chr(ord("①") + number - 1)
    numeral = chinese(number) if number < HUNDRED else str(number)
    return FORMS.get(style, "{1}").format(numeral, number)


def is_counted(sequence: Sequence) -> bool:
    """Whether its markers carry numbers: 首先, 其次, 最后 do not."""
    return sequence.style is not Style.FIRST


def broken_off(sequence: Sequence, document: Document) -> Sequence | None:
    """The sequence of another style whose count `sequence` goes on with: 一是… 第二，…; None where it does not."""
    first = sequence.markers[0]
    if first.number == 1:
        return None
    at = _place(sequence, document)
    for other in reversed(document.sequences[max(0, at - NEAR) : at]):
        if (
            other.style is not sequence.style
            and (other.style.level == INLINE) == (sequence.style.level == INLINE)
            and any(m.number == first.number - 1 and m.span < first.span for m in other.markers)
            and all(m.number != first.number for m in other.markers)
        ):
            return other
    return None


def elsewhere(sequence: Sequence, document: Document) -> set[int]:
    """The numbers missing from `sequence` that stand in the text in another style."""
    at = _place(sequence, document)
    return {
        marker.number
        for other in document.sequences[at + 1 : at + 1 + NEAR]
        if other.markers[0].number != 1 and broken_off(other, document) is sequence
        for marker in other.markers
    }


def _place(sequence: Sequence, document: Document) -> int:
    return bisect_left(document.sequences, sequence.span, key=attrgetter("span"))


def named(numbers: list[int], style: Style) -> str:
    """Markers in a row, for a message: `“（二）”“（三）”`; the first few of many."""
    shown = "".join(f"“{written(style, number)}”" for number in numbers[:SHOWN])
    return shown if len(numbers) <= SHOWN else f"{shown}等{len(numbers)}项"
