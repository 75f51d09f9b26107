"""The gravest phrases: the pieces that a text is searched for, each with the phrases that it belongs to.

phrases.toml is the table. tools/build_grave.py makes pieces.txt from it, which is read at every start: a line for each
piece. A piece begins or ends a phrase. Of one slip in a phrase, one piece stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

DATA = Path(__file__).parent
SHORTEST_PHRASE = 5
"""In characters: below it a unit's own phrase lies too near to other words."""
SHORTEST_GAPPED = 6
"""In characters: from here on the pieces leave a character between them, so that no exchange breaks both."""
OPEN = "~"
AS_IT_STANDS = -1
"""The start of a form that is wrong as it stands, in the place of the offset of a piece."""


class GravePhrase(NamedTuple):
    """A phrase, the offset of a piece in it, and whether its first or its last character may rightly be another."""

    right: str
    start: int
    is_open_first: bool
    is_open_last: bool


@cache
def pieces() -> Mapping[str, str]:
    """The pieces of the shipped table, each with its entry in the file."""
    text = (DATA / "pieces.txt").read_text(encoding="utf-8")
    lines = (line.partition("\t") for line in text.split("\n") if line and line[0] != "#")
    return MappingProxyType({piece: entry for piece, _, entry in lines})


@cache
def phrases(piece: str) -> tuple[GravePhrase, ...]:
    """The shipped phrases that begin or end with `piece`."""
    return tuple(map(_phrase, pieces().get(piece, "").split()))


def _phrase(entry: str) -> GravePhrase:
    if entry[0] == "=":
        return GravePhrase(entry[1:], AS_IT_STANDS, False, False)
    name = entry.rstrip("0123456789")
    start = int(entry[len(name) :])
    return GravePhrase(name.strip(OPEN), start, name[0] == OPEN, name[-1] == OPEN)


@cache
def right_neighbours() -> tuple[frozenset[str], re.Pattern[str]]:
    """What is right although a phrase lies one character off: as it stands, and by what stands round it."""
    forms, patterns = (DATA / "right.txt").read_text(encoding="utf-8").split("\n")[1:3]
    every = frozenset(each.right for piece in pieces() for each in phrases(piece))
    return every.union(forms.split()), re.compile(patterns)


def by_piece(
    written: Iterable[str], frequent: frozenset[str] = frozenset()
) -> Mapping[str, tuple[str, ...]]:
    """The pieces of phrases as the table writes them, with the entries for the file. No piece is `frequent`."""
    names = {each.strip(OPEN): each for each in written}
    filed: dict[str, list[str]] = {}
    for right, name in names.items():
        for start, end in _pieces_of(right, frequent, names.keys()):
            filed.setdefault(right[start:end], []).append(f"{name}{start}")
    return MappingProxyType({piece: tuple(entries) for piece, entries in filed.items()})


def own_phrases(written: Iterable[str]) -> Mapping[str, tuple[GravePhrase, ...]]:
    """The pieces of a unit's own phrases, each with its phrases."""
    known = [each for each in written if len(each.strip(OPEN)) >= SHORTEST_PHRASE]
    return MappingProxyType(
        {piece: tuple(map(_phrase, entries)) for piece, entries in by_piece(known).items()}
    )


def _pieces_of(
    right: str, frequent: frozenset[str], phrases: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """The spans of the pieces of a phrase: its beginning and its end.

    If it begins or ends with a shorter phrase, the whole of that is a piece too: where the shorter phrase stands as it
    should, the longer one is still looked at.
    """
    size = len(right)
    first, last = _cut(right, frequent)
    inside = [each for each in phrases if len(each) < size and each in right]
    longer = max((len(each) for each in inside if right.startswith(each)), default=0)
    yield from ((0, end) for end in {first, max(first, longer)} if end < size)
    longer = max((len(each) for each in inside if right.endswith(each)), default=0)
    yield from ((start, size) for start in {last, min(last, size - longer)} if start > 0)


def _cut(right: str, frequent: frozenset[str]) -> tuple[int, int]:
    """Where the first piece ends and the last one begins: near the middle, and neither a frequent word."""
    size = len(right)
    gap = int(size >= SHORTEST_GAPPED)
    cuts = sorted(range(2, size - 1 - gap), key=lambda at: abs(2 * at + gap - size))
    for at in cuts:
        if right[:at] not in frequent and right[at + gap :] not in frequent:
            return at, at + gap
    first, last = size // 2, size // 2
    while right[:first] in frequent or first < 2:
        first += 1
    while right[last:] in frequent or last > size - 2:
        last -= 1
    return first, last
