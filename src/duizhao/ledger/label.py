"""Names files so that a reader tells them apart and no folder of the machine is given away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def labels(names: Sequence[str]) -> list[str]:
    """The file name of each path; where several have the same, with as many folders before it as it takes."""
    parts = [Path(name).parts or (name,) for name in names]
    depths = [1] * len(parts)
    while True:
        made = ["/".join(each[-depth:]) for each, depth in zip(parts, depths, strict=True)]
        counts = Counter(made)
        grown = [
            min(depth + (counts[label] > 1), len(each))
            for label, depth, each in zip(made, depths, parts, strict=True)
        ]
        if grown == depths:
            return made
        depths = grown
