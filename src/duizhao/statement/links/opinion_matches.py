"""Finds the problems of statements that may answer an opinion: those with which it shares rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from duizhao.statement.links.common_words import frequent_words
from duizhao.statement.links.word_pairs import telling_pairs, words_of_pairs
from duizhao.text.value import value

MIN_WEIGHT = 1.0
"""The least weight of all shared pairs together: of three problems, a pair that one has."""
FEWEST_PROBLEMS = 4
"""Fewer problems are weighed as if there were so many."""


@value
class StatedProblem:
    """A problem as a statement has it: what it claims, and its whole text."""

    claim: str
    text: str


@value
class OpinionMatch:
    """A problem that shares words with an opinion, by its number in the list that was asked, with these words."""

    number: int
    words: tuple[str, ...]


def matches_of_opinion(
    opinion: str, problems: Sequence[StatedProblem], most: int = 5
) -> list[OpinionMatch]:
    """The problems that share rare words with an opinion, those that share most first; `most` of them at most."""
    asked = telling_pairs(opinion)
    shared = [asked & telling_pairs(each.text) for each in problems]
    counts = Counter(pair for pairs in shared for pair in pairs)
    count = max(len(problems), FEWEST_PROBLEMS)
    weights = {
        pair: log(count / known) + (pair not in frequent_words()) for pair, known in counts.items()
    }
    found = [(sum(weights[pair] for pair in pairs), at) for at, pairs in enumerate(shared) if pairs]
    best = sorted(
        (each for each in found if each[0] >= MIN_WEIGHT), key=lambda each: (-each[0], each[1])
    )
    return [OpinionMatch(at, words_of_pairs(opinion, shared[at])) for _, at in best[:most]]
