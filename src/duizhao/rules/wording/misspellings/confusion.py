"""Words that are taken for each other: which is wrong beside which neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from duizhao.rules.wording.misspellings import entries
from duizhao.text.pattern import LazyPattern

CLAUSE_START = r"(?:^|[，。；：、！？\n\s）])"
WIDEST_BEFORE = 12
"""How many characters before a word are looked at."""


class Confusion:
    """A word that is wrong where `before` stands before it and `after` behind it; `right` is the word meant.

    `is_mild` if both are in use and one is preferred.
    """

    def __init__(self, line: str) -> None:
        wrong, right, before, after = (*line.split("\t"), "", "")[:4]
        self.wrong = wrong
        self.right = right.removesuffix("?")
        self.is_mild = right.endswith("?")
        self.before, self.after = before, after
        self._before = LazyPattern(f"(?:{before.replace('§', CLAUSE_START)})$") if before else None
        self._after = LazyPattern(after) if after else None

    def is_at(self, text: str, start: int, end: int) -> bool:
        """True if the neighbours of the word from `start` to `end` make it wrong."""
        if self._after and not self._after.match(text, end):
            return False
        return not self._before or bool(
            self._before.search(text[max(0, start - WIDEST_BEFORE) : start])
        )


@cache
def confused_words() -> Mapping[str, list[str]]:
    """The words that may be wrong, each with its lines of the table."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in entries("confusions.tsv"):
        found[line[: line.index("\t")]].append(line)
    return found


@cache
def confusions_of(word: str) -> tuple[Confusion, ...]:
    """The confusions of a word that may be wrong."""
    return tuple(map(Confusion, confused_words()[word]))
