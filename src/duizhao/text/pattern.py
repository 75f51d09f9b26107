"""A regular expression that is compiled when it is first used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


class LazyPattern:
    """A regular expression with the methods of `re.Pattern`, compiled by the first call of one.

    Compiling takes up to some milliseconds; most texts never need most of the patterns of the rules.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @classmethod
    def of_lines(cls, lines: str) -> LazyPattern:
        """What any of these lines finds; each is an example, two blanks, and a pattern."""
        return cls("|".join(pattern for _, pattern in examples_with_patterns(lines)))

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    # Bound methods of the compiled pattern: kept, they cost no more than those of a pattern compiled at import.
    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.search

    @cached_property
    def sub(self) -> Callable[..., str]:
        return self._compiled.sub

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        return self._compiled.split

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        return self._compiled.findall

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self._compiled.finditer


def examples_with_patterns(lines: str) -> Iterator[tuple[str, str]]:
    """The examples in lines for `LazyPattern.of_lines`, each with its pattern; a line that is set in goes on."""
    for line in filter(None, lines.replace("\n  ", "").splitlines()):
        example, _, pattern = line.partition("  ")
        yield example, pattern
