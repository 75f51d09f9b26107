"""Words that are taken for each other: which is wrong beside which neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from duizhao.rules.wording.misspellings import entries
from duizhao.rules.wording.misspellings.edges import Characters, edges_of
from duizhao.text.pattern import LazyPattern

CLAUSE_MARKS = "，。；：、！？\n\r\t \u3000）"
CLAUSE_START = f"(?:^|[{CLAUSE_MARKS}])"
WIDEST_BEFORE = 12
"""How many characters before a word are looked at."""


class Confusion:
    """A word that is wrong where `before` stands before it and `after` behind it; `right` is the word meant.

    `is_mild` if both are in use and one is preferred. Of `previous` and `following` one must be the character beside
    the word; None where it may be any.
    """

    def __init__(self, line: str) -> None:
        wrong, right, before, after = (*line.split("\t"), "", "")[:4]
        self.wrong = wrong
        self.right = right.removesuffix("?")
        self.is_mild = right.endswith("?")
        self.before, self.after = before.replace("§", CLAUSE_START), after
        self.previous: Characters = _beside(self.before, is_before=True)
        self.following: Characters = _beside(after, is_before=False)
        self._before = LazyPattern(f"(?:{self.before})$") if before else None
        self._after = LazyPattern(after) if after else None

    def is_at(self, text: str, start: int, end: int) -> bool:
        """True if the neighbours of the word from `start` to `end` make it wrong."""
        if self.previous is not None and text[start - 1 : start] not in self.previous:
            return False
        if self._after and not self._after.match(text, end):
            return False
        return not self._before or bool(
            self._before.search(text[max(0, start - WIDEST_BEFORE) : start])
        )


def _beside(pattern: str, *, is_before: bool) -> Characters:
    edges = edges_of(pattern)
    if edges.is_empty:
        return None
    return edges.last if is_before else edges.first


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


def confusion_at(text: str, start: int, end: int) -> Confusion | None:
    """The first confusion of the word from `start` to `end` whose neighbours stand there."""
    by_following, others = _by_following(text[start:end])
    for each in by_following.get(text[end : end + 1], others):
        if each.is_at(text, start, end):
            return each
    return None


@cache
def _by_following(
    word: str,
) -> tuple[Mapping[str, tuple[Confusion, ...]], tuple[Confusion, ...]]:
    """The confusions of a word that the character behind it allows, and those that any other one does."""
    listed = confusions_of(word)
    characters = frozenset().union(*(each.following or () for each in listed))
    return (
        {
            character: tuple(
                each for each in listed if each.following is None or character in each.following
            )
            for character in characters
        },
        tuple(each for each in listed if each.following is None),
    )
