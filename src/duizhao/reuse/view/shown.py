"""What the outputs of screening show: a check or a join, with access to the texts of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from duizhao.lint import Relation
from duizhao.reuse.index import Index
from duizhao.reuse.model import (
    DocumentLabel,
    Entry,
    ExcludedSpan,
    JoinResult,
    Pair,
    Passage,
    ScreenResult,
)
from duizhao.reuse.recurrence import RecurringPoint

TEXTS_KEPT = 256


@dataclass(frozen=True, slots=True)
class FiledTexts:
    """Reads filed texts by id; finds what does not count in a text, and what two filed texts share.

    These functions read from an open index: whatever holds them is written out before the index is closed.
    """

    text: Callable[[str], str]
    left_out: Callable[[str], tuple[ExcludedSpan, ...]]
    compare: Callable[[str, str], Pair | None]

    @classmethod
    def from_index(cls, index: Index) -> FiledTexts:
        """The texts of an open index; the ones read last are kept."""
        return cls(
            lru_cache(TEXTS_KEPT)(index.text),
            lru_cache(TEXTS_KEPT)(index.left_out),
            index.compare,
        )


@dataclass(frozen=True, slots=True)
class Side:
    """A text as it is shown: its name, label and excluded spans. `id` is empty for a text outside of the index."""

    name: str
    label: DocumentLabel
    text: str
    id: str = ""
    left_out: tuple[ExcludedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Facing:
    """Two texts side by side. `right_share` is None where it is unknown; `group` counts from 1, 0 means no group."""

    left: Side
    right: Side
    relation: Relation
    passages: tuple[Passage, ...]
    characters: int
    left_share: float
    right_share: float | None = None
    group: int = 0


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """The check of one text. `recurring` holds its problems that recur from a document, by the entry's id."""

    name: str
    text: str
    label: DocumentLabel
    screened: ScreenResult
    filed: FiledTexts
    recurring: Mapping[str, tuple[RecurringPoint, ...]] = field(default_factory=dict)
    version: str = ""

    @property
    def side(self) -> Side:
        return Side(self.name, self.label, self.text, left_out=self.screened.excluded)

    @property
    def counted(self) -> int:
        """The counted characters, of which shares are parts; 0 where nothing is shared."""
        return next((round(one.characters / one.share) for one in self.screened.matches), 0)

    def facings(self) -> Iterator[Facing]:
        """The checked text and each match, most shared first."""
        side = self.side
        for one in self.screened.matches:
            there = side_of(one.entry, self.filed)
            yield Facing(side, there, one.relation, one.passages, one.characters, one.share)


@dataclass(frozen=True, slots=True)
class ShownJoin:
    """What all documents of an index share."""

    joined: JoinResult
    filed: FiledTexts
    version: str = ""

    def facings(self) -> Iterator[Facing]:
        """The pairs of each group, those with the hub first; then the single pairs."""
        return (self.facing(pair, number) for number, pair in self.pairs())

    def facing(self, pair: Pair, group: int = 0) -> Facing:
        return Facing(
            side_of(pair.left, self.filed),
            side_of(pair.right, self.filed),
            pair.relation,
            pair.passages,
            pair.characters,
            pair.left_share,
            pair.right_share,
            group,
        )

    def pairs(self) -> Iterator[tuple[int, Pair]]:
        """All pairs, each with the number of its group; 0 for no group."""
        for number, group in enumerate(self.joined.groups, 1):
            yield from ((number, pair) for pair in (*group.pairs, *group.others))
        yield from ((0, pair) for pair in self.joined.pairs)


ShownResult = ShownCheck | ShownJoin


def side_of(entry: Entry, filed: FiledTexts) -> Side:
    """A filed text. Its excluded spans are looked up by `with_left_out`, for the outputs that show them."""
    return Side(entry.name, entry.label, filed.text(entry.id), entry.id)


def with_left_out(side: Side, filed: FiledTexts) -> Side:
    """The side with its excluded spans."""
    return (
        side if side.left_out or not side.id else replace(side, left_out=filed.left_out(side.text))
    )
