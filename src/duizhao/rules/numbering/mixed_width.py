"""(一) among （二）"""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.document import Document, Marker, Style
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit
from duizhao.text.numerals import FULL_WIDTH

STYLES = (Style.SECTION, Style.POINT, Style.SUBPOINT)
# As it should not be, and as it should: full-width brackets, half-width digits before a point.
NARROW = re.compile(r"\([^)）]*[)）]|（[^)）]*\)|[０-９]")
WIDE = re.compile(r"（|[0-9]+[.．、]")
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
    for sequence in document.sequences:
        if sequence.style in STYLES:
            for marker in sequence.markers:
                if NARROW.match(reading.text, *marker.span):
                    narrow.append(marker)
                elif WIDE.match(reading.text, *marker.span):
                    wide.setdefault(marker.style, marker)
    for marker in narrow:
        if other := wide.get(marker.style):
            yield _hit(marker, other, reading.of(marker.span))


def _hit(marker: Marker, other: Marker, shown: str) -> Hit:
    proper = shown.translate(FULL_WIDTH if marker.style is Style.POINT else WIDEN)
    return Hit(
        marker.span,
        f"“{shown}”应写作“{proper}”：同一级序数有全角有半角。",
        (Edit(marker.span, proper),),
        ((other.span, "另一种写法"),),
    )
