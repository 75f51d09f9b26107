"""How large a picture is shown: as in the Word file, but no larger than the room for it."""

from __future__ import annotations

from math import cos, radians, sin

from duizhao.text import Span
from duizhao.typeset.block import PictureRun
from duizhao.typeset.original import PlacedPicture

PIXEL = 25.4 / 96
"""A pixel in mm, as in Word, for a picture without a size of its own."""


def picture_run(placed: PlacedPicture, width: float, height: float) -> PictureRun:
    """A picture scaled down to a room of `width` × `height` mm; never up."""
    shape = placed.shape
    wide, high = shape.width, shape.height
    if not wide or not high:
        wide, high = (each * PIXEL for each in placed.image.pixels)
    if not wide or not high:
        wide = high = width / 2
    turn = radians(shape.turn)
    # A picture that is turned takes the room of the rectangle around it.
    across = abs(wide * cos(turn)) + abs(high * sin(turn))
    down = abs(wide * sin(turn)) + abs(high * cos(turn))
    scale = min(1.0, width / across, height / down)
    return PictureRun(
        placed.image, wide * scale, high * scale, shape, Span(placed.offset, placed.offset)
    )
