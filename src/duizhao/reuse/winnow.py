"""Fingerprints of a text: few of its k-grams, chosen so that a long enough shared passage shares one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.errors import MissingTool

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRAM = 8
WINDOW = 16
MISSING = "查重要用 numpy，尚未安装：pip install 'duizhao[screen]'"


def winnow(text: str) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Hashes of the chosen k-grams of `text`, and the offset in `text` at which each starts.

    Blanks are passed over, so that line breaks set elsewhere hide nothing. Of each window of `WINDOW` k-grams the
    smallest hash is kept, the last of equals (Schleimer, Wilkerson, Aiken 2003): a shared passage of at least
    `GRAM + WINDOW - 1` characters shares a fingerprint.
    """
    try:
        import numpy as np
    except ImportError:
        raise MissingTool(MISSING) from None
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    blank = np.fromiter((ord(mark) for mark in set(text) if mark.isspace()), dtype=np.uint32)
    places = np.flatnonzero(~np.isin(points, blank))
    hashes = _gram_hashes(points[places].astype(np.uint64))
    if not len(hashes):
        return hashes, places[:0]
    windows = np.lib.stride_tricks.sliding_window_view(hashes, min(WINDOW, len(hashes)))
    width = windows.shape[1]
    last_smallest = width - 1 - windows[:, ::-1].argmin(axis=1)
    chosen = np.unique(np.arange(len(windows)) + last_smallest)
    return hashes[chosen], places[chosen]


def _gram_hashes(points: NDArray[np.uint64]) -> NDArray[np.uint64]:
    count = len(points) - GRAM + 1
    if count <= 0:
        return points[:0]
    hashes = points[:count] * 0
    for at in range(GRAM):
        hashes = (hashes ^ points[at : at + count]) * 0x9E3779B97F4A7C15
        hashes ^= hashes >> 29
    return hashes
