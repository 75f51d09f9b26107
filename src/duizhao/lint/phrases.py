"""Set phrases as data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import count, product

from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

_Rest = tuple[int, int, LazyPattern]
"""The rank of a branch, the length of its beginning, and what follows."""
_Filed = tuple[tuple[int, ...], dict[str, list[_Rest]]]
"""The lengths that beginnings have, and the rests of each beginning."""
_GROUP = re.compile(r"\{([^{}]*)\}")


class Phrases:
    """Set phrases: how each begins, and what follows.

    A key of `branches` is the literal beginning, in which `{甲,乙}` stands for 甲 or 乙, and `{,甲}` for 甲 or nothing.
    Its value is a regular expression for the rest, empty for none. The beginnings are the anchors that the one scan
    looks for, so every phrase is found. `before` is a look-behind for all of them.
    """

    def __init__(self, branches: Mapping[str, str], before: str = "") -> None:
        self.branches = branches
        self.before = before

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """Every beginning, written out."""
        return tuple(dict.fromkeys(word for begin in self.branches for word in beginnings(begin)))

    @cached_property
    def _by_first(self) -> Mapping[str, list[str]]:
        """The branches, in order, by each character that they may begin with."""
        filed: dict[str, list[str]] = defaultdict(list)
        for begin in self.branches:
            for first in first_characters(begin):
                filed[first].append(begin)
        return filed

    @cached_property
    def _filed(self) -> dict[str, _Filed]:
        return {}

    def _beginning_with(self, first: str) -> _Filed:
        """The beginnings with this first character. A text needs few: only these are written out."""
        if first not in self._filed:
            words: dict[str, list[_Rest]] = defaultdict(list)
            rank = count()
            for begin in self._by_first.get(first, ()):
                pattern = LazyPattern(self.branches[begin])
                for word in beginnings(begin):
                    if word[0] == first:
                        words[word].append((next(rank), len(word), pattern))
            self._filed[first] = tuple(set(map(len, words))), dict(words)
        return self._filed[first]

    @cached_property
    def _before(self) -> LazyPattern:
        return LazyPattern(self.before)

    def at(self, start: int, text: str) -> Span | None:
        """The phrase that begins at `start`, where an anchor stands; None if the text goes on otherwise."""
        if self.before and not self._before.match(text, start):
            return None
        sizes, words = self._beginning_with(text[start])
        tried = [each for n in sizes for each in words.get(text[start : start + n], ())]
        for _, size, rest in sorted(tried):
            if found := rest.match(text, start + size):
                return Span(start, found.end())
        return None


def beginnings(begin: str) -> Iterator[str]:
    """The literal strings that a beginning stands for.

    >>> list(beginnings("{扫码,长按}关注{,我们}"))
    ['扫码关注', '扫码关注我们', '长按关注', '长按关注我们']
    """
    return map("".join, product(*_alternatives(begin)))


def first_characters(begin: str) -> Iterator[str]:
    """The characters that the strings of a beginning begin with, each once."""
    if begin[0] != "{":
        yield begin[0]
        return
    firsts: dict[str, None] = {}
    for part in _alternatives(begin):
        firsts.update(dict.fromkeys(word[0] for word in part if word))
        if all(part):
            break
    yield from firsts


def _alternatives(begin: str) -> Iterator[list[str]]:
    """The parts of a beginning in order: a literal part has one alternative."""
    for at, part in enumerate(_GROUP.split(begin)):
        yield part.split(",") if at % 2 else [part]
