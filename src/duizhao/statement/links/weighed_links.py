"""Weighs all that speaks for an answer of a problem, and keeps the pairs that are likely.

What the surer ways found (`chain`) counts most; then the words, characters, fields (`fields`) and motives (`motives`)
that both have, each by how few points of the statement have it; then whether no surer way found anything for either,
and how few points are left so; then how problems and answers follow each other in their lists (`told_in_order`). So a
pair gets two chances: that of all answers this one is the problem's, and that of all problems this one is the
answer's. It is linked if their mean is high enough.

The weights are fitted by tools/fit_links.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import exp, log, sqrt
from operator import add

from duizhao.statement.links.common_words import CONCESSION
from duizhao.statement.links.faint_words import FUNCTION_CHARACTERS, RUN, known_characters
from duizhao.statement.links.fields import fields_of
from duizhao.statement.links.motives import motives_of
from duizhao.statement.links.told_in_order import Order, chances_in_order
from duizhao.statement.model import Reason
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

CERTAINTY = "own"


@value
class EvidenceWeights:
    """What each kind of evidence counts for a link, and how problems go to answers, and answers to problems.

    `least_shared` is what words, characters, fields and motives must weigh together: order alone links nothing here.
    """

    of_kinds: Mapping[str, float]
    to_answers: Order
    to_problems: Order
    least_shared: float


OF_CAUSES = EvidenceWeights(
    {
        CERTAINTY: 8.0, "named": 2.13, "only": 1.08, "place": 1.14, "left over": 0.73,
        "words": 1.57, "faint": 1.33, "pairs": 0.56, "rare": 0.38, "characters": 0.29, "fields": 0.54, "motives": 0.69,
        "unlinked": 0.57, "of few unlinked": 0.14,
    },
    Order(1.13, (-1.4, -1.04, -0.21, 1.43, 0.59, 0.07, -0.01), -0.29),
    Order(-3.75, (-0.91, -0.19, -1.87, 1.59, 1.53, 1.21, 0.55), 0.6),
    least_shared=1.0,
)  # fmt: skip
OF_MEASURES = EvidenceWeights(
    {
        CERTAINTY: 8.0, "named": 1.29, "only": 0.0, "place": 0.58, "left over": 0.0,
        "words": 1.67, "faint": 0.56, "pairs": 0.9, "rare": 1.26, "characters": 0.7, "fields": 0.49, "motives": 0.0,
        "unlinked": 0.51, "of few unlinked": 0.64,
    },
    Order(2.86, (-1.33, -1.7, -1.11, 1.73, -0.4, -0.24, 0.02), -0.64),
    Order(-3.3, (-0.69, -0.96, -0.62, 1.78, 0.23, -0.79, -0.4), -0.7),
    least_shared=1.5,
)  # fmt: skip
MOST_EVIDENCE = 30.0
"""More evidence changes no chance."""
LIKELY, STILL_LIKELY = 0.4, 0.38
"""The least chance of a pair that nothing linked before, and of one that was."""
DOUBTFUL = 0.2
"""The most chance of a pair that surely is none."""
CERTAIN = ("own", "named", "only")
FEWEST_PROBLEMS = 4
"""In shorter lists what is shared by chance cannot be told from what is meant."""
NOTHING: frozenset[str] = frozenset()
MAX_COMPARED = 1_000
"""Pairs of a problem and an answer: keeps the time linear in a text of a million characters."""
NAME_OF_PLACE = LazyPattern("[\u4e00-\u9fff]{2}[镇乡县市]")
"""石桥 in 石桥镇: much may happen at one place."""
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
    were linked before: own, named, only, words, faint, place, left over.
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
        self._weighing = OF_CAUSES if are_causes else OF_MEASURES
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
            pair for pair, chance in self.chances.items() if self._is_link(pair, chance)
        )

    def _is_link(self, pair: Pair, chance: float) -> bool:
        way = self.found.get(pair)
        if way in CERTAIN:
            return True
        if way:
            return chance > STILL_LIKELY
        return chance > LIKELY and self._shared(pair) >= self._weighing.least_shared

    def _shared(self, pair: Pair) -> float:
        problem, answer = pair
        return self._sum(self._of_words(self._problems[problem], self._answers[answer]))

    def _sum(self, evidence: Mapping[str, float]) -> float:
        weights = self._weighing.of_kinds
        return sum([weights[kind] * each for kind, each in evidence.items()])

    def may_be_answered(self, problem: int) -> bool:
        """Whether an answer that is not linked to a problem may be its own all the same."""
        problems, answers = map(len, self._texts[:2])
        if problems < FEWEST_PROBLEMS or problems * answers > MAX_COMPARED:
            return False
        return any(self.chances[problem, answer] > DOUBTFUL for answer in range(answers))

    def foreign(self) -> list[int]:
        """The answers that neither a name nor a word, character, field or motive leads to from any problem.

        None where there are too many to compare.
        """
        problems, answers = map(len, self._texts[:2])
        if problems * answers > MAX_COMPARED:
            return []
        least = self._weighing.least_shared
        named = {answer for (_, answer), way in self.found.items() if way in CERTAIN}
        return [
            answer
            for answer in range(answers)
            if answer not in named
            and all(self._shared((problem, answer)) < least for problem in range(problems))
        ]

    def shared(self, problem: int, answer: int) -> tuple[Reason, frozenset[str], list[str]]:
        """What speaks most for a pair, then the pairs of characters that both have, and all else that they share."""
        one, other = self._problems[problem], self._answers[answer]
        weights = self._weighing.of_kinds
        weighed = {kind: weights[kind] * each for kind, each in self._of_words(one, other).items()}
        if 2 * weighed.get("motives", 0.0) >= sum(weighed.values()) > 0:
            return Reason.MOTIVE, NOTHING, sorted(one.motives & other.motives)
        pairs = one.pairs & other.pairs
        told = "".join(pairs)
        rare = sorted(each for each in one.characters & other.characters if each not in told)
        return Reason.SHARED, pairs, [*rare, *sorted(one.fields & other.fields)]

    @cached_property
    def chances(self) -> dict[Pair, float]:
        """The chance of each pair to be a link."""
        problems, answers = (range(len(each)) for each in self._texts[:2])
        odds = [
            [
                exp(min(self._sum(self.evidence(problem, answer)), MOST_EVIDENCE))
                for answer in answers
            ]
            for problem in problems
        ]
        of_problems = chances_in_order(odds, self._weighing.to_answers)
        of_answers = chances_in_order(list(zip(*odds, strict=True)), self._weighing.to_problems)
        return {
            (problem, answer): (of_problems[problem][answer] + of_answers[answer][problem]) / 2
            for problem in problems
            for answer in answers
        }

    def evidence(self, problem: int, answer: int) -> dict[str, float]:
        """How much of each kind speaks for a pair, before it is weighed."""
        found = self._of_words(self._problems[problem], self._answers[answer])
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

    @cached_property
    def _unlinked(self) -> tuple[frozenset[int], frozenset[int]]:
        """The problems and the answers that no surer way linked: they are likely to belong together."""
        problems, answers = (frozenset(range(len(each))) for each in self._texts[:2])
        return (
            problems.difference(problem for problem, _ in self.found),
            answers.difference(answer for _, answer in self.found),
        )

    def _weigh(self, kind: str, shared: Iterable[str]) -> float:
        weights = self._weights[kind]
        return sum([weights[each] for each in shared])


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
