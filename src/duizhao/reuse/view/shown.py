"""What the outputs of screening show: a check or a join, with the texts that it speaks of."""

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
    """Where filed texts are read: by id, what of a text does not count, and what two of them share."""

    text: Callable[[str], str]
    left_out: Callable[[str], tuple[ExcludedSpan, ...]]
    compare: Callable[[str, str], Pair | None]

    @classmethod
    def from_index(cls, index: Index) -> FiledTexts:
        """The texts of an index, those last read kept."""
        return cls(
            lru_cache(TEXTS_KEPT)(index.text),
            lru_cache(TEXTS_KEPT)(index.left_out),
            index.compare,
        )


@dataclass(frozen=True, slots=True)
class Side:
    """A text as it is shown: what it is called, whose it is, and what of it does not count. `id` is empty outside."""

    name: str
    label: DocumentLabel
    text: str
    id: str = ""
    left_out: tuple[ExcludedSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Facing:
    """Two texts side by side. `right_share` is None where it was not asked for; `group` counts from 1, 0 is none."""

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
    """The check of one text. `recurring` holds, by the id of an entry, which of its problems came back."""

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
        """The characters that shares are of; 0 where nothing is shared."""
        return next((round(one.characters / one.share) for one in self.screened.matches), 0)

    def facings(self) -> Iterator[Facing]:
        """The checked text beside each match, most shared first."""
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
        """Of each group the hub beside every other member, members that share more, then the single pairs."""
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
        """All pairs, each with the number of its group, 0 for none."""
        for number, group in enumerate(self.joined.groups, 1):
            yield from ((number, pair) for pair in (*group.pairs, *group.others))
        yield from ((0, pair) for pair in self.joined.pairs)


ShownResult = ShownCheck | ShownJoin


def side_of(entry: Entry, filed: FiledTexts) -> Side:
    """A filed text; what of it does not count is only looked up where somebody asks (`counted_in`)."""
    return Side(entry.name, entry.label, filed.text(entry.id), entry.id)


def counted_in(side: Side, filed: FiledTexts) -> Side:
    """The side with what of it does not count."""
    return (
        side if side.left_out or not side.id else replace(side, left_out=filed.left_out(side.text))
    )
