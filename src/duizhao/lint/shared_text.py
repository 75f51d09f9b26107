"""What a statement shares with filed documents, as values. Rules read these values; `reuse` finds them."""

from __future__ import annotations

from enum import Enum

from duizhao.text import Span, value


class Relation(Enum):
    """How a filed document stands to another one, by their labels alone."""

    OWN_PAST = "own-past"
    COLLEAGUE = "colleague"
    TEMPLATE = "template"


class PointKind(Enum):
    """The points of a statement that are compared with one's own past."""

    PROBLEM = "problem"
    MEASURE = "measure"


@value
class SharedPassage:
    """A stretch that a filed document has too, except for the words that differ (here, there).

    `document` is its name for people. `others` counts further documents of the same relation that have most of
    the stretch. `characters` are those that count: neither blank nor excluded.
    """

    span: Span
    relation: Relation
    document: str
    characters: int
    differing: tuple[tuple[str, str], ...] = ()
    others: int = 0


@value
class DroppedMeasures:
    """Measures that one's own past statement, named `document` for people, has and the account at `span` leaves out."""

    span: Span
    measures: tuple[str, ...]
    document: str


@value
class Recurrence:
    """A point that one's own past statement, named `document` for people, has word for word.

    `share` is the part of its counted characters that are the same in the past statement.
    """

    span: Span
    kind: PointKind
    document: str
    share: float
