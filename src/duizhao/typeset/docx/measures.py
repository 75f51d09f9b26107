"""Millimetres, points and characters in the units of a .docx: twips, half points, hundredths of a character."""

from __future__ import annotations

from math import floor

from duizhao.layout import Layout, Role

TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


def twips(millimetres: float) -> int:
    """Millimetres in twips, twentieths of a point."""
    return round(millimetres * TWIPS)


def line_length(layout: Layout) -> int:
    """The length of a line, in twips."""
    return twips(layout.paper.width) - twips(layout.margins.left) - twips(layout.margins.right)


def line_pitch(layout: Layout) -> int:
    """The distance from one line to the next, in twips."""
    return round(layout.grid.pitch * 20)


def half_points(size: float) -> int:
    """A size of type in points, as Word counts it."""
    return round(size * 2)


def character_width(layout: Layout) -> int:
    """The size of a character of body text, in twips: the unit of Word's indents in characters."""
    return round(layout.roles[Role.BODY].size * 20)


def tracking(layout: Layout, size: float) -> int:
    """The spacing added to each character of body size so that a line holds the number of the grid, in twips.

    28 characters of 16 pt are 158 mm, wider than the type area of 156. Other sizes have none.
    """
    if size != layout.roles[Role.BODY].size:
        return 0
    return floor(line_length(layout) / layout.grid.characters - size * 20)


def character_advance(layout: Layout) -> int:
    """The distance from one character of body text to the next, in twips."""
    return character_width(layout) + tracking(layout, layout.roles[Role.BODY].size)
