"""Set phrases as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import count, product

from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

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
    def _filed(self) -> Mapping[str, list[tuple[int, int, LazyPattern]]]:
        """Each beginning with its rank, its length and its rest. A text has few: only their rests are compiled."""
        filed: dict[str, list[tuple[int, int, LazyPattern]]] = {}
        rank = count()
        for begin, rest in self.branches.items():
            pattern = LazyPattern(rest)
            for word in beginnings(begin):
                filed.setdefault(word, []).append((next(rank), len(word), pattern))
        return filed

    @cached_property
    def _sizes(self) -> tuple[int, ...]:
        return tuple(set(map(len, self._filed)))

    @cached_property
    def _before(self) -> LazyPattern:
        return LazyPattern(self.before)

    def at(self, start: int, text: str) -> Span | None:
        """The phrase that begins at `start`, where an anchor stands; None if the text goes on otherwise."""
        if self.before and not self._before.match(text, start):
            return None
        filed = self._filed
        tried = [each for n in self._sizes for each in filed.get(text[start : start + n], ())]
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


def _alternatives(begin: str) -> Iterator[list[str]]:
    """The parts of a beginning in order: a literal part has one alternative."""
    for at, part in enumerate(_GROUP.split(begin)):
        yield part.split(",") if at % 2 else [part]
