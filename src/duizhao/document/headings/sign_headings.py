"""Headings that only signs mark: ★ 毛病清单 above ● 路面执勤：, above lines of a list; 【根子】 above lines with —."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from duizhao.document.headings.title_words import heads_part
from duizhao.document.headings.unnumbered_heading import (
    DASHES,
    SIGNS,
    undecorated,
    unnumbered_heading,
)
from duizhao.document.lines import Line
from duizhao.document.nodes import Heading
from duizhao.text import Span

LONGEST_TITLE, FEWEST_CHAPTERS, FEWEST_BELOW = 14, 2, 2
STOPS = frozenset("。！？；，,.!?;")
BRACKET, LEVEL_OF_LIST = "【", 3
SIGNS_OF_LINES = frozenset(SIGNS + DASHES)
LISTS, COLONS = ("清单", "台账", "台帐"), "：:"


def sign_headings(text: str, blocks: Sequence[Line]) -> dict[int, Heading]:
    """The headings by the starts of their lines, if one sign stands before the names of several parts alone.

    A second sign that stands before short titles alone marks the level below. So does one whose lines all stand above
    lines with other signs.
    """
    signed: dict[str, list[Line]] = {}
    for start, end in blocks[:-1]:
        sign = text[start]
        if sign in SIGNS or (sign == BRACKET and text[end - 1] == "】"):
            signed.setdefault(sign, []).append((start, end))
    if not signed:
        return {}
    titles = {
        sign: lines
        for sign, lines in signed.items()
        if all(_is_title(text, *each) for each in lines)
    }
    found: dict[int, Heading] = {}
    first_title = 0
    chapters = next((sign for sign, lines in titles.items() if _are_parts(text, lines)), None)
    if chapters is not None:
        first = titles.pop(chapters)
        first_title = first[0][0]
        found = {start: _heading(text, start, end, 1) for start, end in first}
    below = next((lines for sign, lines in titles.items() if sign != BRACKET), [])
    if len(below) < FEWEST_BELOW or below[0][0] < first_title:
        return found
    if chapters is not None or _stand_above_signs(text, blocks, below):
        level = LEVEL_OF_LIST if chapters is None else 2
        found |= {start: _heading(text, start, end, level) for start, end in below}
    return found


def _stand_above_signs(text: str, blocks: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether each of these lines stands above one with another sign, and none is a title without its sign."""
    if any(unnumbered_heading(text, *each) for each in lines):
        return False
    following = dict(pairwise(blocks))
    signs = (text[following[each][0]] for each in lines)
    own = text[lines[0][0]]
    return all(sign in SIGNS_OF_LINES and sign != own for sign in signs)


def _are_parts(text: str, lines: Sequence[Line]) -> bool:
    named = sum(map(heads_part, (_name(text, *each) for each in lines)))
    return named >= FEWEST_CHAPTERS and named * 2 > len(lines)


def _is_title(text: str, start: int, end: int) -> bool:
    return end - start <= LONGEST_TITLE and STOPS.isdisjoint(text[start:end])


def _name(text: str, start: int, end: int) -> str:
    """The words of a title without what only says that a list follows: 病根清单."""
    words = _title(text, start, end).of(text)
    return words[:-2] if words.endswith(LISTS) else words


def _title(text: str, start: int, end: int) -> Span:
    return Span(*undecorated(text, start, end - (text[end - 1] in COLONS)))


def _heading(text: str, start: int, end: int, level: int) -> Heading:
    return Heading(Span(start, end), None, _title(text, start, end), level)
