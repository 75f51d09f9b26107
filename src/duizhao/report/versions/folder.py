"""The comparison of two folders of versions: pairs of files, and the files without a counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.report.versions.comparison import VersionComparison

SAME_NAME = "名称相同"


@dataclass(frozen=True, slots=True)
class VersionPair:
    """Two files compared, and why they are taken for versions of one text."""

    comparison: VersionComparison
    basis: str

    @property
    def names(self) -> tuple[str, str]:
        return self.comparison.first.source.name, self.comparison.second.source.name


@dataclass(frozen=True, slots=True)
class UnpairedFile:
    """A file without a counterpart: its name, whether it is in 一稿, 二稿 or among 意见, and why.

    `is_unread`: it could not be read.
    """

    name: str
    version: str
    reason: str
    is_unread: bool = False


@dataclass(frozen=True, slots=True)
class FolderComparison:
    """Two folders compared."""

    pairs: tuple[VersionPair, ...]
    unpaired: tuple[UnpairedFile, ...]
    made_by: str = ""

    @property
    def is_clean(self) -> bool:
        """Has no second version any finding?"""
        return all(pair.comparison.is_clean for pair in self.pairs)

    def in_words(self) -> str:
        """“比了 12 份：已改 80 处，还在 20 处，新出现 3 处；没有配上对的 1 份”."""
        mended, left, new = map(sum, zip(*self._counts(), strict=True)) if self.pairs else (0, 0, 0)
        alone = f"；没有配上对的 {len(self.unpaired)} 份" if self.unpaired else ""
        return (
            f"比了 {len(self.pairs)} 份：已改 {mended} 处，还在 {left} 处，新出现 {new} 处{alone}"
        )

    def _counts(self) -> Iterator[tuple[int, int, int]]:
        for pair in self.pairs:
            compared = pair.comparison
            yield len(compared.mended), len(compared.left), len(compared.new)
