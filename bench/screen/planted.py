"""What was copied in a made-up corpus, as values: the truth that engines are scored against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from duizhao.text.span import Span


class Kind(Enum):
    """How one statement was made from another."""

    CLONE = "clone"
    PARAGRAPHS = "paragraphs"
    CLONE_REPLACED = "clone, 10 % replaced"
    PARAGRAPHS_REPLACED = "paragraphs, 10 % replaced"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Passage:
    """A copied stretch on both sides.

    What stands at its edges may be equal on both sides without being copied (a heading, a stock sentence), and one
    may call it shared or not: a found passage may start anywhere from the start of `left` to that of `left_core`,
    and end likewise. `own` is how many characters of `left_core` are not wording that everybody uses.
    """

    left: Span
    right: Span
    left_core: Span
    right_core: Span
    own: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, by number, of which the lower number comes first, and what they share."""

    left: int
    right: int
    kind: Kind
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """All planted pairs, those within a template's group among them, and the groups."""

    pairs: tuple[Pair, ...]
    groups: tuple[frozenset[int], ...]
