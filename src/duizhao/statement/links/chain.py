"""Finds which causes and measures answer a problem, and by which words.

`named`: the answer is in the problem's own text, names the problem's aspect, or has a claim of the same matter.
`similar`: both speak of the same matters, which are rare enough in this document to distinguish its points.
`shared`: both use the same words, which few points of this document use (`shared_words`, `faint_words`).
`motive`: the cause tells what moves people to such a fault (`motives`).
`place`: both stand at the same place of their lists, or are what is left of them (`further_links`).
All but names are weighed together with weaker evidence (`weighed_links`).
A link carries the words that it rests on, so that a reader can judge it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain as flattened
from typing import TypeVar

from duizhao.statement.links.further_links import LEFT_OVER, ONLY_CAUSE, AnswerLists, FurtherLinks
from duizhao.statement.links.references import are_counted_through, referred_to
from duizhao.statement.links.same_heading import named_by_headings
from duizhao.statement.links.same_place import places_of_groups
from duizhao.statement.links.shared_matters import Answer, SharedMatters
from duizhao.statement.links.shared_words import SharedWords
from duizhao.statement.links.weighed_links import WeighedLinks
from duizhao.statement.model import BEHIND, Cause, Link, Measure, Problem, Reason
from duizhao.text import Span

MIN_PARALLEL = 3
"""Lists of two are of one length too easily."""
MIN_AGAINST = 2
"""One link across may be chance."""
V = TypeVar("V")
WAYS_OF_PLACES = {LEFT_OVER: "left over", ONLY_CAUSE: "only"}
NO_ANSWERS: dict[int, set[str]] = {}


class WordLinks:
    """The problems and answers of one statement by number, and their links by words; each found when first asked for.

    Most answers name what they answer. Similar matters are weighed only if no name decides, and words only after these.
    `own` gives, for an answer in the text of a problem or of several, their span and the words that lead to the answer.
    """

    def __init__(
        self,
        problems: Sequence[Problem],
        answers: Iterable[Answer],
        own: Mapping[Span, tuple[Span, str]],
        text: str,
    ) -> None:
        self.problems = problems
        self.answers = sorted(answers, key=lambda answer: answer.span)
        self._own = self._without_last_list(own)
        self.text = text
        self._words = SharedWords(text, self.problems, self.answers)
        self._matters = SharedMatters(self.problems, self.answers)
        self._shared: dict[int, dict[int, set[str]]] = {}

    def _without_last_list(
        self, own: Mapping[Span, tuple[Span, str]]
    ) -> Mapping[Span, tuple[Span, str]]:
        """Without measures that all stand behind the last of several problems: such a list answers the others too."""
        measures = {each.span for each in self.answers if isinstance(each, Measure)}
        withins = {own[each][0] for each in measures if each in own}
        if (
            min(len(self.problems), len(measures)) < MIN_PARALLEL
            or withins != {self.problems[-1].span}
            or not own.keys() >= measures
        ):
            return own
        return {span: words for span, words in own.items() if span not in measures}

    def of_type(self, by: type[Answer]) -> list[int]:
        """The answers of this type."""
        return [at for at, each in enumerate(self.answers) if isinstance(each, by)]

    def has(self, answers: Iterable[int], by: type[Answer]) -> bool:
        """Whether one of these answers is of this type."""
        return any(isinstance(self.answers[at], by) for at in answers)

    def has_own(self, by: type[Answer]) -> bool:
        """Whether an answer of this type stands in a problem's own text."""
        return self.has((self.answer_places[own] for own in self._own), by)

    def of_problem(self, problem: int) -> str:
        return self.text[slice(*self.problems[problem].span)]

    def of_answer(self, answer: int) -> str:
        return self.text[slice(*self.answers[answer].span)]

    @cached_property
    def problem_places(self) -> dict[Span, int]:
        return {problem.span: at for at, problem in enumerate(self.problems)}

    @cached_property
    def answer_places(self) -> dict[Span, int]:
        return {answer.span: at for at, answer in enumerate(self.answers)}

    def referring_to(self, problem: int) -> dict[int, str]:
        """The answers that name a problem by its number (第四条), with the words for it."""
        return self._references.get(problem, {})

    @cached_property
    def _references(self) -> dict[int, dict[int, str]]:
        found: dict[int, dict[int, str]] = {}
        problems = len(self.problems)
        told = [self.of_problem(at) for at in range(problems)]
        if any(each.aspect for each in self.problems) and not are_counted_through(told):
            # It is not clear whether the aspects or the problems are counted.
            return found
        for answer in range(len(self.answers)):
            for problem, words in referred_to(self.of_answer(answer), problems).items():
                found.setdefault(problem, {})[answer] = words
        return found

    def is_referred_elsewhere(self, problem: int, answer: int) -> bool:
        """Whether an answer names other problems by their numbers, and not this one."""
        return answer in self._referring and answer not in self.referring_to(problem)

    @cached_property
    def _referring(self) -> frozenset[int]:
        return frozenset(flattened.from_iterable(self._references.values()))

    def own_of(self, problem: int) -> list[int]:
        """The answers in a problem's own text."""
        span = self.problems[problem].span
        return [
            self.answer_places[own]
            for own, (within, _) in self._own.items()
            if _holds(within, span)
        ]

    @cached_property
    def named(self) -> list[dict[int, str]]:
        """For each problem the answers in its text, naming its aspect, or with a claim of the same matter."""
        found = self._matters.named
        starts = [problem.span.start for problem in self.problems]
        for answer, (within, words) in self._own.items():
            for place in range(*(bisect_left(starts, each) for each in within)):
                found[place][self.answer_places[answer]] = words
        for problem, at, name in named_by_headings(self.text, self.problems, self.answers):
            found[problem].setdefault(at, name)
        return found

    def similar_to(self, problem: int) -> dict[int, list[str]]:
        """The answers that share enough matters with a problem, each with these matters."""
        return self._agreeing(problem, self._matters.similar_to(problem))

    def shared_by(self, problem: int) -> dict[int, set[str]]:
        """The answers that share enough rare words with a problem, each with the pairs of these words."""
        found = self._shared.get(problem)
        if found is None:
            found = self._agreeing(problem, self._words.pairs_with(problem))
            self._shared[problem] = found
            linked = [*self.named[problem], *self.similar_to(problem), *found]
            for by in (Cause, Measure):
                nearest = None if self.has(linked, by) else self._words.nearest_answer(problem, by)
                if nearest:
                    found |= self._agreeing(problem, dict([nearest]))
        return found

    def reached_by(self, problem: int) -> dict[int, set[str]]:
        """The answers without any other link that this problem is nearest to, each with the shared pairs."""
        return self._reached.get(problem, NO_ANSWERS)

    def linked_to(self, problem: int) -> set[int]:
        """All answers that share a name, matters or words with a problem."""
        return {
            *self.named[problem],
            *self.referring_to(problem),
            *self.similar_to(problem),
            *self.shared_by(problem),
            *self.reached_by(problem),
        }

    def words(self, problem: int, answer: int) -> tuple[str, ...]:
        """The words that a problem and an answer linked by rare words share."""
        pairs = self.shared_by(problem).get(answer) or self.reached_by(problem)[answer]
        return self.made_of(problem, pairs)

    def made_of(self, problem: int, pairs: AbstractSet[str]) -> tuple[str, ...]:
        """The words of a problem that are made up of these pairs."""
        return self._words.words(problem, pairs)

    def is_named(self, answer: int) -> bool:
        """Whether a name links an answer to any problem."""
        return answer in self._all_named

    def is_linked(self, answer: int) -> bool:
        """Whether a name, matters or words link an answer. Nearly every answer that is linked at all is named."""
        return answer in self._all_named or answer in self._all_told or answer in self._all_reached

    @cached_property
    def parallel_causes(self) -> list[int]:
        """For each problem the cause at its place, if there is one for each problem or each aspect; else none.

        Who writes so many causes writes them in the order of the problems; where sure words go across, it is not so.
        """
        side_by_side, straight, sure = self._parallel(Cause)
        return side_by_side if 2 * straight > sure or sure < MIN_AGAINST else []

    @cached_property
    def parallel_measures(self) -> list[int]:
        """The same for measures, which keep to the order less often: no sure words may go across."""
        side_by_side, straight, sure = self._parallel(Measure)
        return side_by_side if straight == sure else []

    def _parallel(self, by: type[Answer]) -> tuple[list[int], int, int]:
        """The answer at the place of each problem, how many sure links agree, and how many there are."""
        answers = self.of_type(by)
        if len(answers) < MIN_PARALLEL or self.has_own(by):
            return [], 0, 0
        aspects = [problem.aspect for problem in self.problems]
        places = places_of_groups(aspects) if any(aspects) else list(range(len(aspects)))
        if not places or places[-1] + 1 != len(answers):
            return [], 0, 0
        side_by_side = [answers[place] for place in places]
        sure = [
            (at, answer)
            for at, named in enumerate(self.named)
            for answer in {*named, *self._matters.similar_to(at), *self._words.pairs_with(at)}
            if isinstance(self.answers[answer], by)
        ]
        straight = sum(side_by_side[problem] == answer for problem, answer in sure)
        return side_by_side, straight, len(sure)

    @property
    def lists(self) -> AnswerLists:
        return AnswerLists(
            causes=self.of_type(Cause),
            measures=self.of_type(Measure),
            own_causes=self.has_own(Cause),
            own_measures=self.has_own(Measure),
            parallel=self.parallel_causes,
            parallel_measures=self.parallel_measures,
        )

    def _agreeing(self, problem: int, found: dict[int, V]) -> dict[int, V]:
        """Without links across lists that are side by side: these rest on words that other points use too."""
        parallel = self.parallel_causes
        if not parallel or not found:
            return found
        own = parallel[problem]
        return {at: why for at, why in found.items() if at == own or at not in parallel}

    @cached_property
    def _all_named(self) -> frozenset[int]:
        return frozenset(flattened.from_iterable(self.named))

    @cached_property
    def _all_told(self) -> frozenset[int]:
        """The answers that matters or rare words link."""
        places = range(len(self.problems))
        return frozenset(
            flattened.from_iterable((*self.similar_to(at), *self.shared_by(at)) for at in places)
        )

    @cached_property
    def _all_reached(self) -> frozenset[int]:
        return frozenset(flattened.from_iterable(self._reached.values()))

    @cached_property
    def _reached(self) -> dict[int, dict[int, set[str]]]:
        reached: dict[int, dict[int, set[str]]] = {}
        known = self._all_named.union(self._all_told, self.parallel_causes)
        for answer in range(len(self.answers)):
            nearest = None if answer in known else self._words.nearest_problem(answer)
            if nearest:
                reached.setdefault(nearest[0], {})[answer] = nearest[1]
        return reached


