"""Fingerprints of texts: few of their k-grams, chosen so that a long enough shared passage shares one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.code_points import are_blank, utf32
from duizhao.reuse.excluded_spans import excluded_ranges
from duizhao.reuse.official import official_wording

GRAM = 8
WINDOW = 16
"""A power of two, so that the smallest of a window is found by doubling."""

BREAK = "\0"
SEPARATOR = BREAK * (GRAM + WINDOW // 2) + "\n" + BREAK * (GRAM + WINDOW // 2)
"""Stands between texts that are fingerprinted together: no gram, window or quotation reaches across it."""

NONE = np.uint32(0xFFFFFFFF)
"""The rank of a gram that does not count. No gram that counts has it, and no hash is it."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Fingerprints of some texts, in three arrays of one length, in the order of the hashes.

    `text` is the number of the text, `place` the offset in it at which the gram begins. A text has each hash once, at
    its first place.
    """

    text: NDArray[np.int64]
    hash: NDArray[np.uint32]
    place: NDArray[np.int64]


def fingerprints(texts: Sequence[str]) -> Fingerprints:
    """The fingerprints of some texts, the same whichever texts come together. A few dozen at a time are fastest.

    Of each window of `WINDOW` grams that of the smallest rank is kept (Schleimer, Wilkerson, Aiken 2003), so that a
    shared stretch of at least `GRAM + WINDOW - 1` characters shares a fingerprint. Blanks are skipped: line breaks in
    other places hide nothing. No gram contains a quotation or official wording of the shipped list.
    """
    joined = SEPARATOR.join(texts)
    excluded = excluded_ranges(joined, official_wording())
    return prints_without(joined, excluded, [len(each) for each in texts])


def prints_without(
    joined: str, excluded: Iterable[tuple[int, int]], lengths: Sequence[int]
) -> Fingerprints:
    """The fingerprints of texts joined by `SEPARATOR`, without the excluded ranges; these may overlap."""
    numbers = _narrow(joined).copy()
    for start, end in excluded:
        # Zero is BREAK: no gram that contains it counts.
        numbers[start:end] = 0
    kept = np.flatnonzero(~are_blank(numbers))
    letters = numbers[kept]
    chosen = _window_minima(_ranks(letters))
    steps = np.array(lengths, np.int64) + len(SEPARATOR)
    return _in_order(_hashes(letters, chosen), kept[chosen], steps)


def _narrow(text: str) -> NDArray[np.uint16] | NDArray[np.uint32]:
    """The characters as numbers, two bytes wide where all fit: half as much to carry."""
    data = text.encode("utf-16-le", "surrogatepass")
    return np.frombuffer(data, np.uint16) if len(data) == 2 * len(text) else utf32(text)


def all_grams(texts: Iterable[str]) -> NDArray[np.uint32]:
    """The hashes of all grams of some texts, whether or not they would be chosen; sorted, each once."""
    letters = utf32(BREAK.join(texts))
    whole = np.flatnonzero(_ranks(letters) != NONE)
    kept: NDArray[np.uint32] = np.unique(_hashes(letters, whole))
    return kept


def _in_order(
    hashes: NDArray[np.uint32], at: NDArray[np.int64], steps: NDArray[np.int64]
) -> Fingerprints:
    """Fingerprints of texts that begin `steps` after each other, from their places in the joined text."""
    # Packed into one number each, hash above place, they sort many times faster than by two keys.
    packed = np.sort(hashes.astype(np.uint64) << np.uint64(32) | at.astype(np.uint64))
    hashes = (packed >> np.uint64(32)).astype(np.uint32)
    at = (packed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    # The text of each character, looked up rather than searched for: one byte each, for up to 255 texts.
    owners = np.repeat(np.arange(len(steps), dtype=np.min_scalar_type(len(steps))), steps)
    owner = owners.take(at).astype(np.int64)
    # Places of one text follow each other within a hash: the first of them is kept.
    first = np.ones(len(at), bool)
    first[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    starts = np.cumsum(steps) - steps
    return Fingerprints(owner[first], hashes[first], at[first] - starts[owner[first]])


def _ranks(letters: NDArray[np.unsignedinteger[Any]]) -> NDArray[np.uint32]:
    """The rank of the k-gram that starts at each character; NONE if it contains a break."""
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

    They are no ranks: chosen ranks are all small, so as hashes they would collide.
    """
    hashes = np.zeros(len(at), np.uint32)
    for step in range(GRAM):
        hashes *= np.uint32(0x01000193)
        hashes += letters[at + step]
    return _mix(hashes)


def _mix(numbers: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Spread numbers over the whole range, in place; none becomes NONE."""
    # Shifts and multiplications in turn: each bit of a number comes to change about half of the bits.
    for shift, factor in ((15, 0x2C1B3C6D), (12, 0x297A2D39)):
        numbers ^= numbers >> np.uint32(shift)
        numbers *= np.uint32(factor)
    numbers ^= numbers >> np.uint32(15)
    return np.minimum(numbers, NONE - 1, out=numbers)


def _window_minima(ranks: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The places with the smallest rank of some window around them."""
    if not len(ranks):
        return np.empty(0, np.int64)
    # A rank is the minimum of one of its windows where it equals the largest of the minima of all its windows.
    edge = np.full(WINDOW - 1, NONE)
    smallest = _over_windows(np.concatenate((edge, ranks, edge)), np.minimum)
    largest = _over_windows(smallest, np.maximum)
    return np.flatnonzero((largest == ranks) & (ranks != NONE))


def _over_windows(values: NDArray[np.uint32], of_two: np.ufunc) -> NDArray[np.uint32]:
    """`of_two` over every window, by windows of 2, 4, 8 … values."""
    step = 1
    while step < WINDOW:
        values = of_two(values[:-step], values[step:])
        step *= 2
    return values
