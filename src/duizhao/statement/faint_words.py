"""Finds the cause of a problem that has none yet by one word or rare character that both use, and by their order.

塔上的人睡着了 and 塔上没有换班的人: a frequent word, which alone says little, counts less than a rare one; a character
that no common word has (铃 in 呼叫铃 and 让铃等一等) counts as well. A cause at about the place of the problem gains a
little, where the links known so far are in one order. The best cause counts if it is ahead of all others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from math import log
from operator import add

from duizhao.statement.common_words import common_pairs, frequent_words
from duizhao.text.pattern import LazyPattern

ENOUGH_WEIGHT = 1.3
LEAD = 0.8
"""What the best cause must weigh more than the next."""
OF_COMMON_WORD, OF_FREQUENT_WORD, OF_CHARACTER = 0.25, 0.6, 0.8
"""What they count of a rare word."""
UNKNOWN_ORDER = 0.3
"""How sure it is that causes are in the order of the problems, where no links show it."""
FEWEST_POINTS = 8
"""A shorter statement is weighed as if it had so many points."""
MOST_PROBLEMS_OF_CAUSE = 3
"""Where there are more problems for each cause, causes are long and of all things: a word is in them by chance."""
MAX_COMPARED = 1_000
"""Pairs of a problem and a cause: keeps the time linear in a text of a million characters."""

RUN = LazyPattern("[\\u4e00-\\u9fff]+")
FUNCTION_CHARACTERS = frozenset(
    "的了是在和与及或而也都还就又再很更最把被给对向从由以于为之其此这那该每各个一二三四五六七八九十两几百千万我你他她它们"
    "本自己不没未无有到得着过上下前后里中内外间时年月日天次项件名位条份篇家只要会能可将让使等所者并且但却因如若则即已曾"
    "第来去出起大小多少人事说做看用好吃走"
)
Features = tuple[frozenset[str], frozenset[str]]
"""The pairs of neighbouring characters of a point, and its rare characters."""


class FaintWords:
    """What the problems and causes of one statement have in common by single words and rare characters."""

    def __init__(self, problems: Sequence[str], causes: Sequence[str]) -> None:
        self.problems = len(problems)
        self.causes = len(causes)
        self._points = [_features(text) for text in (*problems, *causes)]
        self._counts = Counter(each for pairs, rare in self._points for each in pairs | rare)

    def shared(self, problem: int, cause: int) -> tuple[str, ...]:
        """The pairs and rare characters that both use."""
        one, other = self._points[problem], self._points[self.problems + cause]
        pairs = one[0] & other[0]
        told = "".join(pairs)
        return (*sorted(pairs), *sorted(each for each in one[1] & other[1] if each not in told))

    def weight(self, problem: int, cause: int) -> float:
        """The weight of all that both use."""
        return self.weigh(self.shared(problem, cause))

    def weigh(self, shared: Sequence[str]) -> float:
        return sum(_weight(each, self._counts[each], len(self._points)) for each in shared)


def faintly_told(
    words: FaintWords, linked: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, tuple[str, ...]]]:
    """For problems that `linked` has not, by number: the cause of each, by number, with the words that both use.

    `linked` are the causes of the other problems.
    """
    problems, causes = words.problems, words.causes
    waiting = [at for at in range(problems) if at not in linked]
    if (
        not waiting
        or len(waiting) * causes > MAX_COMPARED
        or problems > MOST_PROBLEMS_OF_CAUSE * causes
    ):
        return {}
    order = _order(linked)
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    for problem in waiting:
        expected = (problem + 0.5) / problems * causes - 0.5
        weighed: list[tuple[float, int, tuple[str, ...]]] = []
        for cause in range(causes):
            shared = words.shared(problem, cause)
            weight = words.weigh(shared)
            near = max(0.0, 1.0 - abs(cause - expected)) * order
            weighed.append((weight + near, -cause, shared if weight else ()))
        weighed.sort(reverse=True)
        best, next_ = weighed[0], weighed[1][0] if len(weighed) > 1 else 0.0
        if best[2] and best[0] >= max(ENOUGH_WEIGHT, next_ + LEAD):
            found[problem] = (-best[1], best[2])
    return found


def _weight(shared: str, count: int, points: int) -> float:
    weight = log(max(points, FEWEST_POINTS) / count)
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
    known = _known_characters()
    for run in RUN.findall(text):
        pairs.update(map(add, run, run[1:]))
        rare.update(run)
    return (
        frozenset(each for each in pairs if FUNCTION_CHARACTERS.isdisjoint(each)),
        frozenset(rare - known),
    )


@cache
def _known_characters() -> frozenset[str]:
    """The characters of function words, frequent words and common words."""
    return FUNCTION_CHARACTERS.union(*frequent_words(), *common_pairs())
