"""What screening finds, as values: shared passages, their documents and places, and what was excluded."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from duizhao.lint.shared_text import Relation
from duizhao.text.span import Span


class DocumentKind(StrEnum):
    """What a filed document is. A template has no author; NOT_GIVEN is for labels that leave the kind open."""

    STATEMENT = "statement"
    TEMPLATE = "template"
    NOT_GIVEN = ""


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """The person, unit, year and campaign of a document; an empty field is not known."""

    person: str = ""
    unit: str = ""
    year: str = ""
    campaign: str = ""
    kind: DocumentKind = DocumentKind.STATEMENT


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the index. `id` is a hash of its content, so the same content twice is one entry."""

    id: str
    name: str
    label: DocumentLabel


@dataclass(frozen=True, slots=True)
class FilingResult:
    """The entry of a filed text; not new where the same content is in the index already."""

    entry: Entry
    is_new: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A place inside a shared passage where the two sides differ; one of the spans may be empty."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared stretch, exact on both sides. `spots` are its differences, packed: there may be many."""

    left: Span
    right: Span
    spots: bytes = b""

    def flipped(self) -> Passage:
        """The same with the sides swapped."""
        rows = struct.iter_unpack("=4q", self.spots)
        spots = b"".join(struct.pack("=4q", c, d, a, b) for a, b, c, d in rows)
        return Passage(self.right, self.left, spots)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences, in order."""
        rows = struct.iter_unpack("=4q", self.spots)
        return tuple(Difference(Span(*row[:2]), Span(*row[2:])) for row in rows)


@dataclass(frozen=True, slots=True)
class ExcludedSpan:
    """A stretch that does not count, with the reason, and the source that the reason rests on."""

    span: Span
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Match:
    """A filed document that shares passages; `share` is a part of the checked text without its excluded spans."""

    entry: Entry
    relation: Relation
    passages: tuple[Passage, ...]
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class ScreenResult:
    """What the check of one text found. `not_compared` further documents share less than those compared."""

    matches: tuple[Match, ...]
    excluded: tuple[ExcludedSpan, ...]
    not_compared: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents of the index that share passages; each share is a part of that text without its excluded spans."""

    left: Entry
    right: Entry
    relation: Relation
    passages: tuple[Passage, ...]
    characters: int
    left_share: float
    right_share: float

    @property
    def share(self) -> float:
        """The share of the smaller document."""
        return max(self.left_share, self.right_share)

    def flipped(self) -> Pair:
        """The same with the sides swapped."""
        passages = sorted((each.flipped() for each in self.passages), key=lambda each: each.left)
        return Pair(
            self.right,
            self.left,
            self.relation,
            tuple(passages),
            self.characters,
            self.right_share,
            self.left_share,
        )


@dataclass(frozen=True, slots=True)
class Group:
    """At least three documents that share passages with one of them, the hub, and through it with each other.

    `pairs` are those of the hub, on the left, with every other member. `shared` are the stretches of the hub that at
    least two others have. `others` are pairs of members that share more than what both have from the hub.
    """

    hub: Entry
    pairs: tuple[Pair, ...]
    shared: tuple[Span, ...]
    others: tuple[Pair, ...] = ()

    @property
    def members(self) -> tuple[Entry, ...]:
        return (self.hub, *(pair.right for pair in self.pairs))

    @property
    def share(self) -> float:
        """The largest share of its pairs with the hub."""
        return max(pair.share for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class JoinResult:
    """What documents of an index share: groups, and the pairs outside of groups; by falling share."""

    documents: int
    groups: tuple[Group, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """What an index holds: documents in all and by kind, year and unit, fingerprints, and bytes on the disk.

    Wording in more than `most_documents` documents is common.
    """

    documents: int
    kinds: Mapping[str, int]
    years: Mapping[str, int]
    units: Mapping[str, int]
    fingerprints: int
    segments: int
    bytes: int
    most_documents: int


def relation(left: DocumentLabel, right: DocumentLabel) -> Relation:
    """How two documents stand to each other. One's own past needs the same named person of the same unit."""
    if DocumentKind.TEMPLATE in (left.kind, right.kind):
        return Relation.TEMPLATE
    same_person = left.person and (left.person, left.unit) == (right.person, right.unit)
    return Relation.OWN_PAST if same_person else Relation.COLLEAGUE


BY_GRAVITY = (Relation.COLLEAGUE, Relation.OWN_PAST, Relation.TEMPLATE)
"""The relations in the order in which pairs of one share are listed."""


def rank(found: Match | Pair) -> tuple[int, int, int]:
    """The key that sorts pairs and matches: by falling share in whole percent, by relation, by falling length."""
    return -round(found.share * 100), BY_GRAVITY.index(found.relation), -found.characters
