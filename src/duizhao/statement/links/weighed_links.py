"""Weighs all that speaks for an answer of a problem, and keeps the pairs that are likely.

What the surer ways found (`chain`) counts most; then the words, characters, fields (`fields`) and motives (`motives`)
that both have, each by how few points of the statement have it; then the places of both in their lists, as far as the
sure links are in one order; then whether no surer way found anything for either, and how few points are left so. From
the sum a pair gets two chances: that of all answers this one is the problem's, and that of all problems this one is
the answer's. It is linked if their mean is high enough.

The weights are fitted by tools/fit_links.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, combinations
from math import exp, log, sqrt
from operator import add

from duizhao.statement.links.common_words import CONCESSION
from duizhao.statement.links.faint_words import FUNCTION_CHARACTERS, RUN, known_characters
from duizhao.statement.links.fields import fields_of
from duizhao.statement.links.motives import motives_of
from duizhao.statement.model import Reason
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

CERTAINTY = "own"
WEIGHTS = {
    CERTAINTY: 8.0,
    "named": 2.1,
    "words": 1.95,
    "faint": 1.7,
    "place": 2.0,
    "left over": 1.15,
    "pairs": 0.6,
    "rare": 0.65,
    "characters": 0.5,
    "fields": 0.65,
    "motives": 0.6,
    "near": 0.5,
    "near in order": 0.4,
    "same place": 0.55,
    "between": 0.65,
    "unlinked": 0.45,
    "of few unlinked": 0.45,
}
"""What each kind of evidence counts; all but the first, which stands for certainty, are fitted."""
NO_ANSWER = 1.2
"""What speaks for no answer at all. Every answer is there for some problem."""
MOST_EVIDENCE = 50.0
"""More evidence changes no chance."""
LIKELY, STILL_LIKELY = 0.42, 0.4
"""The least chance of a pair that nothing linked before, and of one that was."""
LEAST_SHARED = 1.0
"""What words, characters, fields and motives must weigh together: a place alone links nothing here."""
FEWEST_PROBLEMS = 4
"""In shorter lists what is shared by chance cannot be told from what is meant."""
CERTAIN = ("own", "named")
SURE = ("own", "named", "words")
"""What shows the order of both lists."""
UNKNOWN_ORDER = 0.3
FAR_AWAY = -9.0
NOTHING: frozenset[str] = frozenset()
MAX_COMPARED = 1_000
"""Pairs of a problem and an answer: keeps the time linear in a text of a million characters."""
NAME_OF_PLACE = LazyPattern("[\u4e00-\u9fff]{2}(?=[镇乡县市])")
"""石桥 in 石桥镇: much may happen at one place."""
MAX_ORDERED = 40
FEWEST_POINTS = 8
"""A shorter statement is weighed as if it had so many points."""
USUAL_CHARACTERS = 20
"""Different characters of a point; longer ones share more by chance."""

Pair = tuple[int, int]
"""The numbers of a problem and of an answer in their lists."""


@value
class PointFeatures:
    """What can be shared: pairs of neighbouring characters, characters, rare ones, fields, and motives."""

    pairs: frozenset[str]
    characters: frozenset[str]
    rare: frozenset[str]
    fields: frozenset[str]
    motives: frozenset[str]


class WeighedLinks:
    """The likely links between the problems and the answers of one type.

    `others` are the answers of the other type: what they say too is less rare. `found` are the ways by which pairs
    were linked before: own, named, words, faint, place.
    """

    def __init__(
        self,
        problems: Sequence[str],
        answers: Sequence[str],
        others: Iterable[str],
        found: Mapping[Pair, str],
        *,
        are_causes: bool,
    ) -> None:
        self._texts = problems, answers, tuple(others)
        self._are_causes = are_causes
        self.found = found

    @cached_property
    def _problems(self) -> list[PointFeatures]:
        motives = False if self._are_causes else None
        return [
            _features(CONCESSION.sub("。", each), are_causes=motives) for each in self._texts[0]
        ]

    @cached_property
    def _answers(self) -> list[PointFeatures]:
        motives = self._are_causes or None
        return [_features(each, are_causes=motives) for each in self._texts[1]]

    @cached_property
    def _weights(self) -> dict[str, dict[str, float]]:
        """For each kind the logarithm of the number of points over the number that have each feature."""
        compared = [*self._problems, *self._answers]
        points = [*compared, *(_features(each, are_causes=None) for each in self._texts[2])]
        number = max(len(points), FEWEST_POINTS)
        return {
            "pairs": _rarities([each.pairs for each in points], number),
            "characters": _rarities([each.characters for each in points], number),
            "fields": _rarities([each.fields for each in points], number),
            "motives": _rarities([each.motives for each in compared], number),
        }

    @cached_property
    def likely(self) -> frozenset[Pair]:
        """The pairs that are linked."""
        problems, answers = map(len, self._texts[:2])
        if problems < FEWEST_PROBLEMS or not answers or problems * answers > MAX_COMPARED:
            return frozenset(self.found)
        return frozenset(
            pair for pair, chance in self.chances().items() if self._is_link(pair, chance)
        )

    def _is_link(self, pair: Pair, chance: float) -> bool:
        way = self.found.get(pair)
        if way in CERTAIN:
            return True
        if way:
            return chance > STILL_LIKELY
        return chance > LIKELY and self._shared(pair) >= LEAST_SHARED

    def _shared(self, pair: Pair) -> float:
        problem, answer = pair
        evidence = self._of_words(self._problems[problem], self._answers[answer])
        return sum([WEIGHTS[kind] * each for kind, each in evidence.items()])

    def foreign(self) -> list[int]:
        """The answers that neither a name nor a word, character, field or motive leads to from any problem.

        None where there are too many to compare.
        """
        problems, answers = map(len, self._texts[:2])
        if problems * answers > MAX_COMPARED:
            return []
        named = {answer for (_, answer), way in self.found.items() if way in CERTAIN}
        return [
            answer
            for answer in range(answers)
            if answer not in named
            and all(self._shared((problem, answer)) < LEAST_SHARED for problem in range(problems))
        ]

    def shared(self, problem: int, answer: int) -> tuple[Reason, frozenset[str], list[str]]:
        """What speaks most for a pair, then the pairs of characters that both have, and all else that they share."""
        one, other = self._problems[problem], self._answers[answer]
        weighed = {kind: WEIGHTS[kind] * each for kind, each in self._of_words(one, other).items()}
        if 2 * weighed.get("motives", 0.0) >= sum(weighed.values()) > 0:
            return Reason.MOTIVE, NOTHING, sorted(one.motives & other.motives)
        pairs = one.pairs & other.pairs
        told = "".join(pairs)
        rare = sorted(each for each in one.characters & other.characters if each not in told)
        return Reason.SHARED, pairs, [*rare, *sorted(one.fields & other.fields)]

    def chances(self) -> dict[Pair, float]:
        """The chance of each pair to be a link."""
        sums = self._sums()
        odds = [[exp(min(each, MOST_EVIDENCE)) for each in row] for row in sums]
        of_problems = [sum(row) + exp(NO_ANSWER) for row in odds]
        of_answers = [sum(column) for column in zip(*odds, strict=True)]
        return {
            (problem, answer): (each / of_problems[problem] + each / of_answers[answer]) / 2
            for problem, row in enumerate(odds)
            for answer, each in enumerate(row)
        }

    def evidence(self, problem: int, answer: int) -> dict[str, float]:
        """How much of each kind speaks for a pair, before it is weighed."""
        found = self._of_words(self._problems[problem], self._answers[answer])
        order = self._order
        near = 1.0 - abs(answer - self._expected[problem])
        if near > 0:
            found["near"] = near
            found["near in order"] = near * order
        if problem == answer and self._is_square:
            found["same place"] = order
        between = 1.0 - abs(answer - self._between[problem])
        if between > 0:
            found["between"] = between * order
        if way := self.found.get((problem, answer)):
            found[way] = 1.0
        problems, answers = self._unlinked
        if problem in problems and answer in answers:
            found["unlinked"] = 1.0
            found["of few unlinked"] = 1 / len(problems) + 1 / len(answers)
        return found

    def _of_words(self, one: PointFeatures, other: PointFeatures) -> dict[str, float]:
        """The same for what both say."""
        found: dict[str, float] = {}
        characters = one.characters & other.characters
        if pairs := one.pairs & other.pairs:
            found["pairs"] = self._weigh("pairs", pairs)
            characters = characters.difference("".join(pairs))
        if characters:
            rare = characters & one.rare
            found["rare"] = self._weigh("characters", rare)
            size = sqrt(len(one.characters) * len(other.characters)) / USUAL_CHARACTERS
            found["characters"] = self._weigh("characters", characters - rare) / max(size, 1.0)
        if fields := one.fields & other.fields:
            found["fields"] = self._weigh("fields", fields)
        if motives := one.motives & other.motives:
            found["motives"] = self._weigh("motives", motives)
        return found

    def _sums(self) -> list[list[float]]:
        return [
            [
                sum([WEIGHTS[kind] * each for kind, each in self.evidence(problem, answer).items()])
                for answer in range(len(self._answers))
            ]
            for problem in range(len(self._problems))
        ]

    def _weigh(self, kind: str, shared: Iterable[str]) -> float:
        weights = self._weights[kind]
        return sum([weights[each] for each in shared])

    @cached_property
    def _is_square(self) -> bool:
        return len(self._problems) == len(self._answers)

    @cached_property
    def _expected(self) -> list[float]:
        """The place of the answer of each problem, if the answers are spread evenly over the problems."""
        problems, answers = len(self._problems), len(self._answers)
        return [(at + 0.5) / problems * answers - 0.5 for at in range(problems)]

    @cached_property
    def _between(self) -> list[float]:
        """The same if it stands between those of the problems before and behind; FAR_AWAY if these go across."""
        places: list[float] = []
        end = (len(self._problems), len(self._answers))
        for problem in range(len(self._problems)):
            before = max((each for each in self._sure if each[0] < problem), default=(-1, -1))
            behind = min((each for each in self._sure if each[0] > problem), default=end)
            share = (problem - before[0]) / (behind[0] - before[0])
            place = before[1] + share * (behind[1] - before[1])
            places.append(place if before[1] <= behind[1] else FAR_AWAY)
        return places

    @cached_property
    def _sure(self) -> list[Pair]:
        return sorted(pair for pair, way in self.found.items() if way in SURE)

    @cached_property
    def _unlinked(self) -> tuple[frozenset[int], frozenset[int]]:
        """The problems and the answers that no surer way linked: they are likely to belong together."""
        problems, answers = (frozenset(range(len(each))) for each in self._texts[:2])
        return (
            problems.difference(problem for problem, _ in self.found),
            answers.difference(answer for _, answer in self.found),
        )

    @cached_property
    def _order(self) -> float:
        """How far the sure links are in one order: 1 if all are, 0 if as many go across."""
        turns = [
            one[1] <= next_[1]
            for one, next_ in combinations(self._sure[:MAX_ORDERED], 2)
            if one[0] < next_[0]
        ]
        if not turns:
            return UNKNOWN_ORDER
        return max(0.0, 2 * (sum(turns) + 1) / (len(turns) + 2) - 1)


def _features(text: str, *, are_causes: bool | None) -> PointFeatures:
    """The features of a text; the motives of a fault or of a cause, None for no motives."""
    pairs: set[str] = set()
    characters: set[str] = set()
    for run in RUN.findall(NAME_OF_PLACE.sub("。", text)):
        pairs.update(map(add, run, run[1:]))
        characters.update(run)
    telling = frozenset(characters - FUNCTION_CHARACTERS)
    return PointFeatures(
        frozenset([each for each in pairs if FUNCTION_CHARACTERS.isdisjoint(each)]),
        telling,
        telling - known_characters(),
        fields_of(text),
        NOTHING if are_causes is None else frozenset(motives_of(text, is_cause=are_causes)),
    )


def _rarities(points: Sequence[frozenset[str]], number: int) -> dict[str, float]:
    counts = Counter(chain.from_iterable(points))
    return {each: log(number / count) for each, count in counts.items()}
