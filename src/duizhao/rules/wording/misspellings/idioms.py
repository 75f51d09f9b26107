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
FREE_PLACES = {
    "一走了之": 1, "一推了之": 1, "一笑了之": 1, "死路一条": 0, "见不得人": 3, "一己之见": 3, "一己之私": 3,
    "一己之力": 3, "切肤之痛": 3, "自命清高": 1, "自视清高": 1,
    "说风凉话": 0,
}  # fmt: skip
"""Where an idiom is one of many, and any character may stand: 一签了之, 思路一条也没有, 见不得浪费."""
BEYOND = "\n" * IDIOM_LENGTH
"""What is read beyond the ends of a text."""
INTERCHANGED = frozenset(("词辞", "辞词", "唯惟", "惟唯", "漂飘", "飘漂", "疼痛", "痛疼", "采彩"))
"""Characters of which idioms are written with one or the other: 理屈词穷, 理屈辞穷."""


class MiswrittenIdiom(NamedTuple):
    """A place with three characters of an idiom, and the idiom."""

    place: Span
    idiom: str


class LookedFor(NamedTuple):
    """An idiom, and whether any wrong character beside the piece is a slip or only one that is like the right one."""

    idiom: str
    is_its_own: bool


class BesidePiece(NamedTuple):
    """What the idioms of a piece have on one side of it: where its first and its last character stand, counted from the
    piece; how it is written in them; and the idioms by the first and by the last character. Of a piece with a third
    character they are all under "".
    """

    first: int
    last: int
    rests: frozenset[str]
    by_first: Mapping[str, list[LookedFor]]
    by_last: Mapping[str, list[LookedFor]]


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
    """Every idiom that is known."""
    return frozenset(re.findall("." * IDIOM_LENGTH, "".join(each for _, each in _listed())))


@cache
def seldom_used() -> frozenset[str]:
    """Forms that a dictionary of idioms has beside the usual ones."""
    return frozenset(re.findall("." * IDIOM_LENGTH, "".join(entries("seldom_idioms.txt"))))


class _PieceTable(dict[str, tuple[BesidePiece, ...]]):
    """What stands beside each piece in its idioms, gathered when it is first found in a text."""

    def __missing__(self, piece: str) -> tuple[BesidePiece, ...]:
        self[piece] = tuple(_beside(piece))
        return self[piece]


def _beside(piece: str) -> Iterator[BesidePiece]:
    size = IDIOM_LENGTH - len(piece)
    for which, start, begin in ((0, 0, len(piece)), (1, size, -size)):
        found = {
            each[begin:][:size] if begin > 0 else each[:size]: LookedFor(
                each, digits[which] == ITS_OWN
            )
            for digits, listed in _listed()
            if digits[which] != NOT_LOOKED_FOR
            and (digits[which] == WITH_A_THIRD) is (len(piece) > HALF_LENGTH)
            for each in _aligned(listed, piece, start)
        }
        if found:
            by_first, by_last = defaultdict(list), defaultdict(list)
            for rest, idiom in found.items():
                by_first[rest[:-1]].append(idiom)
                by_last[rest[1:]].append(idiom)
            last = begin + size - 1
            yield BesidePiece(begin, last, frozenset(found), dict(by_first), dict(by_last))


def _aligned(listed: str, piece: str, start: int) -> Iterator[str]:
    at = listed.find(piece)
    while at >= 0:
        if at % IDIOM_LENGTH == start:
            yield listed[at - start : at - start + IDIOM_LENGTH]
        at = listed.find(piece, at + 1)


@cache
def _table() -> _PieceTable:
    return _PieceTable()


def miswritten(text: str, places: Iterable[tuple[int, int]]) -> list[MiswrittenIdiom]:
    """The idioms of which a piece stands at a place, and of the rest all but one character, which is like it."""
    found: list[MiswrittenIdiom] = []
    table, padded = _table(), text + BEYOND
    for at, end in places:
        for first, last, rests, by_first, by_last in table[text[at:end]]:
            begins = padded[at + first] in by_first
            ends = padded[at + last] in by_last
            # Most pieces stand in their idiom, or with nothing else of it.
            if (begins or ends or first == last) and padded[
                at + first : at + last + 1
            ] not in rests:
                start = min(at, at + first)
                near = by_first.get(padded[at + first : at + last], ())
                found += _miswritten_at(text, start, near)
                if first != last:
                    found += _miswritten_at(text, start, by_last.get(padded[at + last], ()))
    return found


def _miswritten_at(text: str, start: int, near: Iterable[LookedFor]) -> Iterator[MiswrittenIdiom]:
    form = text[start : start + IDIOM_LENGTH] if start >= 0 else ""
    for idiom, is_its_own in near:
        if (
            is_one_off(form, idiom, alike=not is_its_own)
            and form not in _right()
            and wrong_character(form, idiom) != FREE_PLACES.get(idiom)
        ):
            yield MiswrittenIdiom(Span(start, start + IDIOM_LENGTH), idiom)


def is_one_off(form: str, idiom: str, *, alike: bool) -> bool:
    """True if one character differs from the idiom: if `alike`, one that sounds or looks like the right one."""
    if len(form) != len(idiom) or sum(map(ne, form, idiom)) != 1:
        return False
    at = next(compress(count(), map(ne, form, idiom)))
    one, other = form[at], idiom[at]
    if not FIRST_HAN <= one <= LAST_HAN or one + other in INTERCHANGED:
        return False
    return not alike or are_alike(one, other) or _have_common_part(one, other)


def wrong_character(form: str, idiom: str) -> int:
    """Where the one character stands in which the two differ."""
    return next(compress(count(), map(ne, form, idiom)))


def are_alike(one: str, other: str) -> bool:
    """True if one character is taken for the other: by its sound, or listed among those that look alike."""
    if other in confusable().get(one, "") or one in confusable().get(other, ""):
        return True
    return _in_one_group(one, other, "sounds.txt")


def _have_common_part(one: str, other: str) -> bool:
    return _in_one_group(one, other, "parts.txt")


def _in_one_group(one: str, other: str, name: str) -> bool:
    return not _groups(one, name).isdisjoint(_groups(other, name))


@cache
def _right() -> frozenset[str]:
    """Idioms and other right forms: some differ in one character."""
    return idioms().union(certain().values(), at_borders().values(), entries("exceptions.txt"))


@cache
def _groups(character: str, name: str) -> frozenset[int]:
    """The groups of a file, one a line, that a character is in: a text asks for a few."""
    return frozenset(at for at, group in enumerate(_listed_groups(name)) if character in group)


_listed_groups = cache(entries)
