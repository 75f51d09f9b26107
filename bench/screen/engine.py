"""The product's own engine, asked for all pairs of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.screen.cost import Cost, measured
from bench.screen.progress import shown
from bench.screen.score import Outcome, outcome
from bench.screen.wording import own_wording
from duizhao import api


@dataclass(frozen=True, slots=True)
class Run:
    """What was found, what it cost to file all texts and to compare all with all, and how large the index is."""

    outcome: Outcome
    add: Cost
    join: Cost
    bytes: int


def screen(texts: Sequence[str], folder: Path) -> Run:
    """File `texts` in a new index in `folder`, and find all pairs."""
    with api.ScreenIndex(folder, own_wording()) as index:
        _, add = measured(lambda: _file(index, texts))
        shown, join = measured(lambda: api.compare_all(index))
        found = _outcome(shown.joined)
    return Run(found, add, join, sum(file.stat().st_size for file in folder.iterdir()))


def _file(index: api.ScreenIndex, texts: Iterable[str]) -> None:
    numbered = (api.Filing(text, str(number)) for number, text in enumerate(texts))
    for _ in shown(index.add_all(numbered, jobs=api.cores()), "add"):
        pass


def _outcome(joined: api.JoinResult) -> Outcome:
    spokes = [pair for group in joined.groups for pair in group.pairs]
    found = (
        (
            int(pair.left.name),
            int(pair.right.name),
            ((each.left, each.right) for each in pair.passages),
        )
        for pair in (*spokes, *joined.pairs)
    )
    return outcome(found, ([int(entry.name) for entry in group.members] for group in joined.groups))
