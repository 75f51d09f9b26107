"""Cuts the lines of a text at its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duizhao.document.headings.inline_heading import InlineHeadings
from duizhao.document.headings.layout_heading import with_layout_headings
from duizhao.document.headings.list_heading import LONGEST_LINE, NO_HEAD, ListHeadings
from duizhao.document.headings.numbered_heading import HeadingAndBody, headed, heading_at
from duizhao.document.headings.ordinal_heading import (
    ORDINAL_STARTERS,
    DecimalHeadings,
    counted_parts,
    ordinal_marker,
)
from duizhao.document.headings.outline_piece import HeadedText
from duizhao.document.headings.sign_headings import sign_headings
from duizhao.document.headings.unnumbered_heading import (
    BRACKETS,
    HEADING_ENDINGS,
    LONGEST_HEADING,
    attached_part,
    counted_problem,
    markdown_heading,
    true_levels,
    unnumbered_heading,
)
from duizhao.document.lines import Line, trim
from duizhao.document.nodes import Marker
from duizhao.document.numbering.bare_number import bare_numbers
from duizhao.document.numbering.markers import STARTERS

THIS_CENTURY = "20"


def outline(
    text: str, blocks: Sequence[Line], places: Sequence[Line]
) -> tuple[list[HeadedText], list[Marker]]:
    """Cut `blocks` at headings. `places` are the places of possible markers, in text order.

    The second value is the markers inside lines that begin no heading: they may be enumerators.
    """
    pieces: list[HeadedText] = []
    inline_headings = InlineHeadings(text, blocks[-1][1] if blocks else 0, pieces)
    decimals = DecimalHeadings(text, pieces)
    lists = ListHeadings(text, blocks, pieces, inline_headings.chapters_follow)
    signed = sign_headings(text, blocks)
    bare_markers = bare_numbers(text, blocks)
    parts = counted_parts(text, blocks)
    at, count = 0, len(places)
    for number, (start, end) in enumerate(blocks):
        while at < count and places[at][1] <= end:
            place = places[at][0]
            at += 1
            if place > start and (begins := inline_headings.heading_at(place, start, end)):
                pieces.append(_piece(text, start, trim(text, start, begins)[1], decimals))
                start = begins
        if start in parts and (found := headed(text, parts[start], end)):
            pieces.append((replace(found[0], level=1), found[1], end))
            continue
        if start in signed:
            pieces.append((signed[start], end, end))
            continue
        if start in bare_markers and (found := headed(text, bare_markers[start], end)):
            pieces.append((*found, end))
            continue
        piece = _piece(text, start, end, decimals)
        if piece[0] is None and end - start <= LONGEST_LINE and text[end - 1] not in NO_HEAD:
            bare = lists.heading_at(number)
            piece = (bare, end, end) if bare else piece
        pieces.append(piece)
    return _with_true_levels(text, with_layout_headings(text, pieces)), inline_headings.inline


def _piece(text: str, start: int, end: int, decimals: DecimalHeadings) -> HeadedText:
    first = text[start]
    if first in STARTERS:
        # Most lines that begin with a numeral begin with 一是; these are no headings.
        if text[start + 1 : start + 2] in "是要怕":
            return None, start, end
        found = heading_at(text, start, end) or _counted_otherwise(text, start, end, decimals)
        if found or not (first in BRACKETS or text.startswith(THIS_CENTURY, start)):
            return (found[0], found[1], end) if found else (None, start, end)
    elif first in ORDINAL_STARTERS and (
        ordinal := ordinal_marker(text, start, end, decimals.pieces)
    ):
        found = headed(text, ordinal, end)
        return (found[0], found[1], end) if found else (None, start, end)
    if first in "附问序编" and (
        short := attached_part(text, start, end) or counted_problem(text, start, end)
    ):
        return short, end, end
    if (
        end - start <= LONGEST_HEADING
        and text[end - 1] in HEADING_ENDINGS
        and (bare := unnumbered_heading(text, start, end))
    ):
        return bare, end, end
    if start > 2 and text[start - 2] == "#" and (marked := markdown_heading(text, start, end)):
        return marked, end, end
    return None, start, end


def _counted_otherwise(
    text: str, start: int, end: int, decimals: DecimalHeadings
) -> HeadingAndBody | None:
    """The heading 第一，…方面 or 1.1 at `start`."""
    if text[start] == "第":
        ordinal = ordinal_marker(text, start, end, decimals.pieces)
        return headed(text, ordinal, end) if ordinal else None
    if "0" < text[start] <= "9" and (decimal := decimals.marker_at(start, end)):
        marker, level = decimal
        if found := headed(text, marker, end):
            return replace(found[0], level=level), found[1]
    return None


def _with_true_levels(text: str, pieces: list[HeadedText]) -> list[HeadedText]:
    headings = [heading for heading, _, _ in pieces if heading]
    changed = true_levels(text, headings)
    if not changed:
        return pieces
    return [
        (changed.get(heading, heading) if heading else None, start, end)
        for heading, start, end in pieces
    ]
