"""Fingerprints of texts: few of their k-grams, chosen so that a long enough shared passage shares one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.code_points import blank_table, utf32
from duizhao.reuse.excluded_spans import excluded_spans
from duizhao.reuse.model import ExcludedSpan
from duizhao.reuse.official import official_wording

GRAM = 8
WINDOW = 16
"""A power of two, so that the smallest of a window is found by doubling."""

BREAK = "\0"
BETWEEN = BREAK * (GRAM + WINDOW // 2) + "\n" + BREAK * (GRAM + WINDOW // 2)
"""Stands between texts that are looked at together: no gram, window or quotation reaches across."""

NONE = np.uint32(0xFFFFFFFF)
"""The rank of a gram that does not count; no other has it, and no hash is it."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Fingerprints of some texts, in three arrays of one length, in the order of the hashes.

    `text` says which of the texts, `place` the offset in it at which the gram begins. A text has each hash once, where
    it comes first.
    """

    text: NDArray[np.int64]
    hash: NDArray[np.uint32]
    place: NDArray[np.int64]


def fingerprints(texts: Sequence[str]) -> Fingerprints:
    """The fingerprints of some texts, the same whichever texts stand together. A few dozen at a time are fastest.

    Of each window of `WINDOW` grams that of the smallest rank is kept (Schleimer, Wilkerson, Aiken 2003), so that a
    shared stretch of at least `GRAM + WINDOW - 1` characters shares a fingerprint. Blanks are passed over: line breaks
    set elsewhere hide nothing. Quotations and official wording, that of the shipped list, are in no gram.
    """
    joined = BETWEEN.join(texts)
    return prints_of(
        joined, excluded_spans(joined, official_wording()), [len(each) for each in texts]
    )


def prints_of(
    joined: str, left_out: Iterable[ExcludedSpan], lengths: Sequence[int]
) -> Fingerprints:
    """The fingerprints of texts that stand together, but for what is left out of each."""
    numbers = _narrow(joined).copy()
    for each in left_out:
        numbers[each.span.start : each.span.end] = 0
    kept = np.flatnonzero(~blank_table()[numbers & 0xFFFF])
    letters = numbers[kept]
    chosen = _window_minima(_ranks(letters))
    steps = np.array(lengths) + len(BETWEEN)
    return _in_order(_hashes(letters, chosen), kept[chosen], np.cumsum(steps) - steps)


def _narrow(text: str) -> NDArray[np.uint16] | NDArray[np.uint32]:
    """The characters as numbers, two bytes wide where that will do: half as much to carry."""
    data = text.encode("utf-16-le", "surrogatepass")
    return np.frombuffer(data, np.uint16) if len(data) == 2 * len(text) else utf32(text)


def all_grams(texts: Iterable[str]) -> NDArray[np.uint32]:
    """The hashes of every gram of some texts, whether or not it would be kept; in order, each once."""
    letters = utf32(BREAK.join(texts))
    whole = np.flatnonzero(_ranks(letters) != NONE)
    kept: NDArray[np.uint32] = np.unique(_hashes(letters, whole))
    return kept


def _in_order(
    hashes: NDArray[np.uint32], at: NDArray[np.int64], starts: NDArray[np.int64]
) -> Fingerprints:
    # Packed into one number each, they sort many times faster than by two keys.
    packed = np.sort(hashes.astype(np.uint64) << np.uint64(32) | at.astype(np.uint64))
    hashes = (packed >> np.uint64(32)).astype(np.uint32)
    at = (packed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    owner = np.searchsorted(starts, at, side="right") - 1
    first = np.ones(len(at), bool)
    first[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    return Fingerprints(owner[first], hashes[first], at[first] - starts[owner[first]])


def _ranks(letters: NDArray[np.unsignedinteger[Any]]) -> NDArray[np.uint32]:
    """By what grams are chosen: a number for the one that begins at each character, `NONE` where a break is in it."""
    if len(letters) < GRAM:
        return np.empty(0, np.uint32)
    ranks = letters.astype(np.uint32)
    broken = letters == 0
    # Each step makes grams of twice the length out of two neighbours: three steps for eight characters.
    for step, factor in ((1, 0x9E3779B1), (2, 0x85EBCA77), (4, 0xC2B2AE3D)):
        longer = ranks[:-step] * np.uint32(factor)
        longer += ranks[step:]
        ranks = longer
        broken = broken[:-step] | broken[step:]
    _mix(ranks)
    ranks[broken] = NONE
    return ranks


def _hashes(letters: NDArray[np.unsignedinteger[Any]], at: NDArray[np.int64]) -> NDArray[np.uint32]:
    """The hashes of the grams that begin at these places.

    Not their ranks: those of the chosen are small ones all, and many grams would share one by chance.
    """
    hashes = np.zeros(len(at), np.uint32)
    for step in range(GRAM):
        hashes *= np.uint32(0x01000193)
        hashes += letters[at + step]
    return _mix(hashes)


def _mix(numbers: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Spread numbers over all there are, in place; none becomes `NONE`."""
    for shift, factor in ((15, 0x2C1B3C6D), (12, 0x297A2D39)):
        numbers ^= numbers >> np.uint32(shift)
        numbers *= np.uint32(factor)
    numbers ^= numbers >> np.uint32(15)
    return np.minimum(numbers, NONE - 1, out=numbers)


def _window_minima(ranks: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Where a rank is the smallest of some window that it is in."""
    if not len(ranks):
        return np.empty(0, np.int64)
    edge = np.full(WINDOW - 1, NONE)
    smallest = _doubled(np.concatenate((edge, ranks, edge)), np.minimum)
    largest = _doubled(smallest, np.maximum)
    return np.flatnonzero((largest == ranks) & (ranks != NONE))


def _doubled(values: NDArray[np.uint32], of_two: np.ufunc) -> NDArray[np.uint32]:
    """`of_two` over every window, by windows of 2, 4, 8 … values."""
    step = 1
    while step < WINDOW:
        values = of_two(values[:-step], values[step:])
        step *= 2
    return values
