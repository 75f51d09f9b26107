"""Finds which causes and measures answer a problem, and by which words.

`named`: the answer is in the problem's own text, names the problem's aspect, or has a claim of the same matter.
`similar`: both speak of the same matters, which are rare enough in this document to distinguish its points.
`shared`: both use the same words, which few points of this document use (`shared_words`, `faint_words`).
`motive`: the cause tells what moves people to such a fault (`motives`).
`place`: both stand at the same place of their lists, which other links show to be in one order (`same_place`).
A link carries the words that it rests on, so that a reader can judge it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain as flattened

from duizhao.statement.faint_words import faintly_told
from duizhao.statement.model import Cause, Link, Measure, Problem, Reason
from duizhao.statement.motives import motivated
from duizhao.statement.same_place import same_places
from duizhao.statement.shared_matters import Answer, SharedMatters
from duizhao.statement.shared_words import SharedWords
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

ONLY_CAUSE = "各个问题共有的一条原因"
LOOKS_BACK_ON_ALL = LazyPattern("上述|以上|这些|这几|这[两三四五六七八]|归根|总的(?:来说|看)")
WITHIN_CLAUSES = 24
NO_ANSWERS: dict[int, set[str]] = {}
NO_NAMES: dict[int, list[str]] = {}


class Chain:
    """The links between the problems and the answers of one statement, each found when first asked for.

    Most answers name what they answer. Similar matters are weighed only if no name decides, and words only after these.
    `own` gives, for an answer in a problem's own text, that problem's span and the words that lead to the answer.
    """

    def __init__(
        self,
        problems: Sequence[Problem],
        answers: Iterable[Answer],
        own: Mapping[Span, tuple[Span, str]],
        text: str,
    ) -> None:
        self._problems = problems
        self._answers = sorted(answers, key=lambda answer: answer.span)
        self._own = own
        self._text = text
        self._words = SharedWords(text, self._problems, self._answers)
        self._matters = SharedMatters(self._problems, self._answers)
        self._shared: dict[int, dict[int, set[str]]] = {}

    def links(self) -> tuple[Link, ...]:
        """Every link, in the order of the problems and then of the answers; a name counts before a likeness."""
        return tuple(link for at in range(len(self._problems)) for link in self._links_of(at))

    def is_answered(self, problem: Problem, by: type[Answer]) -> bool:
        """Whether any answer of this type is linked to the problem."""
        at = self._problem_places[problem.span]
        answers = self._answers
        # Nearly every problem that is answered at all is named.
        for answer in self._named[at]:
            if isinstance(answers[answer], by):
                return True
        for found in (
            self._matters.similar_to,
            self._shared_by,
            self._reached_by,
            self._moved_by,
            self._faintly_told_by,
            self._placed_by,
        ):
            for answer in found(at):
                if isinstance(answers[answer], by):
                    return True
        return False

    def is_linked(self, answer: Answer) -> bool:
        """Whether any problem is linked to the answer."""
        at = self._answer_places[answer.span]
        return (
            self.is_linked_by_words(answer)
            or at in self._all_moved
            or any(at == told for told, _ in self._faint.values())
            or at in self._all_placed
        )

    def is_linked_by_words(self, answer: Answer) -> bool:
        """Whether a name, matters or words link it: a motive or a place may serve another problem as well."""
        at = self._answer_places[answer.span]
        return (
            at in self._all_named
            or at in self._all_similar
            or at in self._all_shared
            or at in self._all_reached
        )

    def _links_of(self, problem: int) -> Iterable[Link]:
        found = dict.fromkeys(self._placed_by(problem), Reason.PLACE)
        found |= dict.fromkeys(self._faintly_told_by(problem), Reason.SHARED)
        found |= dict.fromkeys(self._moved_by(problem), Reason.MOTIVE)
        found |= dict.fromkeys(self._reached_by(problem), Reason.SHARED)
        found |= dict.fromkeys(self._shared_by(problem), Reason.SHARED)
        found |= dict.fromkeys(self._matters.similar_to(problem), Reason.SIMILAR)
        found |= dict.fromkeys(self._named[problem], Reason.NAMED)
        for at, reason in sorted(found.items()):
            terms = self._terms(problem, at, reason)
            yield Link(self._problems[problem], self._answers[at], reason, terms)

    def _terms(self, problem: int, answer: int, reason: Reason) -> tuple[str, ...]:
        if reason is Reason.NAMED:
            return (self._named[problem][answer],)
        if reason is Reason.PLACE:
            return (self._placed[problem][answer],)
        if reason is Reason.MOTIVE:
            return tuple(self._moved[problem][answer])
        if reason is Reason.SIMILAR:
            return tuple(self._matters.similar_to(problem)[answer])
        pairs = self._shared[problem].get(answer) or self._reached_by(problem).get(answer)
        if pairs is None:
            return self._faint[problem][1]
        return self._words.words(problem, pairs)

    def _has(self, answers: Iterable[int], by: type[Answer]) -> bool:
        return any(isinstance(self._answers[at], by) for at in answers)

    @cached_property
    def _problem_places(self) -> dict[Span, int]:
        return {problem.span: at for at, problem in enumerate(self._problems)}

    @cached_property
    def _answer_places(self) -> dict[Span, int]:
        return {answer.span: at for at, answer in enumerate(self._answers)}

    @cached_property
    def _named(self) -> list[dict[int, str]]:
        """For each problem the answers in its text, naming its aspect, or with a claim of the same matter."""
        found = self._matters.named
        for answer, (problem_span, words) in self._own.items():
            place = self._problem_places.get(problem_span)
            if place is not None:
                found[place][self._answer_places[answer]] = words
        return found

    @cached_property
    def _all_named(self) -> frozenset[int]:
        return frozenset(flattened.from_iterable(self._named))

    @cached_property
    def _all_similar(self) -> frozenset[int]:
        places = range(len(self._problems))
        return frozenset(flattened.from_iterable(map(self._matters.similar_to, places)))

    @cached_property
    def _all_shared(self) -> frozenset[int]:
        places = range(len(self._problems))
        return frozenset(flattened.from_iterable(map(self._shared_by, places)))

    @cached_property
    def _all_reached(self) -> frozenset[int]:
        return frozenset(flattened.from_iterable(self._reached.values()))

    @cached_property
    def _all_moved(self) -> frozenset[int]:
        return frozenset(flattened.from_iterable(self._moved.values()))

    @cached_property
    def _all_placed(self) -> frozenset[int]:
        return frozenset(flattened.from_iterable(self._placed.values()))

    @cached_property
    def _reached(self) -> dict[int, dict[int, set[str]]]:
        """For each problem the answers without any other link that it is nearest to, each with the shared pairs."""
        reached: dict[int, dict[int, set[str]]] = {}
        linked = self._all_named | self._all_similar | self._all_shared
        for answer in range(len(self._answers)):
            nearest = None if answer in linked else self._words.nearest_problem(answer)
            if nearest:
                reached.setdefault(nearest[0], {})[answer] = nearest[1]
        return reached

    def _reached_by(self, problem: int) -> dict[int, set[str]]:
        return self._reached.get(problem, NO_ANSWERS)

    @cached_property
    def _moved(self) -> dict[int, dict[int, list[str]]]:
        """For each problem without a cause the cause without any other link that tells its motive."""
        linked = self._all_named | self._all_similar | self._all_shared | self._all_reached
        causes = [at for at, each in enumerate(self._answers) if isinstance(each, Cause)]
        free = [at for at in causes if at not in linked and not self._answers[at].aspects]
        if not free:
            return {}
        found = motivated(
            [(at, self._text[slice(*each.span)]) for at, each in enumerate(self._problems)],
            [(at, self._text[slice(*self._answers[at].span)]) for at in causes],
            free,
        )
        return {
            problem: {answer: names}
            for problem, (answer, names) in found.items()
            if not self._has(self._linked_to(problem), Cause)
        }

    def _moved_by(self, problem: int) -> dict[int, list[str]]:
        return self._moved.get(problem, NO_NAMES)

    @cached_property
    def _faint(self) -> dict[int, tuple[int, tuple[str, ...]]]:
        """For each problem without a cause the cause that uses a word or rare character of it, and which."""
        causes = [at for at, each in enumerate(self._answers) if isinstance(each, Cause)]
        if not causes or self._own:
            return {}
        linked: dict[int, list[int]] = {}
        for at in range(len(self._problems)):
            for answer in sorted(
                self._linked_to(at).union(self._moved_by(at)).intersection(causes)
            ):
                linked.setdefault(at, []).append(causes.index(answer))
        found = faintly_told(
            [self._text[slice(*each.span)] for each in self._problems],
            [self._text[slice(*self._answers[at].span)] for at in causes],
            linked,
        )
        return {problem: (causes[cause], words) for problem, (cause, words) in found.items()}

    def _faintly_told_by(self, problem: int) -> dict[int, tuple[str, ...]]:
        found = self._faint.get(problem)
        return {found[0]: found[1]} if found else {}

    def _linked_to(self, problem: int) -> set[int]:
        """The answers that share a name, matters or words with a problem."""
        return {
            *self._named[problem],
            *self._matters.similar_to(problem),
            *self._shared_by(problem),
            *self._reached_by(problem),
        }

    @cached_property
    def _placed(self) -> dict[int, dict[int, str]]:
        """For each problem that has no other link the answers at its place, each with the word for the place."""
        if self._own:
            return {}
        places = range(len(self._problems))
        links = [
            self._linked_to(at).union(self._moved_by(at), self._faintly_told_by(at))
            for at in places
        ]
        placed: dict[int, dict[int, str]] = {}
        for by in (Cause, Measure):
            answers = [at for at, each in enumerate(self._answers) if isinstance(each, by)]
            found = same_places(self._problems, answers, links)
            if by is Cause and len(answers) == 1 and self._looks_back(answers[0]):
                found = {
                    at: (answers[0], ONLY_CAUSE) for at in places if answers[0] not in links[at]
                }
            for problem, (answer, words) in found.items():
                placed.setdefault(problem, {})[answer] = words
        return placed

    def _looks_back(self, answer: int) -> bool:
        """Whether a cause begins with a word for all problems above it: 这几件事，说到底是…."""
        start = self._answers[answer].span.start
        return LOOKS_BACK_ON_ALL.search(self._text, start, start + WITHIN_CLAUSES) is not None

    def _placed_by(self, problem: int) -> dict[int, str]:
        return self._placed.get(problem, {})

    def _shared_by(self, problem: int) -> dict[int, set[str]]:
        """The answers that share enough rare words with a problem, each with the pairs of these words."""
        found = self._shared.get(problem)
        if found is None:
            found = self._shared[problem] = self._words.pairs_with(problem)
            linked = [*self._named[problem], *self._matters.similar_to(problem), *found]
            for by in (Cause, Measure):
                nearest = None if self._has(linked, by) else self._words.nearest_answer(problem, by)
                if nearest:
                    found[nearest[0]] = nearest[1]
        return found
