"""What a statement is read into: chapters, problems, causes, measures, and the links between them."""

from __future__ import annotations

from enum import Enum

from duizhao.document import Section
from duizhao.profiles import Aspect, ChapterKind
from duizhao.text import Span, value


@value
class Chapter:
    """A stretch of the statement with its kinds (several for “问题及原因”) and the section it stands in, if any."""

    span: Span
    kinds: tuple[ChapterKind, ...]
    section: Section | None = None


class FactKind(Enum):
    """What can be checked of a fact. A work is a document, meeting or project that is called by its name."""

    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    PERSON = "person"
    WORK = "work"


@value
class Fact:
    """Something that can be checked."""

    span: Span
    kind: FactKind


@value
class Problem:
    """A problem found: `claim` names it, `example` shows it (比如…), if anything does.

    `facts` and the groups of words after it are those of the whole problem; `aspect` is the one it stands under.
    `first_person` are 本人 and 我 (not 我省, 我们), `reflexive` 自己 and 自身.
    `merits` are the stretches between the claim and a turn (但…) that tell what is done well.
    `heading` is the title it stands under, below that of its chapter; `matters` are what its field terms are about,
    `claimed` those of the claim and that title.
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
    """A cause given. `aspects` are those it names; `heading` is the title it stands under, below its chapter's."""

    span: Span
    claim: Span
    aspects: tuple[Aspect, ...] = ()
    heading: Span | None = None
    matters: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()


@value
class Measure:
    """A measure promised: `action` is what is to be done; the rest where the text says so.

    `owner` and `deadline` are the words that name them, `result` the word or number by which one would see it done.
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


class Reason(Enum):
    """Why two things are linked."""

    NAMED = "named"
    SIMILAR = "similar"


@value
class Link:
    """A problem and what answers it. `terms` are the words that show it: the aspect's name, or what both share."""

    problem: Problem
    answer: Cause | Measure
    reason: Reason
    terms: tuple[str, ...]
