"""Which markers are written in characters of the wrong width: (一), １."""

from __future__ import annotations

from duizhao.document import Marker, NumberStyle

STYLES = (NumberStyle.SECTION, NumberStyle.POINT, NumberStyle.SUBPOINT)
"""The styles in which this is looked for."""
WIDE_DIGITS = frozenset("０１２３４５６７８９")


def has_wrong_width(marker: Marker, text: str) -> bool:
    """True if a bracket of （一） is half-width, or the digit of 1. full-width."""
    if marker.style is NumberStyle.POINT:
        return text[marker.span.start] in WIDE_DIGITS
    shown = text[marker.span.start : marker.span.end]
    return shown[0] == "(" or (shown[0] == "（" and ")" in shown)
