"""(一) among （二）"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document, Marker, Sequence, Style
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.numerals import FULL_WIDTH

BRACKETED = (Style.SECTION, Style.SUBPOINT)
WIDEN = str.maketrans("()", "（）")


@rule(
    "DZ208",
    on=Document,
    severity=Severity.WARNING,
    source="GB/T 9704—2012 7.3.3",
    strength=Strength.USUALLY,
)
def mixed_width(document: Document, reading: Reading) -> Iterator[Hit]:
    """序数半角全角混用"""
    wide: dict[Style, Marker] = {}
    narrow: list[Marker] = []
    for marker in _markers(document.sequences):
        if reading.text[marker.span.start] in "(０１２３４５６７８９" or _half_closed(
            marker, reading
        ):
            narrow.append(marker)
        else:
            wide.setdefault(marker.style, marker)
    for marker in narrow:
        if other := wide.get(marker.style):
            shown, proper = reading.of(marker.span), _proper(marker, reading)
            yield Hit(
                marker.span,
                f"“{shown}”应写作“{proper}”：同一级序数有全角有半角。",
                (Edit(marker.span, proper),),
                ((other.span, "另一种写法"),),
            )


def _markers(sequences: tuple[Sequence, ...]) -> Iterator[Marker]:
    for sequence in sequences:
        if sequence.style in BRACKETED or sequence.style is Style.POINT:
            yield from sequence.markers


def _half_closed(marker: Marker, reading: Reading) -> bool:
    return marker.style in BRACKETED and ")" in reading.text[marker.span.start : marker.span.end]


def _proper(marker: Marker, reading: Reading) -> str:
    shown = reading.of(Span(*marker.span))
    return shown.translate(WIDEN if marker.style in BRACKETED else FULL_WIDTH)
