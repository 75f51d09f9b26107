"""Idioms of four characters, found by the half that a wrong character leaves intact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from duizhao.rules.wording.misspellings import at_borders, certain, entries
from duizhao.rules.wording.slips import confusable
from duizhao.text import Span

IDIOM_LENGTH, HALF_LENGTH = 4, 2
FIRST_HAN, LAST_HAN = "\u4e00", "\u9fff"
NOT_LOOKED_FOR, ITS_OWN, WITH_A_THIRD = "0", "2", "3"
"""What the two digits of a line say of the first and of the second half; see the head of the file."""


class MiswrittenIdiom(NamedTuple):
    """A place with three characters of an idiom, and the idiom."""

    place: Span
    idiom: str


class IdiomPiece(NamedTuple):
    """An idiom, where a piece of it begins, whether any wrong character in the rest is a slip or only one that is like
    the right one, and the rest.
    """

    idiom: str
    start: int
    is_its_own: bool
    rest: str


@cache
def _listed() -> tuple[tuple[str, str], ...]:
    """The idioms without gaps, by the digits of their halves."""
    listed: dict[str, list[str]] = defaultdict(list)
    for line in entries("idioms.txt"):
        listed[line[:2]].append(line[3:])
    return tuple((digits, "".join(lines)) for digits, lines in listed.items())


def pieces() -> list[str]:
    """The halves that are looked for, some with a third character."""
    found: list[str] = []
    for digits, idioms_so in _listed():
        first, second = digits[0], digits[1]
        if first != NOT_LOOKED_FOR:
            found += re.findall("(...)." if first == WITH_A_THIRD else "(..)..", idioms_so)
        if second != NOT_LOOKED_FOR:
            found += re.findall(".(...)" if second == WITH_A_THIRD else "..(..)", idioms_so)
    return found


def idioms() -> frozenset[str]:
    """Every idiom that is looked for."""
    return frozenset(re.findall("." * IDIOM_LENGTH, "".join(each for _, each in _listed())))


@cache
def _idioms_with(piece: str) -> tuple[IdiomPiece, ...]:
    """The idioms that are looked for by `piece`."""
    is_longer = len(piece) > HALF_LENGTH
    found: list[IdiomPiece] = []
    for digits, listed in _listed():
        for digit, start in ((digits[0], 0), (digits[1], IDIOM_LENGTH - len(piece))):
            if digit != NOT_LOOKED_FOR and (digit == WITH_A_THIRD) is is_longer:
                its_own = digit == ITS_OWN
                found += [
                    IdiomPiece(each, start, its_own, each.replace(piece, "", 1))
                    for each in _aligned(listed, piece, start)
                ]
    return tuple(found)


def _aligned(listed: str, piece: str, start: int) -> Iterator[str]:
    at = listed.find(piece)
    while at >= 0:
        if at % IDIOM_LENGTH == start:
            yield listed[at - start : at - start + IDIOM_LENGTH]
        at = listed.find(piece, at + 1)


def miswritten(text: str, places: Iterable[tuple[int, int]]) -> list[MiswrittenIdiom]:
    """The idioms of which a piece stands at a place, and of the rest all but one character, which is like it."""
    found: list[MiswrittenIdiom] = []
    for at, end in places:
        for idiom, offset, is_its_own, rest in _idioms_with(text[at:end]):
            # Nearly every piece stands in its idiom, or with nothing else of it.
            beyond = end if not offset else at - len(rest)
            form = text[beyond : beyond + len(rest)]
            if form != rest and (len(rest) == 1 or form[:1] == rest[0] or form[1:] == rest[1]):
                start = at - offset
                whole = text[start : start + IDIOM_LENGTH] if start >= 0 else ""
                if is_one_off(whole, idiom, alike=not is_its_own) and whole not in _right():
                    found.append(MiswrittenIdiom(Span(start, start + IDIOM_LENGTH), idiom))
    return found


def is_one_off(form: str, idiom: str, *, alike: bool) -> bool:
    """True if one character differs from the idiom: if `alike`, one that sounds or looks like the right one."""
    if len(form) != len(idiom) or sum(map(ne, form, idiom)) != 1:
        return False
    at = next(compress(count(), map(ne, form, idiom)))
    return FIRST_HAN <= form[at] <= LAST_HAN and (not alike or _are_alike(form[at], idiom[at]))


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
