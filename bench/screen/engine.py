"""The product's own engine, asked for all pairs of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.screen.cost import Cost, measured
from bench.screen.progress import shown
from bench.screen.score import Found, Outcome, outcome
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
    index = api.ScreenIndex(folder, own_wording())
    _, add = measured(lambda: _filed(index, texts))
    found, join = measured(lambda: outcome(_pairs(index, texts)))
    index.close()
    return Run(found, add, join, sum(file.stat().st_size for file in folder.iterdir()))


def _filed(index: api.ScreenIndex, texts: Iterable[str]) -> None:
    numbered = ((text, str(number), api.Label()) for number, text in enumerate(texts))
    for _ in shown(index.add_all(numbered), "add"):
        pass


def _pairs(
    index: api.ScreenIndex, texts: Sequence[str]
) -> Iterator[tuple[int, int, Iterable[Found]]]:
    """There is no join yet: each text is checked against all, and each pair comes twice."""
    for number, text in enumerate(shown(texts, "check")):
        for match in index.check(text).matches:
            other = int(match.entry.name)
            if number < other:
                yield number, other, ((each.left, each.right) for each in match.passages)
