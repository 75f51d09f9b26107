"""Weighs all that speaks for an answer of a problem, and keeps the pairs that are likely.

What the surer ways found (`chain`) counts most; then the words, characters, fields (`fields`) and motives (`motives`)
that both have, each by how few points of the statement have it, and how near they are by words that go together
elsewhere (`answer_vectors`); then whether no surer way found anything for either, and how few points are left so; then
how problems and answers follow each other in their lists (`told_in_order`). So a pair gets two chances: that of all
answers this one is the problem's, and that of all problems this one is the answer's. It is linked if their mean is
high enough.

The weights are fitted by tools/fit_links.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import exp, log, sqrt
from operator import add
from pathlib import Path

from duizhao.statement.links import answer_vectors
from duizhao.statement.links.answer_vectors import Vector, Vectors, nearness, vectors
from duizhao.statement.links.common_words import CONCESSION
from duizhao.statement.links.faint_words import FUNCTION_CHARACTERS, RUN, known_characters
from duizhao.statement.links.fields import fields_of
from duizhao.statement.links.motives import motives_of
from duizhao.statement.links.told_in_order import Order, chances_in_order
from duizhao.statement.model import Cause, Measure, Reason
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

CERTAINTY = "own"


@value
class EvidenceWeights:
    """What each kind of evidence counts for a link, and how problems go to answers, and answers to problems.

    `least_shared` is what words, characters, fields, motives and half of the vectors must weigh together: order alone
    links nothing here. In lists of less than `fewest_problems` chance cannot be told from what is meant. `still_likely`
    is the least chance of a pair that was linked before all was weighed. `vectors` is the file of the vectors.
    """

    of_kinds: Mapping[str, float]
    to_answers: Order
    to_problems: Order
    least_shared: float
    fewest_problems: int
    still_likely: float
    vectors: Path


OF_CAUSES = EvidenceWeights(
    {
        CERTAINTY: 8.0, "named": 1.92, "only": 0.97, "place": 1.1, "left over": 0.86,
        "words": 1.58, "faint": 1.17, "pairs": 0.5, "rare": 0.31, "characters": 0.28, "fields": 0.48,
        "motives": 0.52, "vectors": 1.33,
        "unlinked": 0.53, "of few unlinked": 0.22,
    },
    Order(1.41, (-1.3, -0.91, -0.26, 1.39, 0.9, 0.05, -0.15), -0.29),
    Order(-3.65, (-0.57, -0.19, -1.77, 1.44, 1.46, 0.87, 0.4), 0.56),
    least_shared=1.0,
    fewest_problems=3,
    still_likely=0.38,
    vectors=answer_vectors.OF_CAUSES,
)  # fmt: skip
OF_MEASURES = EvidenceWeights(
    {
        CERTAINTY: 8.0, "named": 1.22, "only": 0.0, "place": 0.52, "left over": 0.0,
        "words": 1.49, "faint": 0.4, "pairs": 0.81, "rare": 1.15, "characters": 0.68, "fields": 0.44,
        "motives": 0.0, "vectors": 0.93,
        "unlinked": 0.46, "of few unlinked": 0.61,
    },
    Order(3.01, (-1.42, -1.34, -1.29, 1.7, -0.27, -0.22, 0.19), -0.82),
    Order(-3.45, (-0.67, -0.72, -1.06, 1.6, 0.61, -0.73, -0.26), -0.61),
    least_shared=1.5,
    fewest_problems=4,
    still_likely=0.31,
    vectors=answer_vectors.OF_MEASURES,
)  # fmt: skip
MOST_EVIDENCE = 30.0
"""More evidence changes no chance."""
LIKELY = 0.4
"""The least chance of a pair that nothing linked before."""
DOUBTFUL = 0.2
"""The most chance of a pair that surely is none."""
CERTAIN = ("own", "named", "only")
NOTHING: frozenset[str] = frozenset()
MAX_COMPARED = 1_000
"""Pairs of a problem and an answer: keeps the time linear in a text of a million characters."""
SAYS_NOTHING = LazyPattern("[\u4e00-\u9fff]{2}[镇乡县市]|(?:另?一|另)个?方面")
"""石桥 in 石桥镇: much may happen at one place. 一方面，… counts."""
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
    vector: Vector


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
        by: type[Cause] | type[Measure],
    ) -> None:
        self._texts = problems, answers, tuple(others)
        self._by = by
        self._weighing = OF_CAUSES if by is Cause else OF_MEASURES
        self.found = found

    @cached_property
    def _problems(self) -> list[PointFeatures]:
        side, is_cause = vectors(self._weighing.vectors)[0], False if self._by is Cause else None
        return [_features(CONCESSION.sub("。", each), is_cause, side) for each in self._texts[0]]

    @cached_property
    def _answers(self) -> list[PointFeatures]:
        side, is_cause = vectors(self._weighing.vectors)[1], True if self._by is Cause else None
        return [_features(each, is_cause, side) for each in self._texts[1]]

    @cached_property
    def _weights(self) -> dict[str, dict[str, float]]:
        """For each kind the logarithm of the number of points over the number that have each feature."""
        compared = [*self._problems, *self._answers]
        points = [*compared, *(_features(each) for each in self._texts[2])]
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
        if (
            problems < self._weighing.fewest_problems
            or not answers
            or problems * answers > MAX_COMPARED
        ):
            return frozenset(self.found)
        return frozenset(
            pair for pair, chance in self.chances.items() if self._is_link(pair, chance)
        )

    def _is_link(self, pair: Pair, chance: float) -> bool:
        way = self.found.get(pair)
        if way in CERTAIN:
            return True
        if way:
            return chance > self._weighing.still_likely
        return chance > LIKELY and self._shared(pair) >= self._weighing.least_shared

    def _shared(self, pair: Pair) -> float:
        problem, answer = pair
        found = self._of_words(self._problems[problem], self._answers[answer])
        return self._sum({**found, "vectors": found["vectors"] / 2})

    def _sum(self, evidence: Mapping[str, float]) -> float:
        weights = self._weighing.of_kinds
        return sum([weights[kind] * each for kind, each in evidence.items()])

    def may_be_answered(self, problem: int) -> bool:
        """Whether an answer that is not linked to a problem may be its own all the same."""
        problems, answers = map(len, self._texts[:2])
        if problems < self._weighing.fewest_problems or problems * answers > MAX_COMPARED:
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
        """What speaks most for a pair, then the pairs of characters that both have, and all else that they share.

        For vectors this is a pair of characters of each.
        """
        one, other = self._problems[problem], self._answers[answer]
        weights = self._weighing.of_kinds
        weighed = {kind: weights[kind] * each for kind, each in self._of_words(one, other).items()}
        near = weighed.pop("vectors", 0.0)
        written = sum(weighed.values())
        if 2 * weighed.get("motives", 0.0) >= written > 0:
            return Reason.MOTIVE, NOTHING, sorted(one.motives & other.motives)
        pairs = one.pairs & other.pairs
        said = "".join(pairs)
        rare = sorted(each for each in one.characters & other.characters if each not in said)
        others = [*rare, *sorted(one.fields & other.fields)]
        if near > written or not (pairs or others):
            of_problems, of_answers = vectors(self._weighing.vectors)
            told = of_problems.nearest(one.pairs, other.vector)
            by = of_answers.nearest(other.pairs, one.vector)
            if told != by:
                return Reason.NEAR, NOTHING, ["—".join(filter(None, (told, by)))]
        return Reason.SHARED, pairs, others

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
        found = {"vectors": nearness(one.vector, other.vector)}
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


def pieces_of(text: str) -> frozenset[str]:
    """The characters of a text and its pairs of neighbouring ones, but for function words."""
    return frozenset().union(*_pairs_and_characters(text))


def _pairs_and_characters(text: str) -> tuple[frozenset[str], frozenset[str]]:
    pairs: set[str] = set()
    characters: set[str] = set()
    for run in RUN.findall(SAYS_NOTHING.sub("。", text)):
        pairs.update(map(add, run, run[1:]))
        characters.update(run)
    telling = frozenset(characters - FUNCTION_CHARACTERS)
    return frozenset([each for each in pairs if FUNCTION_CHARACTERS.isdisjoint(each)]), telling


def _features(
    text: str, is_cause: bool | None = None, side: Vectors | None = None
) -> PointFeatures:
    """The features of a text, with the motives of a cause or of a fault, and with its vector on one side."""
    pairs, telling = _pairs_and_characters(text)
    return PointFeatures(
        pairs,
        telling,
        telling - known_characters(),
        fields_of(text),
        NOTHING if is_cause is None else frozenset(motives_of(text, is_cause=is_cause)),
        side.of(pairs | telling) if side else (),
    )


def _rarities(points: Sequence[frozenset[str]], number: int) -> dict[str, float]:
    counts = Counter(chain.from_iterable(points))
    return {each: log(number / count) for each, count in counts.items()}
