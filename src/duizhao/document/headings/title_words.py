"""Which part of a statement a title heads, by its characters: 差在哪儿, 病根何在, 往后怎么干.

Titles have no end of forms, and most share characters with others of their part. Weights in title_words.txt are those
of a logistic regression, fitted by tools/fit_title_words.py.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

PARTS = ("problems", "causes", "measures")
WEIGHTS = Path(__file__).parent / "title_words.txt"
LONGEST_TITLE = 24
SURE = 12
"""Tenths of the logarithm of the odds by which a part is ahead of every other part, and of none."""
NO_WORDS = re.compile(r"[“”\"\s：:？?!！。★☆■●◆【】]+")
NONE = (0, 0, 0)


class HeadedPart(NamedTuple):
    """The part that a title most likely heads, and by how much it is ahead of the others and of none, in tenths."""

    part: str
    ahead: int


def pieces_of(title: str) -> set[str]:
    """The characters of a title, and all pairs and threes, with its beginning and end."""
    words = NO_WORDS.sub("", title)
    edged = f"^{words}$"
    pairs = {edged[at : at + 2] for at in range(len(edged) - 1)}
    return {*words, *pairs, *(edged[at : at + 3] for at in range(len(edged) - 2))}


@cache
def _weights() -> dict[str, tuple[int, ...]]:
    rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {piece: tuple(map(int, tenths)) for piece, *tenths in rows}


@lru_cache(maxsize=256)
def odds_of(title: str) -> tuple[int, ...]:
    """The odds of each part against none, in tenths of their logarithm. Of a long title nothing is known."""
    if len(title) > LONGEST_TITLE:
        return (-SURE,) * len(PARTS)
    weights = _weights()
    sums = list(weights[""])
    for piece in pieces_of(title):
        for at, weight in enumerate(weights.get(piece, NONE)):
            sums[at] += weight
    return tuple(sums)


def headed_by(title: str) -> HeadedPart:
    """The part that `title` heads; below 0 the title rather heads none."""
    sums = odds_of(title)
    best = max(range(len(PARTS)), key=sums.__getitem__)
    return HeadedPart(PARTS[best], sums[best] - max(0, *(sums[:best] + sums[best + 1 :])))


def heads_part(title: str) -> bool:
    """Whether a title surely heads the problems, the causes or the measures."""
    return headed_by(title).ahead >= SURE
