"""Finds the answer of a problem that has none yet by one word or rare character that both use, and by their order.

塔上的人睡着了 and 塔上没有换班的人: a frequent word, which alone says little, counts less than a rare one; a character
that no common word has (铃 in 呼叫铃 and 让铃等一等) counts as well; so does a field that both speak of (`fields`). An
answer at about the place of the problem gains a little, where the links known so far are in one order. The best answer
counts if it is ahead of all others.

Causes are also compared by their motives (`motives`), measures by characters and fields alone, of which they must
share two: the words that they share with problems are those of `shared_words`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, combinations
from math import log
from operator import add

from duizhao.statement.links.common_words import common_pairs, frequent_words
from duizhao.statement.links.fields import fields_of
from duizhao.statement.links.motives import motives_of
from duizhao.text.pattern import LazyPattern

ENOUGH_WEIGHT = 1.3
LEAD = 0.7
"""What the best answer must weigh more than the next."""
OF_COMMON_WORD, OF_FREQUENT_WORD, OF_CHARACTER, OF_FIELD = 0.25, 0.6, 0.8, 0.6
"""What they count of a rare word; a motive counts as a field."""
UNKNOWN_ORDER = 0.3
"""How sure it is that causes are in the order of the problems, where no links show it."""
FEWEST_POINTS = 8
"""A shorter statement is weighed as if it had so many points."""
MOST_PROBLEMS_OF_ANSWER = 3
"""Where there are more problems for each answer, answers are long and of all things: a word is in them by chance."""
MAX_COMPARED = 1_000
"""Pairs of a problem and an answer: keeps the time linear in a text of a million characters."""

RUN = LazyPattern("[\\u4e00-\\u9fff]+")
NO_PAIRS: frozenset[str] = frozenset()
FUNCTION_CHARACTERS = frozenset(
    "的了是在和与及或而也都还就又再很更最把被给对向从由以于为之其此这那该每各个一二三四五六七八九十两几百千万我你他她它们"
    "本自己不没未无有到得着过上下前后里中内外间时年月日天次项件名位条份篇家只要会能可将让使等所者并且但却因如若则即已曾"
    "第来去出起大小多少人事说做看用好吃走"
)
Features = tuple[frozenset[str], frozenset[str]]
"""The pairs of neighbouring characters of a point, and its rare characters."""


class FaintWords:
    """What the problems and answers of one statement have in common by single words, rare characters and fields.

    The answers are causes or measures; a motive of causes counts as a field does.
    """

    def __init__(
        self, problems: Sequence[str], answers: Sequence[str], *, are_causes: bool = True
    ) -> None:
        self.problems = problems
        self.answers = answers
        self.least_shared = 1 if are_causes else 2
        features = _features if are_causes else _rare_alone
        self._points = [features(text) for text in (*problems, *answers)]
        counts = Counter(chain.from_iterable(chain.from_iterable(self._points)))
        points = max(len(self._points), FEWEST_POINTS)
        self._weights = {
            each: _weight(each, count, points) for each, count in counts.items() if count > 1
        }
        self._fields = [fields_of(text) for text in (*problems, *answers)]
        if are_causes:
            causes = len(problems)
            self._fields = [
                fields.union(motives_of(text, is_cause=at >= causes))
                for at, (text, fields) in enumerate(
                    zip((*problems, *answers), self._fields, strict=True)
                )
            ]
        self._weights_of_fields = {
            each: OF_FIELD * log(points / count)
            for each, count in Counter(chain.from_iterable(self._fields)).items()
            if count > 1
        }

    def shared(self, problem: int, answer: int) -> tuple[str, ...]:
        """The pairs and rare characters that both use, then the fields and motives."""
        one, other = self._points[problem], self._points[len(self.problems) + answer]
        pairs = one[0] & other[0]
        told = "".join(pairs)
        fields = self._shared_fields(problem, answer)
        rare = sorted(each for each in one[1] & other[1] if each not in told)
        return (*sorted(pairs), *rare, *(each for each in sorted(fields) if each not in pairs))

    def weight(self, problem: int, answer: int) -> float:
        """The weight of all that both use."""
        one, other = self._points[problem], self._points[len(self.problems) + answer]
        pairs, rare = one[0] & other[0], one[1] & other[1]
        weight = 0.0
        for each in pairs:
            weight += self._weights[each]
        if rare:
            told = "".join(pairs)
            weight += sum([self._weights[each] for each in rare if each not in told])
        for each in self._shared_fields(problem, answer):
            weight += self._weights_of_fields[each]
        return weight

    def _shared_fields(self, problem: int, answer: int) -> frozenset[str]:
        return self._fields[problem] & self._fields[len(self.problems) + answer]


def faintly_told(
    words: FaintWords, linked: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, tuple[str, ...]]]:
    """For problems that `linked` has not, by number: the answer of each, by number, with the words that both use.

    `linked` are the answers of the other problems.
    """
    problems, answers = len(words.problems), len(words.answers)
    waiting = [at for at in range(problems) if at not in linked]
    if (
        not waiting
        or len(waiting) * answers > MAX_COMPARED
        or problems > MOST_PROBLEMS_OF_ANSWER * answers
    ):
        return {}
    order = _order(linked)
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    for problem in waiting:
        expected = (problem + 0.5) / problems * answers - 0.5
        weighed: list[tuple[float, int, float]] = []
        for answer in range(answers):
            weight = words.weight(problem, answer)
            near = max(0.0, 1.0 - abs(answer - expected)) * order
            weighed.append((weight + near, -answer, weight))
        weighed.sort(reverse=True)
        best, next_ = weighed[0], weighed[1][0] if len(weighed) > 1 else 0.0
        if best[2] and best[0] >= max(ENOUGH_WEIGHT, next_ + LEAD):
            shared = words.shared(problem, -best[1])
            if len(shared) >= words.least_shared:
                found[problem] = (-best[1], shared)
    return found


def _weight(shared: str, count: int, points: int) -> float:
    weight = log(points / count)
    if len(shared) == 1:
        return weight * OF_CHARACTER
    if shared in common_pairs():
        return weight * OF_COMMON_WORD
    return weight * OF_FREQUENT_WORD if shared in frequent_words() else weight


def _order(linked: Mapping[int, Sequence[int]]) -> float:
    """How far the links known so far are in one order: 1 if all are, 0 if as many go across."""
    links = [(problem, cause) for problem in sorted(linked) for cause in linked[problem]]
    turns = [one[1] <= next_[1] for one, next_ in combinations(links[:40], 2) if one[0] < next_[0]]
    if not turns:
        return UNKNOWN_ORDER
    return max(0.0, 2 * (sum(turns) + 1) / (len(turns) + 2) - 1)


def _features(text: str) -> Features:
    pairs: set[str] = set()
    rare: set[str] = set()
    known = known_characters()
    for run in RUN.findall(text):
        pairs.update(map(add, run, run[1:]))
        rare.update(run)
    return (
        frozenset(each for each in pairs if FUNCTION_CHARACTERS.isdisjoint(each)),
        frozenset(rare - known),
    )


def _rare_alone(text: str) -> Features:
    return NO_PAIRS, frozenset("".join(RUN.findall(text))) - known_characters()


@cache
def known_characters() -> frozenset[str]:
    """The characters of function words, frequent words and common words."""
    return FUNCTION_CHARACTERS.union(*frequent_words(), *common_pairs())
