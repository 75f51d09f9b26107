"""Collinear seeds: shared fingerprints that follow each other in both texts, and not only here and there by chance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.winnow import GRAM

MIN_SEEDS = 2
"""Shared fingerprints below which two documents are not compared."""

MANY_SEEDS = 6
"""Documents that share so many are compared wherever these lie."""

MAX_DRIFT = 24
"""Letters that may have been inserted or dropped between two fingerprints of a passage."""

MAX_GAP = 200
"""Characters between two fingerprints of a passage."""


def has_collinear_seeds(
    starts: NDArray[np.int64], here: NDArray[np.int64], there: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """For each pair of documents, whether their shared fingerprints can come from a passage.

    The places of the shared fingerprints stand one pair after another, each pair's from one of `starts`. Of a few, two
    must follow each other on both sides without overlap: overlapping ones may be a single coincidence.
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
