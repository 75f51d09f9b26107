"""Tells shared fingerprints that lie along each other from those that agree by chance, here and there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.winnow import GRAM

MIN_SEEDS = 2
"""Shared fingerprints below which two documents are not compared."""

MANY_SEEDS = 6
"""So many are compared wherever they lie."""

MAX_DRIFT = 24
"""Letters that may have been put in or left out between two fingerprints of a passage."""

MAX_GAP = 200
"""How far apart two fingerprints of a passage may be."""


def has_collinear_seeds(
    starts: NDArray[np.int64], here: NDArray[np.int64], there: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """For each pair of documents, whether a passage can be behind what they share.

    The places of the shared fingerprints stand one pair after another, each pair's from one of `starts`. Of a few, two
    must follow each other on both sides, and not be one coincidence of a few letters told twice.
    """
    sizes = np.diff(np.append(starts, len(here)))
    found: NDArray[np.bool_] = sizes >= MANY_SEEDS
    owner = np.repeat(np.arange(len(starts)), sizes)
    few = np.flatnonzero(np.repeat((sizes >= MIN_SEEDS) & ~found, sizes))
    order = few[np.lexsort((here[few], owner[few]))]
    owner, here, there = owner[order], here[order], there[order]
    for step in range(1, MANY_SEEDS - 1):
        along = here[step:] - here[:-step]
        drift = there[step:] - there[:-step] - along
        follows = (owner[step:] == owner[:-step]) & (along >= GRAM) & (along <= MAX_GAP)
        found[owner[step:][follows & (np.abs(drift) <= MAX_DRIFT)]] = True
    return found
