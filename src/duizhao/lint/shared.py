"""What a statement shares with filed documents, as values: whoever compared them, the rules only read it."""

from __future__ import annotations

from dataclasses import dataclass

from duizhao.text import Span

OWN_PAST, COLLEAGUE, TEMPLATE = "own-past", "colleague", "template"
"""How two documents stand to each other, by their labels alone."""

PROBLEM, MEASURE = "problem", "measure"


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch that a filed document has too, but for the words that differ (here, there).

    `relation` is one of own-past, colleague, template. `whose` is what people call the document, `others` how many
    further ones of the same relation have most of the stretch. `characters` are those that count: neither blank nor
    subtracted.
    """

    span: Span
    relation: str
    whose: str
    characters: int
    differing: tuple[tuple[str, str], ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class CameBack:
    """A point that one's own past statement has word for word; `kind` is problem or measure.

    `share` is that of its characters that count which the other has alike.
    """

    span: Span
    kind: str
    whose: str
    share: float
