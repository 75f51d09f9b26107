"""Idioms of four characters, found by the half that a wrong character leaves intact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
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
def _listed() -> tuple[str, str]:
    """The idioms of which the first half is looked for, and those of which the second is, each without gaps."""
    lines = entries("idioms.txt")
    firsts = "".join([line[2:] for line in lines if line[0] != "后"])
    return firsts, "".join([line[2:] for line in lines if line[0] != "前"])


def halves() -> list[str]:
    """The halves that are looked for."""
    firsts, seconds = _listed()
    return [*re.findall("(..)..", firsts), *re.findall("..(..)", seconds)]


def idioms() -> frozenset[str]:
    """Every idiom that is looked for."""
    return frozenset(re.findall("." * IDIOM_LENGTH, "".join(_listed())))


@cache
def _idioms_with(half: str) -> tuple[tuple[str, int, int, str, str], ...]:
    """The idioms with `half`: the offset in them, where the other half stands beyond `half`, and its two characters."""
    firsts, seconds = _listed()
    return (
        *((each, 0, HALF_LENGTH, each[2], each[3]) for each in _aligned(firsts, half, 0)),
        *(
            (each, HALF_LENGTH, -HALF_LENGTH, each[0], each[1])
            for each in _aligned(seconds, half, HALF_LENGTH)
        ),
    )


def _aligned(listed: str, half: str, offset: int) -> Iterator[str]:
    at = listed.find(half)
    while at >= 0:
        if at % IDIOM_LENGTH == offset:
            yield listed[at - offset : at - offset + IDIOM_LENGTH]
        at = listed.find(half, at + 1)


def miswritten(text: str, places: Iterable[tuple[int, int]]) -> list[MiswrittenIdiom]:
    """The idioms of which one half stands at a place, and of the other all but one character, which is like it."""
    found: list[MiswrittenIdiom] = []
    last = len(text) - IDIOM_LENGTH
    for half, end in places:
        for idiom, offset, beyond, one, other in _idioms_with(text[half:end]):
            start, at = half - offset, half + beyond
            # Nearly every half stands in its idiom, or with nothing of the other half.
            if 0 <= start <= last and (text[at] == one) is not (text[at + 1] == other):
                form = text[start : start + IDIOM_LENGTH]
                if is_one_alike(form, idiom) and form not in _right():
                    found.append(MiswrittenIdiom(Span(start, start + IDIOM_LENGTH), idiom))
    return found


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
    return idioms().union(certain().values(), at_borders().values(), entries("exceptions.txt"))


@cache
def _sounds() -> Mapping[str, frozenset[int]]:
    """The groups of characters that sound alike, by character."""
    groups: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(entries("sounds.txt")):
        for character in line:
            groups[character].add(number)
    return {character: frozenset(numbers) for character, numbers in groups.items()}
