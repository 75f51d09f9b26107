"""Millimetres, points and characters in the units of a .docx: twips, half points, hundredths of a character."""

from __future__ import annotations

from math import floor

from duizhao.layout import Layout, Role

TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS)


def line(layout: Layout) -> int:
    """The length of a line, in twips."""
    return twips(layout.paper.width) - twips(layout.margins.left) - twips(layout.margins.right)


def pitch(layout: Layout) -> int:
    """From one line to the next, in twips."""
    return round(layout.grid.pitch * 20)


def half_points(size: float) -> int:
    return round(size * 2)


def character(layout: Layout) -> int:
    """A character of body text by its size, in twips: what Word takes for 1 in an indent of characters."""
    return round(layout.roles[Role.BODY].size * 20)


def tracking(layout: Layout, size: float) -> int:
    """What is added to the width of each character of body size, so that a line holds its number, in twips.

    28 characters of 16 pt are 158 mm, wider than the type area of 156. Other sizes stand as they are.
    """
    if size != layout.roles[Role.BODY].size:
        return 0
    return floor(line(layout) / layout.grid.characters - size * 20)


def step(layout: Layout) -> int:
    """From one character of body text to the next, in twips."""
    return character(layout) + tracking(layout, layout.roles[Role.BODY].size)
