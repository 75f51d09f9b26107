"""Headings that only signs before their words mark: ★ 毛病清单 above ● 路面执勤：, above lines of a list."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.headings.title_words import heads_part
from duizhao.document.headings.unnumbered_heading import SIGNS, undecorated
from duizhao.document.lines import Line
from duizhao.document.nodes import Heading
from duizhao.text import Span

LONGEST_TITLE, FEWEST_CHAPTERS, FEWEST_BELOW = 14, 2, 2
STOPS = frozenset("。！？；，,.!?;")
LISTS, COLONS = ("清单", "台账", "台帐"), "：:"


def sign_headings(text: str, blocks: Sequence[Line]) -> dict[int, Heading]:
    """The headings by the starts of their lines, if one sign stands before the names of several parts alone.

    A second sign that stands before short titles alone marks the level below.
    """
    signed: dict[str, list[Line]] = {}
    for start, end in blocks[:-1]:
        if text[start] in SIGNS:
            signed.setdefault(text[start], []).append((start, end))
    titles = {
        sign: lines
        for sign, lines in signed.items()
        if all(_is_title(text, *each) for each in lines)
    }
    chapters = next((sign for sign, lines in titles.items() if _are_parts(text, lines)), None)
    if chapters is None:
        return {}
    first = titles.pop(chapters)
    found = {start: _heading(text, start, end, 1) for start, end in first}
    below = next(iter(titles.values()), [])
    if len(below) >= FEWEST_BELOW and below[0] > first[0]:
        found |= {start: _heading(text, start, end, 2) for start, end in below}
    return found


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
