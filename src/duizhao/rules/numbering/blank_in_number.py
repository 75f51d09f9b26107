"""一 、 → 一、"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import written_solid
from duizhao.rules.numbering._widths import STYLES, has_wrong_width
from duizhao.text import Edit


@rule(
    "DZ216",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.3",
    strength=Strength.USUALLY,
    corrects=True,
)
def blank_in_number(document: Document, reading: Reading) -> Iterator[Hit]:
    """序数里有空格"""
    found: list[Edit] = []
    for marker in (each.marker for each in document.headings if each.marker):
        solid = written_solid(marker, reading)
        if solid == reading.of(marker.span):
            continue
        # Only one edit may be at a place: of (一 ) the brackets are told first.
        if marker.style not in STYLES or not has_wrong_width(marker, reading.text):
            found.append(Edit(marker.span, solid))
    if found:
        first = found[0].span
        yield Hit(
            first,
            f"“{reading.of(first)}”里的空格多是复制时带入，写作“{found[0].replacement}”。全文这样的共{len(found)}处。",
            tuple(found),
        )
