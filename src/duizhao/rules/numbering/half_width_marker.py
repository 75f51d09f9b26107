"""(一) for （一）"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document, Marker, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._widths import STYLES, has_wrong_width
from duizhao.text import Edit
from duizhao.text.numerals import FULL_WIDTH

WIDEN = str.maketrans("()", "（）")


@rule(
    "DZ208",
    on=Document,
    severity=Severity.WARNING,
    source="GB/T 9704—2012 7.3.3",
    strength=Strength.USUALLY,
    corrects=True,
)
def half_width_marker(document: Document, reading: Reading) -> Iterator[Hit]:
    """序数的全角半角不对"""
    right: dict[NumberStyle, Marker] = {}
    wrong: dict[NumberStyle, list[Marker]] = {}
    for sequence in document.sequences:
        if sequence.style in STYLES:
            for marker in sequence.markers:
                if has_wrong_width(marker, reading.text):
                    wrong.setdefault(marker.style, []).append(marker)
                else:
                    right.setdefault(marker.style, marker)
    for style, markers in wrong.items():
        yield from _hits(markers, right.get(style), reading)


def _hits(markers: list[Marker], right: Marker | None, reading: Reading) -> Iterator[Hit]:
    """One hit for each marker if some are right; one hit for all if all are wrong, which is at least consistent."""
    if right:
        for marker in markers:
            edit = _edit(marker, reading)
            message = (
                f"“{reading.of(marker.span)}”应写作“{edit.replacement}”：同一级序数有全角有半角。"
            )
            yield Hit(marker.span, message, (edit,), ((right.span, "另一种写法"),))
        return
    edits = tuple(_edit(marker, reading) for marker in markers)
    first = markers[0].span
    yield Hit(
        first,
        f"“{reading.of(first)}”一般写作“{edits[0].replacement}”。全文这样写的共{len(markers)}处。",
        edits,
        severity=Severity.HINT,
    )


def _edit(marker: Marker, reading: Reading) -> Edit:
    table = FULL_WIDTH if marker.style is NumberStyle.POINT else WIDEN
    return Edit(marker.span, reading.of(marker.span).translate(table))
