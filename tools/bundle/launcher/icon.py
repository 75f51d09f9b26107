"""The icon of the programs: two sheets side by side, one with a line marked. Drawn here, so that no picture is kept."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import cache

SIZES = (16, 24, 32, 48, 256)
"""Pixels, as Windows asks for them in lists, on the desktop and in large views."""
SAMPLES = 4
"""A pixel is the mean of as many points each way."""

Colour = tuple[int, int, int, int]
NOTHING: Colour = (0, 0, 0, 0)
GROUND: Colour = (155, 28, 28, 255)
PAPER: Colour = (255, 255, 255, 255)
LINE: Colour = (150, 150, 150, 255)
MARKED: Colour = (224, 158, 40, 255)

Box = tuple[float, float, float, float]
SHEETS: tuple[Box, ...] = ((0.14, 0.2, 0.47, 0.8), (0.53, 0.2, 0.86, 0.8))
"""Left, upper, right and lower edge, in parts of the icon."""
LINES = (0.3, 0.42, 0.54, 0.66)
MARKED_LINE = (1, 1)
"""Which sheet and which line is marked."""
THICKNESS, MARGIN, CORNER = 0.055, 0.06, 0.18


def icon() -> bytes:
    """An .ico file with a picture of each size."""
    pictures = [picture(size) for size in SIZES]
    place = 6 + 16 * len(SIZES)
    entries = b""
    for size, drawn in zip(SIZES, pictures, strict=True):
        edge = size % 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(drawn), place)
        place += len(drawn)
    return struct.pack("<HHH", 0, 1, len(SIZES)) + entries + b"".join(pictures)


@cache
def picture(size: int) -> bytes:
    """The icon as a .png of so many pixels each way."""
    rows = b"".join(b"\0" + b"".join(map(bytes, _row(y, size))) for y in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(y: int, size: int) -> Iterator[Colour]:
    steps = [(step + 0.5) / SAMPLES for step in range(SAMPLES)]
    for x in range(size):
        points = [_at((x + dx) / size, (y + dy) / size) for dy in steps for dx in steps]
        alpha = sum(point[3] for point in points)
        mixed = [sum(p[i] * p[3] for p in points) // alpha if alpha else 0 for i in range(3)]
        yield (mixed[0], mixed[1], mixed[2], alpha // len(points))


def _at(x: float, y: float) -> Colour:
    """The colour of a point, in parts of the icon."""
    for number, (left, upper, right, lower) in enumerate(SHEETS):
        if left <= x <= right and upper <= y <= lower:
            return _on_sheet(number, x - left, right - x, y)
    return GROUND if _is_inside(x, y) else NOTHING


def _on_sheet(number: int, from_left: float, from_right: float, y: float) -> Colour:
    for line, upper in enumerate(LINES):
        if upper <= y <= upper + THICKNESS and min(from_left, from_right) >= MARGIN:
            return MARKED if (number, line) == MARKED_LINE else LINE
    return PAPER


def _is_inside(x: float, y: float) -> bool:
    """Is the point on the ground, a square with round corners?"""
    beyond_x = max(CORNER - x, x - (1 - CORNER), 0)
    beyond_y = max(CORNER - y, y - (1 - CORNER), 0)
    return beyond_x**2 + beyond_y**2 <= CORNER**2
