"""Fingerprints of texts: few of their k-grams, chosen so that a long enough shared passage shares one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.letters import blanks, points
from duizhao.reuse.model import Subtracted
from duizhao.reuse.official import official_wording
from duizhao.reuse.subtract import subtracted

GRAM = 8
WINDOW = 16
"""A power of two, so that the smallest of a window is found by doubling."""

BREAK = "\0"
BETWEEN = BREAK * (GRAM + WINDOW // 2) + "\n" + BREAK * (GRAM + WINDOW // 2)
"""Stands between texts that are looked at together: no gram, window or quotation reaches across."""

NONE = np.uint32(0xFFFFFFFF)
"""The hash of a gram that does not count; of a real one it is lowered by one."""


@dataclass(frozen=True, slots=True)
class Prints:
    """Fingerprints of some texts, in three arrays of one length, in the order of the hashes.

    `text` says which of the texts, `place` the offset in it at which the gram begins. A text has each hash once, where
    it comes first.
    """

    text: NDArray[np.int64]
    hash: NDArray[np.uint32]
    place: NDArray[np.int64]


def fingerprints(texts: Sequence[str]) -> Prints:
    """The fingerprints of some texts, the same whichever texts stand together. A few dozen at a time are fastest.

    Of each window of `WINDOW` grams the smallest hash is kept (Schleimer, Wilkerson, Aiken 2003), so that a shared
    stretch of at least `GRAM + WINDOW - 1` characters shares a fingerprint. Blanks are passed over: line breaks set
    elsewhere hide nothing. Quotations and official wording, that of the shipped list, are in no gram.
    """
    joined = BETWEEN.join(texts)
    return prints_of(joined, subtracted(joined, official_wording()), [len(each) for each in texts])


def prints_of(joined: str, left_out: Iterable[Subtracted], lengths: Sequence[int]) -> Prints:
    """The fingerprints of texts that stand together, but for what is left out of each."""
    numbers = _narrow(joined).copy()
    for each in left_out:
        numbers[each.span.start : each.span.end] = 0
    kept = np.flatnonzero(~blanks()[numbers & 0xFFFF])
    hashes = _gram_hashes(numbers[kept])
    chosen = _window_minima(hashes)
    steps = np.array(lengths) + len(BETWEEN)
    return _in_order(hashes[chosen], kept[chosen], np.cumsum(steps) - steps)


def _narrow(text: str) -> NDArray[np.uint16] | NDArray[np.uint32]:
    """The characters as numbers, two bytes wide where that will do: half as much to carry."""
    data = text.encode("utf-16-le", "surrogatepass")
    return np.frombuffer(data, np.uint16) if len(data) == 2 * len(text) else points(text)


def all_grams(texts: Iterable[str]) -> NDArray[np.uint32]:
    """The hashes of every gram of some texts, whether or not it would be kept; in order, each once."""
    hashes = _gram_hashes(points(BREAK.join(texts)))
    kept: NDArray[np.uint32] = np.unique(hashes[hashes != NONE])
    return kept


def _in_order(
    hashes: NDArray[np.uint32], at: NDArray[np.int64], starts: NDArray[np.int64]
) -> Prints:
    # Packed into one number each, they sort many times faster than by two keys.
    packed = np.sort(hashes.astype(np.uint64) << np.uint64(32) | at.astype(np.uint64))
    hashes = (packed >> np.uint64(32)).astype(np.uint32)
    at = (packed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    owner = np.searchsorted(starts, at, side="right") - 1
    first = np.ones(len(at), bool)
    first[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    return Prints(owner[first], hashes[first], at[first] - starts[owner[first]])


def _gram_hashes(letters: NDArray[np.unsignedinteger[Any]]) -> NDArray[np.uint32]:
    """A hash for the gram that begins at each character; `NONE` where a break is in it."""
    if len(letters) < GRAM:
        return np.empty(0, np.uint32)
    hashes = letters.astype(np.uint32)
    broken = letters == 0
    # Each step makes grams of twice the length out of two neighbours: three steps for eight characters.
    for step, factor in ((1, 0x9E3779B1), (2, 0x85EBCA77), (4, 0xC2B2AE3D)):
        longer = hashes[:-step] * np.uint32(factor)
        longer += hashes[step:]
        hashes = longer
        broken = broken[:-step] | broken[step:]
    for shift, factor in ((15, 0x2C1B3C6D), (12, 0x297A2D39)):
        hashes ^= hashes >> np.uint32(shift)
        hashes *= np.uint32(factor)
    hashes ^= hashes >> np.uint32(15)
    np.minimum(hashes, NONE - 1, out=hashes)
    hashes[broken] = NONE
    return hashes


def _window_minima(hashes: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Where a hash is the smallest of some window that it is in."""
    if not len(hashes):
        return np.empty(0, np.int64)
    edge = np.full(WINDOW - 1, NONE)
    smallest = _doubled(np.concatenate((edge, hashes, edge)), np.minimum)
    largest = _doubled(smallest, np.maximum)
    return np.flatnonzero((largest == hashes) & (hashes != NONE))


def _doubled(values: NDArray[np.uint32], of_two: np.ufunc) -> NDArray[np.uint32]:
    """`of_two` over every window, by windows of 2, 4, 8 … values."""
    step = 1
    while step < WINDOW:
        values = of_two(values[:-step], values[step:])
        step *= 2
    return values
