"""How near a cause or a measure is to a problem that shares no word with it: 图省事 to 代签.

Characters and pairs of neighbouring ones have a vector on the side of problems and one on the side of answers, learned
from lists of problems with their causes, and with their measures, by tools/fit_answer_vectors.py. A text's vector is
the sum of those of its pieces over the root of their number; how near two texts are is the product of theirs.
"""

from __future__ import annotations

import struct
from base64 import b64decode
from collections.abc import Set as AbstractSet
from functools import cache
from math import sqrt
from pathlib import Path

OF_CAUSES, OF_MEASURES = (
    Path(__file__).parent / name for name in ("cause_vectors.txt", "measure_vectors.txt")
)
"""The first line gives the sizes of a digit; another is a piece, a blank, and in base 64 a hexadecimal digit for each
part of its vector as a problem's, then as an answer's.
"""
DIMENSIONS = 12
MIDDLE = 8
"""The digit that stands for zero."""
DIGITS = bytes.maketrans(b"0123456789abcdef", bytes(range(16)))
LANES = struct.Struct(f"<{DIMENSIONS}I")
LANE = LANES.size // DIMENSIONS
"""The bytes of a lane: as many pieces as a text can have are added in it."""

Vector = tuple[float, ...]


class Vectors:
    """The vectors of one side. Each is packed into a number with a lane for each part, so that numbers are added."""

    def __init__(self, places: dict[str, int], digits: str, step: float) -> None:
        """`places` are the rows of the pieces, `digits` the parts of all rows, `step` the size of one digit."""
        self._places, self._step = places, step
        lanes = bytearray(LANE * len(digits))
        lanes[::LANE] = digits.encode().translate(DIGITS)
        self._lanes = bytes(lanes)
        self._rows: dict[str, int] = {}

    def of(self, pieces: AbstractSet[str]) -> Vector:
        """The vector of a text with these pieces."""
        known = self._places.keys() & pieces
        sums = LANES.unpack(sum(map(self._row, known)).to_bytes(LANES.size, "little"))
        size = self._step / sqrt(len(known) + 1)
        nothing = MIDDLE * len(known)
        return tuple([size * (each - nothing) for each in sums])

    def nearest(self, pieces: AbstractSet[str], other: Vector) -> str:
        """The piece of a text that is nearest to one of the other side; empty if it has no known piece."""
        known = sorted(self._places.keys() & pieces)
        return max(known, key=lambda piece: nearness(self.of({piece}), other), default="")

    def _row(self, piece: str) -> int:
        row = self._rows.get(piece)
        if row is None:
            start = LANES.size * self._places[piece]
            row = int.from_bytes(self._lanes[start : start + LANES.size], "little")
            self._rows[piece] = row
        return row


def nearness(problem: Vector, answer: Vector) -> float:
    """How near an answer is to a problem: about 0 if they have nothing to do with each other, else 1 and more."""
    return sum([one * other for one, other in zip(problem, answer, strict=True)])


@cache
def vectors(file: Path) -> tuple[Vectors, Vectors]:
    """The vectors of problems and those of answers in a file, which is read when first asked for."""
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ") for line in lines]
    places = {piece: at for at, (piece, _) in enumerate(rows)}
    digits = b64decode("".join([packed for _, packed in rows])).hex()
    halves = [digits[at : at + DIMENSIONS] for at in range(0, len(digits), DIMENSIONS)]
    of_problems, of_answers = map(float, head.split(" "))
    return (
        Vectors(places, "".join(halves[::2]), of_problems),
        Vectors(places, "".join(halves[1::2]), of_answers),
    )
