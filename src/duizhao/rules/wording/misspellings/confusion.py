"""Words that are taken for each other: which is wrong beside which neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from duizhao.rules.wording.misspellings import entries
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CLAUSE_START = r"(?:^|[，。；：、！？\n\s）])"
WIDEST_BEFORE = 12
"""How many characters before a word are looked at."""


@dataclass(frozen=True)
class Confusion:
    """A word that is wrong where `before` stands before it and `after` behind it; `right` is the word meant.

    `is_mild` if both are in use and one is preferred.
    """

    wrong: str
    right: str
    before: str
    after: str
    is_mild: bool

    @cached_property
    def _before(self) -> LazyPattern:
        return LazyPattern(f"(?:{self.before.replace('§', CLAUSE_START)})$")

    @cached_property
    def _after(self) -> LazyPattern:
        return LazyPattern(self.after)

    def is_at(self, text: str, word: Span) -> bool:
        """True if the neighbours of `word` make it wrong."""
        start, end = word
        if self.after and not self._after.match(text, end):
            return False
        head = text[max(0, start - WIDEST_BEFORE) : start]
        return not self.before or bool(self._before.search(head))


@cache
def confusions() -> Mapping[str, tuple[Confusion, ...]]:
    """The confusions by the wrong word."""
    found: dict[str, list[Confusion]] = defaultdict(list)
    for line in entries("confusions.tsv"):
        wrong, right, before, after = (*line.split("\t"), "", "")[:4]
        mild = right.endswith("?")
        found[wrong].append(Confusion(wrong, right.removesuffix("?"), before, after, mild))
    return MappingProxyType({word: tuple(listed) for word, listed in found.items()})
