"""Words as pairs of neighbouring characters, so that no list of terms has to know them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from duizhao.statement.links.common_words import common_pairs
from duizhao.statement.links.shared_words import RUN

EDGES = "不没未无的了是在和与也都就还"
"""Function words at which a word that two texts share neither begins nor ends."""


def telling_pairs(text: str) -> frozenset[str]:
    """The pairs of a text that not every statement has."""
    pairs = {left + right for run in RUN.findall(text) for left, right in pairwise(run)}
    return frozenset(pairs - common_pairs())


def words_of_pairs(text: str, pairs: AbstractSet[str]) -> tuple[str, ...]:
    """The longest words of a text that are made up of these pairs, in text order."""
    words: dict[str, None] = {}
    for run in RUN.findall(text):
        begin = 0
        for at in range(1, len(run) + 1):
            if run[at - 1 : at + 1] not in pairs:
                if at - begin > 1:
                    words[run[begin:at]] = None
                begin = at
    return tuple(words)


def common_words(text: str, other: str, pairs: AbstractSet[str]) -> tuple[str, ...]:
    """The longest stretches of letters that both texts have and that hold one of these pairs, in text order.

    Function words at their ends are left out.
    """
    words: dict[str, None] = {}
    begin = 0
    while begin < len(text) - 1:
        end = begin + 1
        while (
            end < len(text) and text[begin : end + 1].isalpha() and text[begin : end + 1] in other
        ):
            end += 1
        word = text[begin:end].strip(EDGES)
        if any(word[at : at + 2] in pairs for at in range(len(word) - 1)):
            words[word] = None
            begin = end
        else:
            begin += 1
    return tuple(
        word for word in words if not any(word in longer for longer in words if longer != word)
    )
