"""A document read as a statement under a profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property

from duizhao.document import Document, Section
from duizhao.profiles import Aspect, ChapterKind, PaperKind, Profile
from duizhao.statement.feedback import FeedbackPoint, feedback_points
from duizhao.statement.links.chain import Chain, WordLinks
from duizhao.statement.links.weighed_links import WeighedLinks
from duizhao.statement.model import Cause, Chapter, Link, Measure, Problem
from duizhao.text import Source, Span, value


@value
class Statement:
    """A document read as a statement under a profile.

    `recognised` is False for a text that is no statement: `why` is then the reason, otherwise the reason for the
    profile. `aspects` pairs each aspect found in the problems with its section.
    `kind` is the kind of paper: of a person, of a team, or a report.
    `own_answers` gives, for a cause or measure in the text of a problem or behind those of a chapter, the span of these
    problems and the words that lead to the answer.
    `plain` is the source in plain script, in which it was read, where it was written in another.
    """

    document: Document
    profile: Profile
    recognised: bool
    why: str
    kind: PaperKind = PaperKind.PERSON
    chapters: tuple[Chapter, ...] = ()
    aspects: tuple[tuple[Aspect, Section], ...] = ()
    problems: tuple[Problem, ...] = ()
    causes: tuple[Cause, ...] = ()
    measures: tuple[Measure, ...] = ()
    own_answers: Mapping[Span, tuple[Span, str]] = field(default_factory=dict, hash=False)
    plain: Source | None = field(default=None, repr=False, hash=False)

    @property
    def source(self) -> Source:
        return self.document.source

    @property
    def text(self) -> str:
        return self.document.source.text

    @cached_property
    def problem_starts(self) -> list[int]:
        """The starts of the problems, for rules that ask at each of their places in which problem it lies."""
        return [problem.span.start for problem in self.problems]

    @cached_property
    def feedback(self) -> tuple[FeedbackPoint, ...]:
        """The points of feedback of a report on rectification; computed on first use."""
        return feedback_points(self.document)

    def chapters_of(self, kind: ChapterKind) -> tuple[Chapter, ...]:
        return tuple([chapter for chapter in self.chapters if kind in chapter.kinds])

    @cached_property
    def _chain(self) -> Chain:
        text = self.plain.text if self.plain else self.text
        return Chain(
            WordLinks(self.problems, [*self.causes, *self.measures], self.own_answers, text)
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link, in the order of the problems and then of the answers; computed on first use."""
        return self._chain.links()

    @cached_property
    def _links_by_span(self) -> dict[Span, list[Link]]:
        found: dict[Span, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.problem.span, []).append(link)
            found.setdefault(link.answer.span, []).append(link)
        return found

    def answers(self, problem: Problem) -> tuple[Link, ...]:
        """The links from a problem to the causes and measures that answer it."""
        return tuple(self._links_by_span.get(problem.span, ()))

    def links_to(self, answer: Cause | Measure) -> tuple[Link, ...]:
        """The links from problems to a cause or measure."""
        return tuple(self._links_by_span.get(answer.span, ()))

    def in_plain_script(self) -> Statement:
        """The statement over the text in plain script, in which words are looked up."""
        if self.plain is None:
            return self
        return replace(self, document=replace(self.document, source=self.plain), plain=None)

    def problems_of(self, aspect: Aspect) -> tuple[Problem, ...]:
        """The problems found under an aspect."""
        return tuple([problem for problem in self.problems if problem.aspect is aspect])

    def is_answered(self, problem: Problem, by: type[Cause] | type[Measure]) -> bool:
        """Whether any cause, or any measure, answers the problem."""
        return self._chain.is_answered(problem, by)

    def may_be_answered(self, problem: Problem, by: type[Cause] | type[Measure]) -> bool:
        """Whether a cause or measure that is not linked to the problem may answer it all the same."""
        return self._chain.may_be_answered(problem, by)

    def is_linked(self, answer: Cause | Measure) -> bool:
        """Whether a cause or measure answers any problem."""
        return self._chain.is_linked(answer)

    def is_linked_by_words(self, answer: Cause | Measure) -> bool:
        """Whether it answers a problem by a name or words that both share, not only by a motive or its place."""
        return self._chain.is_linked_by_words(answer)

    def weighed(self, by: type[Cause] | type[Measure]) -> WeighedLinks:
        """What speaks for the links to the causes, or to the measures."""
        return self._chain.weighed(by)

    def unanswered(self, by: type[Cause] | type[Measure]) -> tuple[tuple[Aspect, Section], ...]:
        """The aspects with problems of which none is answered by any cause, or by any measure."""
        asked = {problem.aspect.key for problem in self.problems if problem.aspect}
        for problem in self.problems:
            if problem.aspect and problem.aspect.key in asked and self.is_answered(problem, by):
                asked.discard(problem.aspect.key)
        return tuple((aspect, section) for aspect, section in self.aspects if aspect.key in asked)
