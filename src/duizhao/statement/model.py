"""The nodes of a statement: chapters, problems, causes, measures, and the links between them."""

from __future__ import annotations

from enum import Enum

from duizhao.document import Section
from duizhao.profiles import Aspect, ChapterKind
from duizhao.text import Span, value

CHAIN_KINDS = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)
"""The chain of a statement, in its order."""


@value
class Chapter:
    """A part of the statement with its kinds (several for “问题及原因”) and its section, if it has one.

    A kind that `is_told` shows in the text of the section alone, not in titles.
    """

    span: Span
    kinds: tuple[ChapterKind, ...]
    section: Section | None = None
    is_told: bool = False

    @property
    def is_announced(self) -> bool:
        """Whether a title tells the kinds."""
        return self.section is not None and not self.is_told


class FactKind(Enum):
    """Kinds of facts. A work is a document, meeting or project called by its name."""

    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    PERSON = "person"
    WORK = "work"


@value
class Fact:
    """Words that can be checked against the world."""

    span: Span
    kind: FactKind


@value
class Problem:
    """A problem found: `claim` names it, `example` (比如…) shows it.

    `aspect` is the aspect above it. `facts` and the groups of words are those of the whole problem: `first_person` are
    本人 and 我 (without 我省, 我们), `reflexive` 自己 and 自身, `merits` the praise between the claim and 但….
    `heading` is the title above it, below the title of the chapter. `matters` are the subjects of its field terms,
    `claimed` those of the claim and of `heading`.
    """

    span: Span
    claim: Span
    aspect: Aspect | None = None
    example: Span | None = None
    facts: tuple[Fact, ...] = ()
    hedges: tuple[Span, ...] = ()
    first_person: tuple[Span, ...] = ()
    reflexive: tuple[Span, ...] = ()
    merits: tuple[Span, ...] = ()
    heading: Span | None = None
    matters: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()


@value
class Cause:
    """A cause given, with the aspects that it names. `heading`, `matters` and `claimed` are as in `Problem`."""

    span: Span
    claim: Span
    aspects: tuple[Aspect, ...] = ()
    heading: Span | None = None
    matters: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()


@value
class Measure:
    """A measure promised: `action` is what is to be done.

    `owner` and `deadline` are the words for them, `result` is the word or number that shows when it is done; None if
    the text has no such words. `heading`, `matters` and `claimed` are as in `Problem`. `cells` are the cells beside it
    in a table, by what their column is for: leader, department, partner, owner, deadline, mark.
    """

    span: Span
    action: Span
    aspects: tuple[Aspect, ...] = ()
    owner: Span | None = None
    deadline: Span | None = None
    result: Span | None = None
    facts: tuple[Fact, ...] = ()
    heading: Span | None = None
    matters: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()
    cells: tuple[tuple[str, Span], ...] = ()


class Reason(Enum):
    """Why two are linked: by a name, the same matters, rare words or motive, words that go together, or by place."""

    NAMED = "named"
    SIMILAR = "similar"
    SHARED = "shared"
    MOTIVE = "motive"
    NEAR = "near"
    PLACE = "place"


BEHIND = "前后相连的一段"
"""The place of an answer that stands in the text of its problem or behind it, and has no words that lead to it."""
REASON_WORDS = {
    Reason.NAMED: "点名",
    Reason.SIMILAR: "都说到",
    Reason.SHARED: "都写到",
    Reason.MOTIVE: "都出于",
    Reason.NEAR: "意思相连",
    Reason.PLACE: "同为",
}
"""How a reader is told the reason, before the words that a link rests on."""


@value
class Link:
    """A problem and an answer. `terms` are what the link rests on: a name, words that both share, or a place."""

    problem: Problem
    answer: Cause | Measure
    reason: Reason
    terms: tuple[str, ...]
