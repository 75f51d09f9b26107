"""Finds the words that a problem and an answer share and that few points of the statement use.

Words are compared by their pairs of neighbouring characters, so that no list of terms has to know them. A pair is rare
if at most a fifth of the points have it, or three. Its weight is the logarithm of the number of points over the number
that have it. Pairs of function words, of names of units and of common words are left out.

Two pairs link. One pair alone, as 食堂 is, links what has no other link, where no other answer comes near and the pair
is no frequent word of Chinese prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain as flattened
from math import log
from operator import add

from duizhao.statement.links.common_words import CONCESSION, common_pairs, frequent_words
from duizhao.statement.model import Cause, Measure, Problem
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

Answer = Cause | Measure
Point = Problem | Answer
ENOUGH_WEIGHT = 2.4
"""The least weight of all shared pairs together; of twenty points, two pairs that only two points have weigh 4.6."""
MIN_PAIRS = 2
"""One pair alone is too easily shared by chance."""
LONE_WEIGHT = 1.0
"""The least weight of what links a point without other links: of nine points, a pair that three have."""
LEAD = 0.3
"""What such a link must weigh more than the next: of two that weigh the same, neither is sure."""
RARE_SHARE = 5
"""A rare pair is in at most one point out of five, or in `FEW_POINTS`."""
FEW_POINTS = 3
"""A problem, its cause and its measure: what only these speak of is rare in the shortest statement."""
FEWEST_POINTS = 8
"""A shorter statement is weighed as if it had so many points: two pairs of two points are enough."""
MAX_POINTS_OF_PAIR = 10
"""However many points there are, a pair of more points is not rare: keeps the time linear."""

# Characters of function words, and those that end the name of a unit, end a run: no pair is made across them.
RUN = LazyPattern(
    r"[^\W\d_的了是在和与及或而也都还就又再很更最把被给对向从由以于为之其此这那该每各个一二三四五六七八九十"
    r"两几百千万我你他她它们本自己不没未无有到得着过上下前后里中内外间时年月日天次项件名位条份篇家只要会能可将让使等"
    r"所者并且但却镇乡县市村局股因如若则即已曾]{2,}"
)
UNITS = "镇乡县市村局股区"


class SharedWords:
    """The rare words that the problems of one statement share with its answers; indexed once, when first asked."""

    def __init__(self, text: str, problems: Sequence[Problem], answers: Sequence[Answer]) -> None:
        self._text = text
        self._problems = problems
        self._answers = answers
        self._own_words: dict[int, set[str]] = {}
        self._lone_words: dict[int, set[str]] = {}

    def pairs_with(self, problem: int) -> dict[int, set[str]]:
        """The answers that share enough rare pairs with a problem, each with these pairs."""
        weights, pairs = self._weighed(self._of_words(problem))
        return {
            at: pairs[at]
            for at, weight in weights.items()
            if weight >= ENOUGH_WEIGHT and len(pairs[at]) >= MIN_PAIRS
        }

    def nearest_answer(self, problem: int, by: type[Answer]) -> tuple[int, set[str]] | None:
        """The answer of this type that shares most with a problem, with the pairs, if it is ahead of all others."""
        weights, pairs = self._weighed(self._lone(problem))
        near = {at: weights[at] for at in weights if isinstance(self._answers[at], by)}
        best = _ahead(near)
        return None if best is None else (best, pairs[best])

    def nearest_problem(self, answer: int) -> tuple[int, set[str]] | None:
        """The same for an answer."""
        weights: dict[int, float] = {}
        pairs: dict[int, set[str]] = {}
        for pair in self._shared[len(self._problems) + answer] & self._rare.keys():
            weight, _, problems = self._rare[pair]
            for at in problems:
                if pair in self._lone(at):
                    weights[at] = weights.get(at, 0.0) + weight
                    pairs.setdefault(at, set()).add(pair)
        best = _ahead(weights)
        return None if best is None else (best, pairs[best])

    def _weighed(self, own: set[str]) -> tuple[dict[int, float], dict[int, set[str]]]:
        """The answers that have some of these pairs: the weight of these, and the pairs."""
        weights: dict[int, float] = {}
        pairs: dict[int, set[str]] = {}
        for pair in own:
            weight, answers, _ = self._rare[pair]
            for at in answers:
                weights[at] = weights.get(at, 0.0) + weight
                pairs.setdefault(at, set()).add(pair)
        return weights, pairs

    def _lone(self, problem: int) -> set[str]:
        """The pairs of a problem that link alone: no frequent words, nor what a unit is called by (石桥 in 石桥镇)."""
        found = self._lone_words.get(problem)
        if found is None:
            told = self._text[slice(*self._problems[problem].span)]
            found = self._lone_words[problem] = {
                pair
                for pair in self._of_words(problem) - frequent_words()
                if not any(pair + unit in told for unit in UNITS)
            }
        return found

    def _of_words(self, problem: int) -> set[str]:
        """The rare pairs of a problem, without those that only arise between two common words (作作 in 工作作风)."""
        found = self._own_words.get(problem)
        if found is None:
            rare = self._shared[problem] & self._rare.keys()
            found = self._own_words[problem] = _within_words(
                _runs(self._text, self._problems[problem]) if rare else (), rare
            )
        return found

    def words(self, problem: int, pairs: AbstractSet[str]) -> tuple[str, ...]:
        """The longest words of a problem that are made up of these pairs, in text order."""
        words: dict[str, None] = {}
        for run in _runs(self._text, self._problems[problem]):
            begin = 0
            for at in range(1, len(run) + 1):
                if run[at - 1 : at + 1] not in pairs:
                    if at - begin > 1:
                        words[run[begin:at]] = None
                    begin = at
        return tuple(
            word for word in words if not any(word in other for other in words if other != word)
        )

    @cached_property
    def _shared(self) -> list[set[str]]:
        """Of each problem, then of each answer, the pairs that some problem and some answer have."""
        problems = [self._pairs(problem) for problem in self._problems]
        answers = [self._pairs(answer) for answer in self._answers]
        shared = set().union(*problems) & set().union(*answers) - common_pairs()
        return [pairs & shared for pairs in (*problems, *answers)]

    def _pairs(self, point: Point) -> set[str]:
        runs = _runs(self._text, point)
        return set(flattened.from_iterable([map(add, run, run[1:]) for run in runs]))

    @cached_property
    def _rare(self) -> dict[str, tuple[float, list[int], list[int]]]:
        """The weight of each rare pair, with the answers and the problems that have it."""
        points = max(len(self._shared), FEWEST_POINTS)
        most = min(max(FEW_POINTS, points // RARE_SHARE), MAX_POINTS_OF_PAIR)
        counts = Counter(flattened.from_iterable(self._shared))
        rare: dict[str, tuple[float, list[int], list[int]]] = {
            pair: (log(points / count), [], []) for pair, count in counts.items() if count <= most
        }
        problems = len(self._problems)
        for at, pairs in enumerate(self._shared):
            for pair in pairs & rare.keys():
                if at < problems:
                    rare[pair][2].append(at)
                else:
                    rare[pair][1].append(at - problems)
        return rare


def _ahead(weights: dict[int, float]) -> int | None:
    """What weighs enough, and more than all others."""
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda at: (-weights[at], at))
    needed = max(LONE_WEIGHT, weights[others[0]] + LEAD if others else 0.0)
    return best if weights[best] >= needed else None


def _within_words(runs: Iterable[str], pairs: AbstractSet[str]) -> set[str]:
    """The pairs that some run has elsewhere than between two common words."""
    common = common_pairs()
    return {
        run[at : at + 2]
        for run in runs
        for at in range(len(run) - 1)
        if run[at : at + 2] in pairs
        and not (at and run[at - 1 : at + 1] in common and run[at + 1 : at + 3] in common)
    }


def _runs(text: str, point: Point) -> list[str]:
    """The stretches of a point and of its title between function words and marks; praise is left out."""
    found: list[str] = []
    for start, end in _stretches(point):
        told = text[start:end]
        if "虽" in told or "尽管" in told:
            told = CONCESSION.sub("。", told)
        found += RUN.findall(told)
    return found


def _stretches(point: Point) -> Iterable[Span]:
    if point.heading:
        yield point.heading
    begin = point.span.start
    for praise in point.merits if isinstance(point, Problem) else ():
        yield Span(begin, praise.start)
        begin = praise.end
    yield Span(begin, point.span.end)
