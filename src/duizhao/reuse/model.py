"""What screening finds, as values: who shares what with whom, where, and what was left out of account."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from duizhao.lint.shared_text import Relation
from duizhao.text.span import Span


class DocumentKind(StrEnum):
    """What a filed document is. A template is nobody's own; NOT_GIVEN stands in labels that say nothing about it."""

    STATEMENT = "statement"
    TEMPLATE = "template"
    NOT_GIVEN = ""


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """Whose a document is and what for; an empty field is not known."""

    person: str = ""
    unit: str = ""
    year: str = ""
    campaign: str = ""
    kind: DocumentKind = DocumentKind.STATEMENT


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the index; `id` stands for its words, so the same content twice is one entry."""

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
    """A place inside a shared passage where the two sides part; either span may be empty."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared stretch, exact on both sides. `spots` are the places at which they differ, packed: there may be many."""

    left: Span
    right: Span
    spots: bytes = b""

    def flipped(self) -> Passage:
        """The same with the sides changed about."""
        rows = struct.iter_unpack("=4q", self.spots)
        spots = b"".join(struct.pack("=4q", c, d, a, b) for a, b, c, d in rows)
        return Passage(self.right, self.left, spots)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The places at which the sides differ, in their order."""
        rows = struct.iter_unpack("=4q", self.spots)
        return tuple(Difference(Span(*row[:2]), Span(*row[2:])) for row in rows)


@dataclass(frozen=True, slots=True)
class ExcludedSpan:
    """A stretch left out of account, why, and by whose word."""

    span: Span
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Match:
    """An indexed document that shares passages; `share` is of the checked text without what is excluded."""

    entry: Entry
    relation: Relation
    passages: tuple[Passage, ...]
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class ScreenResult:
    """What the check of one document found; `not_compared` further documents share less than those compared."""

    matches: tuple[Match, ...]
    excluded: tuple[ExcludedSpan, ...]
    not_compared: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents of the index that share passages; the shares are of each text without what is excluded."""

    left: Entry
    right: Entry
    relation: Relation
    passages: tuple[Passage, ...]
    characters: int
    left_share: float
    right_share: float

    def flipped(self) -> Pair:
        """The same with the sides changed about."""
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
    """Three documents or more that share passages with one of them, the hub, and through it with each other.

    `pairs` are the hub's with every other member, the hub on the left. `shared` are the stretches of the hub that at
    least two others have. `others` are members that share with each other what they do not have from the hub.
    """

    hub: Entry
    pairs: tuple[Pair, ...]
    shared: tuple[Span, ...]
    others: tuple[Pair, ...] = ()

    @property
    def members(self) -> tuple[Entry, ...]:
        return (self.hub, *(pair.right for pair in self.pairs))


@dataclass(frozen=True, slots=True)
class JoinResult:
    """What all documents of an index share: groups, and the pairs that belong to none; most shared first."""

    documents: int
    groups: tuple[Group, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """What an index holds: documents in all and by kind, year and unit, fingerprints, and bytes on the disk.

    Wording of more than `most_documents` is common.
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
    """A template stays a template whoever filed it; one's own past needs the same named person."""
    if DocumentKind.TEMPLATE in (left.kind, right.kind):
        return Relation.TEMPLATE
    same_person = left.person and (left.person, left.unit) == (right.person, right.unit)
    return Relation.OWN_PAST if same_person else Relation.COLLEAGUE
