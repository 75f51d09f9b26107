"""Aspects, and their names in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from duizhao.status import Status
from duizhao.text import value
from duizhao.text.simplified import has_traditional, simplified

LONG_NAME = 4
NOTHING = "(?!)"  # a pattern that matches nowhere

BLANKS = dict.fromkeys(map(ord, " \t　\u00a0\u2002\u2003\u200b\ufeff"))


@value
class Aspect:
    """A matter that a statement is examined against, with its official name and other names in use."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    status: Status = Status.VERIFIED


def normalised(text: str) -> str:
    """`text` without blanks, in Simplified script."""
    joined = text.translate(BLANKS)
    return simplified(joined) if has_traditional(joined) else joined


def _any_of(names: Iterable[str]) -> str:
    """A pattern of any of these names, the first that fits: by first characters, so that few are tried at a place."""
    rests: dict[str, list[str]] = {}
    for name in names:
        rests.setdefault(re.escape(name[:1]), []).append(re.escape(name[1:]))
    return "|".join(f"{first}(?:{'|'.join(each)})" for first, each in rests.items())


class AspectNames:
    """The names and aliases of some aspects, made ready once to be found in any number of texts."""

    def __init__(self, named: Iterable[tuple[str, Aspect]]) -> None:
        self._named = tuple(sorted(named, key=lambda pair: -len(pair[0])))
        self._any = re.compile(_any_of(name for name, _ in self._named) or NOTHING)

    @classmethod
    def from_aspects(cls, aspects: Iterable[Aspect]) -> AspectNames:
        """Every name and alias of these aspects."""
        return cls((name, each) for each in aspects for name in (each.name, *each.aliases))

    @cached_property
    def _beginning(self) -> dict[str, list[int]]:
        """For each name the places in `_named` of the names that it begins with, its own among them."""
        return {
            name: [at for at, (other, _) in enumerate(self._named) if name.startswith(other)]
            for name, _ in self._named
        }

    @cached_property
    def long(self) -> AspectNames:
        """Only names of at least LONG_NAME characters: these are clear in any context."""
        return AspectNames(pair for pair in self._named if len(pair[0]) >= LONG_NAME)

    def find(self, text: str) -> tuple[tuple[str, Aspect], ...]:
        """The aspects that `text` names, each with the name it is called by, longest name first.

        A name inside a longer one that was found does not count: 政治能力 does not name 能力.
        """
        first = self._any.search(text)
        if not first:
            return ()
        present = self._present(text, first)
        if len(present) == 1:
            return (self._named[present.pop()],)
        found: list[tuple[str, Aspect]] = []
        for at in sorted(present):
            name, aspect = self._named[at]
            if name in text:
                text = text.replace(name, "\n")
                if not found or all(aspect is not other for _, other in found):
                    found.append((name, aspect))
        return tuple(found)

    def _present(self, text: str, first: re.Match[str]) -> set[int]:
        """The places in `_named` of the names in `text`, from the `first` on: quicker than to look for each of them."""
        present: set[int] = set()
        search, beginning = self._any.search, self._beginning
        found: re.Match[str] | None = first
        while found and (name := found[0]):
            present.update(beginning[name])
            found = search(text, found.start() + 1)
        return present
