"""Cuts a text where its headings begin."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.headings import heading_at
from duizhao.document.inline_heading import InlineHeadings
from duizhao.document.lines import Line, trim
from duizhao.document.markers import STARTERS
from duizhao.document.nodes import Heading, Marker
from duizhao.document.unnumbered_heading import LAST, LONGEST, true_levels, unnumbered_heading

HeadedText = tuple[Heading | None, int, int]
"""A heading, if any, and the body text that follows it in its line: start and end, equal where there is none."""


def outline(
    text: str, blocks: Sequence[Line], places: Sequence[Line]
) -> tuple[list[HeadedText], list[Marker]]:
    """Cut `blocks` into pieces; `places` is where markers were found, in text order.

    The second value are the markers inside lines that begin no heading: they may count points.
    """
    pieces: list[HeadedText] = []
    inline_headings = InlineHeadings(text, blocks[-1][1] if blocks else 0, pieces)
    at, count = 0, len(places)
    for start, end in blocks:
        while at < count and places[at][1] <= end:
            place = places[at][0]
            at += 1
            if place > start and (begins := inline_headings.heading_at(place, start, end)):
                pieces.append(_piece(text, start, trim(text, start, begins)[1]))
                start = begins
        pieces.append(_piece(text, start, end))
    return _with_true_levels(text, pieces), inline_headings.inline


def _piece(text: str, start: int, end: int) -> HeadedText:
    if text[start] in STARTERS:
        # A line that begins with 一是 need not be tried: most do that begin with a numeral.
        if text[start + 1 : start + 2] in "是要怕":
            return None, start, end
        found = heading_at(text, start, end)
        return (found[0], found[1], end) if found else (None, start, end)
    if end - start <= LONGEST and text[end - 1] in LAST:
        bare = unnumbered_heading(text, start, end)
        return (bare, end, end) if bare else (None, start, end)
    return None, start, end


def _with_true_levels(text: str, pieces: list[HeadedText]) -> list[HeadedText]:
    headings = [heading for heading, _, _ in pieces if heading]
    changed = true_levels(text, headings)
    if not changed:
        return pieces
    return [
        (changed.get(heading, heading) if heading else None, start, end)
        for heading, start, end in pieces
    ]
