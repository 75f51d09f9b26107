"""What the outputs of screening show: a check or a join, with access to the texts of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from duizhao.lint import Failure, Relation
from duizhao.reuse.groups import SLIGHT_SHARE
from duizhao.reuse.model import (
    DocumentKind,
    DocumentLabel,
    Entry,
    ExcludedSpan,
    JoinResult,
    Pair,
    Passage,
    ScreenResult,
    rank,
)
from duizhao.reuse.recurrence import RecurringPoint

if TYPE_CHECKING:
    from duizhao.reuse.index import Index

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

    @property
    def share(self) -> float:
        """The share of the smaller text, as far as it is known."""
        return max(self.left_share, self.right_share or 0)

    @property
    def is_slight(self) -> bool:
        """Whether the two share no more than the frame that all of one office write."""
        return self.share < SLIGHT_SHARE


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
        """The checked text and each match, by falling share."""
        side = self.side
        for one in self.screened.matches:
            there = side_of(one.entry, self.filed)
            yield Facing(side, there, one.relation, one.passages, one.characters, one.share)


@dataclass(frozen=True, slots=True)
class ShownJoin:
    """What documents share. `newer` are the ids of those that are looked at, where others are only compared with.

    `scope` names what was compared; empty for all documents of an index. `unread` are files that were not compared.
    """

    joined: JoinResult
    filed: FiledTexts
    version: str = ""
    newer: frozenset[str] = frozenset()
    scope: str = ""
    unread: tuple[Failure, ...] = ()

    def facings(self) -> Iterator[Facing]:
        """All pairs by falling share, those of groups among the others."""
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
        """All pairs by falling share, the newer document on the left, each with the number of its group; 0 for none."""
        numbered = [
            *(
                (number, pair)
                for number, group in enumerate(self.joined.groups, 1)
                for pair in (*group.pairs, *group.others)
            ),
            *((0, pair) for pair in self.joined.pairs),
        ]
        ordered = sorted(numbered, key=lambda each: rank(each[1]))
        # Turned one by one: who lists a thousand pairs need not wait for the others.
        return ((number, self._newer_left(pair)) for number, pair in ordered)

    def _newer_left(self, pair: Pair) -> Pair:
        """The pair with the newer document on the left, and a template on the right."""
        left, right = self._age(pair.left), self._age(pair.right)
        return pair.flipped() if right > left else pair

    def _age(self, entry: Entry) -> tuple[bool, bool, str]:
        is_statement = entry.label.kind != DocumentKind.TEMPLATE
        return entry.id in self.newer, is_statement, entry.label.year if is_statement else ""


ShownResult = ShownCheck | ShownJoin


def side_of(entry: Entry, filed: FiledTexts) -> Side:
    """A filed text. Its excluded spans are looked up by `with_left_out`, for the outputs that show them."""
    return Side(entry.name, entry.label, filed.text(entry.id), entry.id)


def with_left_out(side: Side, filed: FiledTexts) -> Side:
    """The side with its excluded spans."""
    return (
        side if side.left_out or not side.id else replace(side, left_out=filed.left_out(side.text))
    )
