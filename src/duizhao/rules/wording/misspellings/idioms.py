"""Idioms of four characters, found by the half that a wrong character leaves intact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from duizhao.rules.wording.misspellings import at_borders, certain, entries
from duizhao.rules.wording.slips import confusable
from duizhao.text import Span

IDIOM_LENGTH, HALF_LENGTH = 4, 2


class MiswrittenIdiom(NamedTuple):
    """A place with three characters of an idiom, and the idiom."""

    place: Span
    idiom: str


@cache
def halves() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The halves that are looked for, each with its idioms and the offset in them."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for line in entries("idioms.txt"):
        for at in range(HALF_LENGTH, len(line), IDIOM_LENGTH):
            idiom = line[at : at + IDIOM_LENGTH]
            if line[0] != "后":
                found[idiom[:HALF_LENGTH]].append((idiom, 0))
            if line[0] != "前":
                found[idiom[HALF_LENGTH:]].append((idiom, HALF_LENGTH))
    return MappingProxyType({half: tuple(listed) for half, listed in found.items()})


def miswritten_at(text: str, half: Span) -> Iterator[MiswrittenIdiom]:
    """The idioms of which one half stands at `half`, and of the other all but one character, which is like it."""
    for idiom, offset in halves()[half.of(text)]:
        start = half.start - offset
        form = text[max(0, start) : start + IDIOM_LENGTH]
        if start >= 0 and is_one_alike(form, idiom) and form not in _right():
            yield MiswrittenIdiom(Span(start, start + IDIOM_LENGTH), idiom)


def is_one_alike(form: str, idiom: str) -> bool:
    """True if one character differs, and sounds or looks like the right one."""
    different = [(a, b) for a, b in zip(form, idiom, strict=False) if a != b]
    return len(form) == len(idiom) and len(different) == 1 and _are_alike(*different[0])


def _are_alike(one: str, other: str) -> bool:
    if other in confusable().get(one, "") or one in confusable().get(other, ""):
        return True
    return bool(_sounds().get(one, frozenset()) & _sounds().get(other, frozenset()))


@cache
def _right() -> frozenset[str]:
    """Idioms and other right forms: some differ in one character."""
    listed = {idiom for idioms in halves().values() for idiom, _ in idioms}
    return frozenset(listed.union(certain().values(), at_borders().values()))


@cache
def _sounds() -> Mapping[str, frozenset[int]]:
    """The groups of characters that sound alike, by character."""
    groups: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(entries("sounds.txt")):
        for character in line:
            groups[character].add(number)
    return {character: frozenset(numbers) for character, numbers in groups.items()}