def _holds(within: Span, span: Span) -> bool:
    return within.start <= span.start and span.end <= within.end


class Chain:
    """The links between the problems and the answers of one statement, each found when first asked for."""

    def __init__(self, words: WordLinks) -> None:
        self._words = words
        self._problems = words.problems
        self._answers = words.answers
        self._known: dict[type[Answer], dict[int, list[int]]] = {}
        self._weighings: dict[type[Answer], WeighedLinks] = {}

    def links(self) -> tuple[Link, ...]:
        """Every link, in the order of the problems and then of the answers; a name counts before a likeness."""
        return tuple(link for at in range(len(self._problems)) for link in self._links_of(at))

    def is_answered(self, problem: Problem, by: type[Answer]) -> bool:
        """Whether any answer of this type is linked to the problem."""
        at = self._words.problem_places[problem.span]
        # Nearly every problem that is answered at all is named.
        return self._words.has(self._words.named[at], by) or at in self._linked(by)

    def may_be_answered(self, problem: Problem, by: type[Answer]) -> bool:
        """Whether an answer that is not linked to the problem may be its own all the same."""
        return self.weighed(by).may_be_answered(self._words.problem_places[problem.span])

    def is_linked(self, answer: Answer) -> bool:
        """Whether any problem is linked to the answer."""
        at = self._words.answer_places[answer.span]
        return self._words.is_named(at) or any(
            at in linked for linked in self._linked(type(answer)).values()
        )

    def is_linked_by_words(self, answer: Answer) -> bool:
        """Whether a name, matters or words link it: a motive or a place may serve another problem as well."""
        return self._words.is_linked(self._words.answer_places[answer.span])

    def _links_of(self, problem: int) -> Iterable[Link]:
        linked = (self._linked(by).get(problem, ()) for by in (Cause, Measure))
        for at in sorted(flattened.from_iterable(linked)):
            reason, terms = self._reason(problem, at)
            yield Link(self._problems[problem], self._answers[at], reason, terms)

    def _reason(self, problem: int, answer: int) -> tuple[Reason, tuple[str, ...]]:
        words, further = self._words, self._further
        if name := words.named[problem].get(answer) or words.referring_to(problem).get(answer):
            return Reason.PLACE if name == BEHIND else Reason.NAMED, (name,)
        if matters := words.similar_to(problem).get(answer):
            return Reason.SIMILAR, tuple(matters)
        if answer in words.shared_by(problem) or answer in words.reached_by(problem):
            return Reason.SHARED, words.words(problem, answer)
        if motives := further.moved_by(problem).get(answer):
            return Reason.MOTIVE, tuple(motives)
        if told := further.faintly_told_by(problem).get(answer):
            return self._by_words(problem, told)
        if place := further.placed_by(problem).get(answer):
            return Reason.PLACE, (place,)
        by = type(self._answers[answer])
        reason, pairs, others = self.weighed(by).shared(problem, words.of_type(by).index(answer))
        terms = tuple(dict.fromkeys((*words.made_of(problem, pairs), *others)))
        return self._by_words(problem, terms) if reason is Reason.SHARED else (reason, terms)

    def _by_words(self, problem: int, terms: tuple[str, ...]) -> tuple[Reason, tuple[str, ...]]:
        """The words that both have; where they have none, the fields that both speak of."""
        text = self._words.of_problem(problem)
        written = tuple(each for each in terms if each in text)
        return (Reason.SHARED, written) if written else (Reason.SIMILAR, terms)

    def _linked(self, by: type[Answer]) -> dict[int, list[int]]:
        """For each problem its answers of this type."""
        known = self._known.get(by)
        if known is None:
            answers = self._words.of_type(by)
            known = self._known[by] = {}
            weighed = self.weighed(by)
            for problem, place in sorted(weighed.likely):
                if self._words.is_referred_elsewhere(problem, answers[place]):
                    continue
                if (problem, place) in weighed.found or self._may_answer(problem, answers[place]):
                    known.setdefault(problem, []).append(answers[place])
        return known

    def _may_answer(self, problem: int, answer: int) -> bool:
        """Whether the answer names no aspect, or that of the problem: weak signs link it to no other."""
        aspect, named = self._problems[problem].aspect, self._answers[answer].aspects
        return aspect is None or not named or any(each.key == aspect.key for each in named)

    def weighed(self, by: type[Answer]) -> WeighedLinks:
        """All that speaks for the links to the answers of this type."""
        words = self._words
        weighed = self._weighings.get(by)
        if weighed is None:
            weighed = self._weighings[by] = WeighedLinks(
                [words.of_problem(at) for at in range(len(self._problems))],
                [words.of_answer(at) for at in words.of_type(by)],
                [
                    words.of_answer(at)
                    for at, each in enumerate(self._answers)
                    if not isinstance(each, by)
                ],
                self._found(by),
                by,
            )
        return weighed

    def _found(self, by: type[Answer]) -> dict[tuple[int, int], str]:
        """The way by which a problem and an answer of this type are linked before all is weighed."""
        words, further = self._words, self._further
        places = {answer: place for place, answer in enumerate(words.of_type(by))}
        found: dict[tuple[int, int], str] = {}
        for problem in range(len(self._problems)):
            for way, answers in (
                ("place", further.placed_by(problem)),
                ("faint", further.faintly_told_by(problem)),
                ("faint", further.moved_by(problem)),
                ("faint", words.reached_by(problem)),
                ("words", words.shared_by(problem)),
                ("words", words.similar_to(problem)),
                ("named", words.named[problem]),
                ("named", words.referring_to(problem)),
                ("own", words.own_of(problem)),
            ):
                found |= {(problem, places[at]): way for at in answers if at in places}
            for at, place in further.placed_by(problem).items():
                if place in WAYS_OF_PLACES and found.get((problem, places.get(at, -1))) == "place":
                    found[problem, places[at]] = WAYS_OF_PLACES[place]
        return found

    @cached_property
    def _further(self) -> FurtherLinks:
        words = self._words
        return FurtherLinks(
            problems=[words.of_problem(at) for at in range(len(self._problems))],
            answers=[words.of_answer(at) for at in range(len(self._answers))],
            lists=words.lists,
            linked=[words.linked_to(at) for at in range(len(self._problems))],
            aspects=[each.aspect for each in self._problems],
            titles=[each.heading for each in self._problems],
            named=frozenset(at for at, each in enumerate(self._answers) if each.aspects),
        )
