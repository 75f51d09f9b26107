"""The values of an interpreted statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from duizhao.document import Document, Section
from duizhao.profiles import Aspect, Profile
from duizhao.text import Source, Span, value


class Kind(Enum):
    """What a part of a statement is for. The value is what people call it."""

    LAST_YEAR = "上年度整改落实情况"
    STATUS = "基本情况"
    PROBLEMS = "查摆的问题"
    CAUSES = "原因剖析"
    CASE = "典型案例剖析"
    MEASURES = "整改措施"
    MATTERS = "个人有关事项"
    OPINIONS = "征求到的意见"
    OTHER = "其他"


@value
class Chapter:
    """A stretch of the statement with its kinds (several for “问题及原因”) and the section it stands in, if any."""

    span: Span
    kinds: tuple[Kind, ...]
    section: Section | None = None


@value
class Fact:
    """Something that can be checked. `kind` is date, number, place, person or work.

    A work is a document, meeting or project called by its name.
    """

    span: Span
    kind: str


@value
class Problem:
    """A problem found: `claim` names it, `example` shows it (比如…), if anything does.

    `facts` and the groups of words after it are those of the whole problem; `aspect` is the one it stands under.
    `first_person` are 本人 and 我 (not 我省, 我们), `reflexive` 自己 and 自身, `others` words for somebody else that
    open a clause. `merits` are the stretches between the claim and a turn (但…) that tell what is done well.
    `heading` is the title it stands under, below that of its chapter; `matters` are what its field terms are about,
    `claimed` those of the claim and that title.
    """

    span: Span
    claim: Span
    aspect: Aspect | None = None
    example: Span | None = None
    facts: tuple[Fact, ...] = ()
    hedges: tuple[Span, ...] = ()
    vague: tuple[Span, ...] = ()
    first_person: tuple[Span, ...] = ()
    reflexive: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()
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


@dataclass(frozen=True)
class Statement:
    """A document read as a statement under a profile.

    `recognised` is False for a file that is not a statement at all; `why` then says what speaks against it,
    and else why this profile was chosen. `aspects` pairs each aspect found in the problems with its section.
    """

    document: Document
    profile: Profile
    recognised: bool
    why: str
    chapters: tuple[Chapter, ...] = ()
    aspects: tuple[tuple[Aspect, Section], ...] = ()
    problems: tuple[Problem, ...] = ()
    causes: tuple[Cause, ...] = ()
    measures: tuple[Measure, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def source(self) -> Source:
        return self.document.source

    @property
    def text(self) -> str:
        return self.document.source.text

    def chapters_of(self, kind: Kind) -> tuple[Chapter, ...]:
        return tuple(chapter for chapter in self.chapters if kind in chapter.kinds)

    @cached_property
    def _links(self) -> dict[Span, list[Link]]:
        found: dict[Span, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.problem.span, []).append(link)
            found.setdefault(link.answer.span, []).append(link)
        return found

    def answers(self, problem: Problem) -> tuple[Link, ...]:
        """The links from a problem to the causes and measures that answer it."""
        return tuple(self._links.get(problem.span, ()))

    def links_to(self, answer: Cause | Measure) -> tuple[Link, ...]:
        """The links from problems to a cause or measure."""
        return tuple(self._links.get(answer.span, ()))

    def problems_of(self, aspect: Aspect) -> tuple[Problem, ...]:
        """The problems found under an aspect."""
        return tuple(problem for problem in self.problems if problem.aspect is aspect)

    def is_answered(self, problem: Problem, by: type[Cause] | type[Measure]) -> bool:
        """Whether any cause, or any measure, answers the problem."""
        return any(isinstance(link.answer, by) for link in self._links.get(problem.span, ()))

    def unanswered(self, by: type[Cause] | type[Measure]) -> tuple[tuple[Aspect, Section], ...]:
        """The aspects found that have problems, none of which any cause, or any measure, answers."""
        asked = {problem.aspect.key for problem in self.problems if problem.aspect}
        for link in self.links:
            if link.problem.aspect and isinstance(link.answer, by):
                asked.discard(link.problem.aspect.key)
        return tuple((aspect, section) for aspect, section in self.aspects if aspect.key in asked)
