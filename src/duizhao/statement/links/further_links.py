"""Finds the answers of problems that no words link: by a motive, by a single word, and by where they stand.

A place links what stands side by side in two lists, what is alone, and what is left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

from duizhao.statement.links.common_words import CONCESSION
from duizhao.statement.links.faint_words import MAX_COMPARED, FaintWords, faintly_told
from duizhao.statement.links.motives import motivated
from duizhao.statement.links.order_of_causes import matched_in_order
from duizhao.statement.links.same_place import same_places
from duizhao.text.pattern import LazyPattern
from duizhao.text.value import value

ONLY_CAUSE = "各个问题共有的一条原因"
LEFT_OVER = "按次序余下的一条"
PROBLEMS_OF_SENTENCE = 3
"""How many problems a sentence of the only cause may well explain."""
PLACES_OF_MOTIVE = 1.3
"""How far from the place of its problem a cause may stand that only a motive links."""
MIN_LEFT_OVER, PROBLEMS_OF_TWO = 3, 4
"""Of two causes one may well be of something else, where there are not four problems."""
PLACES_OF_LEFT_OVER = 0.5
"""How far from the place of its problem a cause may stand that shares no word with it."""
LENGTH_OF_EXPLANATION = 60
"""Characters: so much is not told of one of several problems."""
MIN_SENTENCES = 3
"""Two sentences may be one cause and its explanation."""
SENTENCE = LazyPattern("[^。！？\\n]{4,}")
LOOKS_BACK_ON_ALL = LazyPattern(
    "上述|以上|上面|前面|这些|这几|这[两三四五六七八]|归根|总的(?:来说|看)|说来说去|说到底|同?一个根"
)
WITHIN_CLAUSES = 24
NO_NAMES: dict[int, list[str]] = {}
NO_WORDS: dict[int, tuple[str, ...]] = {}
NO_PLACES: dict[int, str] = {}
Placed = dict[int, tuple[int, str]]
"""For each problem its answer, with the word for the place."""


@value
class AnswerLists:
    """The causes and the measures, by number; `own_causes` and `own_measures` if some stand in a problem's own text.

    `parallel` is the cause side by side with each problem, if their lists are parallel; so is `parallel_measures`.
    """

    causes: Sequence[int]
    measures: Sequence[int]
    own_causes: bool
    own_measures: bool
    parallel: Sequence[int]
    parallel_measures: Sequence[int]


@value
class FurtherLinks:
    """The texts of the problems and answers of one statement, what words link, and what links the rest.

    `linked` are the answers that words link to each problem, `aspects` and `titles` what stands above each, `named` the
    answers that name an aspect.
    """

    problems: Sequence[str]
    answers: Sequence[str]
    lists: AnswerLists
    linked: Sequence[AbstractSet[int]]
    aspects: Sequence[object]
    titles: Sequence[object]
    named: AbstractSet[int]

    def moved_by(self, problem: int) -> dict[int, list[str]]:
        """The cause that gives the motive of a problem, with the names of the motives."""
        return self._moved.get(problem, NO_NAMES)

    def faintly_told_by(self, problem: int) -> dict[int, tuple[str, ...]]:
        """The cause and the measure that use a word or rare character of a problem, and which."""
        return self._faint.get(problem, NO_WORDS)

    def placed_by(self, problem: int) -> dict[int, str]:
        """The answers at the place of a problem, each with the word for the place."""
        return self._placed.get(problem, NO_PLACES)

    def is_linked(self, answer: int) -> bool:
        """Whether a motive, a single word or a place links an answer."""
        return answer in self._all_linked

    @cached_property
    def _all_linked(self) -> frozenset[int]:
        return frozenset().union(
            *self._faint.values(), *self._moved.values(), *self._placed.values()
        )

    @cached_property
    def _moved(self) -> dict[int, dict[int, list[str]]]:
        """For each problem without a cause, the otherwise unlinked cause that gives its motive."""
        causes = self.lists.causes
        linked = set().union(*self.linked)
        free = [at for at in causes if at not in linked and at not in self.named]
        if not free or self.lists.parallel:
            return {}
        found = motivated(
            list(enumerate(self.problems)), [(at, self.answers[at]) for at in causes], free
        )
        return {
            problem: {answer: names}
            for problem, (answer, names) in found.items()
            if self.linked[problem].isdisjoint(causes)
            and (self._goes_across or self._is_near(problem, causes.index(answer)))
        }

    @cached_property
    def _goes_across(self) -> bool:
        """Whether words link problems to causes in another order than theirs."""
        places = [
            place
            for found in self.linked
            for place, cause in enumerate(self.lists.causes)
            if cause in found
        ]
        return any(one > next_ for one, next_ in pairwise(places))

    def _is_near(self, problem: int, place: int) -> bool:
        """Whether a cause is at about the place of a problem in its list."""
        count = len(self.lists.causes)
        return abs(place - ((problem + 0.5) / len(self.problems) * count - 0.5)) < PLACES_OF_MOTIVE

    @cached_property
    def _faint_words(self) -> FaintWords | None:
        """None where single words need not be compared: too many points, or none of the causes is left to choose."""
        causes = self.lists.causes
        if not causes or len(causes) * len(self.problems) > MAX_COMPARED:
            return None
        if self.lists.parallel or self.lists.own_causes:
            return None
        if len(self._known_places(causes)) == len(self.problems):
            return None
        return FaintWords(self.problems, [self.answers[at] for at in causes])

    def _known_places(self, answers: Sequence[int]) -> dict[int, list[int]]:
        """The places in their list of the answers that words or motives link, for each problem that has some."""
        known: dict[int, list[int]] = {}
        for at, found in enumerate(self.linked):
            moved = self.moved_by(at)
            places = [place for place, each in enumerate(answers) if each in found or each in moved]
            if places:
                known[at] = places
        return known

    @cached_property
    def _faint(self) -> dict[int, dict[int, tuple[str, ...]]]:
        """For each problem without a cause or measure the one that uses a word or rare character of it, and which."""
        faint: dict[int, dict[int, tuple[str, ...]]] = {}
        for answers, words in (
            (self.lists.causes, self._faint_words),
            (self.lists.measures, self._faint_words_of_measures),
        ):
            if words is None:
                continue
            for problem, (place, told) in faintly_told(words, self._known_places(answers)).items():
                faint.setdefault(problem, {})[answers[place]] = told
        return faint

    @property
    def _faint_words_of_measures(self) -> FaintWords | None:
        measures = self.lists.measures
        if not measures or len(measures) * len(self.problems) > MAX_COMPARED:
            return None
        if self.lists.own_measures or len(self._known_places(measures)) == len(self.problems):
            return None
        faults = [CONCESSION.sub("。", each) for each in self.problems]
        return FaintWords(faults, [self.answers[at] for at in measures], are_causes=False)

    @cached_property
    def _placed(self) -> dict[int, dict[int, str]]:
        links = [
            {*found, *self.moved_by(at), *self.faintly_told_by(at)}
            for at, found in enumerate(self.linked)
        ]
        placed: dict[int, dict[int, str]] = {}
        lists = self.lists
        for found in (
            {} if lists.own_causes else self._placed_causes(links),
            {} if lists.own_measures else self._placed_measures(links),
        ):
            for problem, (answer, place) in found.items():
                placed.setdefault(problem, {})[answer] = place
        return placed

    def _placed_causes(self, links: Sequence[set[int]]) -> Placed:
        causes = self.lists.causes
        if self.lists.parallel:
            return _side_by_side(self.lists.parallel, causes, links)
        if len(causes) == 1 and self._explains_all(causes[0]):
            only = causes[0]
            return {at: (only, ONLY_CAUSE) for at, to in enumerate(links) if only not in to}
        found = self._in_order(causes, links)
        is_few = len(causes) < MIN_LEFT_OVER and len(self.problems) < PROBLEMS_OF_TWO
        if self._faint_words is None or is_few or any(self.aspects):
            return found
        return found | self._left_over(self._faint_words, links, found)

    def _placed_measures(self, links: Sequence[set[int]]) -> Placed:
        measures = self.lists.measures
        found = self._in_order(measures, links)
        if self.lists.parallel_measures:
            return _side_by_side(self.lists.parallel_measures, measures, links) | found
        return found

    def _in_order(self, answers: Sequence[int], links: Sequence[set[int]]) -> Placed:
        return same_places(self.aspects, self.titles, answers, links)

    def _left_over(self, faint: FaintWords, links: Sequence[set[int]], placed: Placed) -> Placed:
        """The problems without a cause, each with the cause without a problem that is next in order."""
        causes = self.lists.causes
        linked = [[place for place, at in enumerate(causes) if at in found] for found in links]
        for problem, (answer, _) in placed.items():
            linked[problem].append(causes.index(answer))
        used = set().union(*linked)
        matched = matched_in_order(
            [at for at, found in enumerate(linked) if not found],
            [at for at in range(len(causes)) if at not in used],
            (len(linked), len(causes)),
            faint.weight,
        )
        return {
            problem: (causes[cause], LEFT_OVER)
            for problem, cause in matched.items()
            if self._may_be_left_over(faint, problem, cause)
        }

    def _may_be_left_over(self, faint: FaintWords, problem: int, cause: int) -> bool:
        """Whether words speak for no other cause, and either for this one or its place is that of the problem."""
        causes = len(self.lists.causes)
        weight = faint.weight(problem, cause)
        if not weight:
            place = (problem + 0.5) / len(self.problems) * causes - 0.5
            if abs(cause - place) >= PLACES_OF_LEFT_OVER:
                return False
        return all(faint.weight(problem, each) <= weight for each in range(causes))

    def _explains_all(self, answer: int) -> bool:
        """Whether the only cause looks back on all problems (这几件事，说到底是…), or has sentences enough for them.

        A cause that names an aspect is one of this aspect alone.
        """
        if answer in self.named:
            return False
        words = self.answers[answer]
        if LOOKS_BACK_ON_ALL.search(words, 0, WITHIN_CLAUSES):
            return True
        told = len(SENTENCE.findall(words))
        is_long = told >= MIN_SENTENCES or len(words) >= LENGTH_OF_EXPLANATION
        return is_long and PROBLEMS_OF_SENTENCE * told >= len(self.problems)


def _side_by_side(
    parallel: Sequence[int], answers: Sequence[int], links: Sequence[set[int]]
) -> Placed:
    """For each problem without an answer the one at its place."""
    places = {answer: place for place, answer in enumerate(answers, 1)}
    return {
        at: (answer, f"第{places[answer]}条")
        for at, answer in enumerate(parallel)
        if links[at].isdisjoint(answers)
    }
