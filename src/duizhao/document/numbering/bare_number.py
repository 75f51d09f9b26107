"""Headings counted without the usual mark, which their neighbours prove: 一 存在的问题, 1 理想信念, 甲、懒, A. 初心."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duizhao.document.lines import Line
from duizhao.document.nodes import Marker, NumberStyle
from duizhao.document.numbering.markers import NUMERALS
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

NUMBERS = frozenset(f"{NUMERALS}0123456789")
STEMS = "甲乙丙丁戊己庚辛"
OTHERS = frozenset(f"ABCDEFGHIVⅠⅡⅢⅣⅤⅥⅦⅧ{STEMS}问[［")
GAPS = frozenset(" 　）)")
LONGEST_LINE = 200
NUMBER = LazyPattern(
    f"(?:(?P<chapter>[{NUMERALS}]{{1,3}})[ 　]+(?![是要怕来])"
    f"|(?P<half>[{NUMERALS}]{{1,3}})[）)][ 　]{{0,3}}"
    "|0?(?P<point>[1-9][0-9]?)[ 　]+"
    "|(?P<letter>[A-H])[.．、:：)）][ 　]{0,3}"
    "|[A-H](?P<below>[1-9][0-9]?)[.．、][ 　]{0,3}"
    "|(?P<roman>[Ⅰ-Ⅷ]|[IV]{1,4})[.．、 　][ 　]{0,3}"
    "|[\\[［](?P<boxed>[1-9])[\\]］][ 　]{0,3}"
    f"|(?P<stem>[{STEMS}])[、.．][ 　]{{0,3}}"
    f"|[（(](?P<bracketed>[{STEMS}])[）)][ 　]{{0,3}}"
    f"|问(?P<question>[{NUMERALS}])[：:][ 　]{{0,3}})(?=[\u4e00-\u9fff“])"
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
STYLES = {
    "chapter": NumberStyle.CHAPTER,
    "half": NumberStyle.CHAPTER,
    "stem": NumberStyle.CHAPTER,
    "bracketed": NumberStyle.SECTION,
    "point": NumberStyle.POINT,
    "letter": NumberStyle.LETTER,
    "below": NumberStyle.POINT,
    "roman": NumberStyle.ROMAN,
    "boxed": NumberStyle.ORDINAL,
    "question": NumberStyle.ORDINAL,
}


def bare_numbers(text: str, blocks: Sequence[Line]) -> dict[int, Marker]:
    """The markers by the starts of their lines: those of a style that counts 1, 2, … over at least two lines."""
    runs: list[list[Marker]] = []
    opened: dict[NumberStyle, list[Marker]] = {}
    for marker in _markers(text, blocks):
        if marker.number == 1:
            opened[marker.style] = [marker]
            runs.append(opened[marker.style])
        elif (run := opened.get(marker.style)) and marker.number == len(run) + 1:
            run.append(marker)
    return {each.span.start: each for run in runs if len(run) > 1 for each in run}


def counts_otherwise(text: str, start: int, end: int) -> bool:
    """Whether a line begins with a letter, a stem (甲) or a Roman numeral as its number, or with 问一：."""
    return _has_other_number(text, start) and NUMBER.match(text, start, end) is not None


def _has_other_number(text: str, start: int) -> bool:
    first = text[start]
    return first in OTHERS or (first in "（(" and text[start + 1 : start + 2] in STEMS)


def _markers(text: str, blocks: Sequence[Line]) -> Iterator[Marker]:
    for start, end in blocks:
        if end - start > LONGEST_LINE:
            continue
        first = text[start]
        if (
            first in NUMBERS and not GAPS.isdisjoint(text[start + 1 : start + 4])
        ) or _has_other_number(text, start):
            found = NUMBER.match(text, start, end)
            if found and "\t" not in text[start:end] and (number := _number(found)):
                stop = start + len(found[0].rstrip(" 　"))
                yield Marker(Span(start, stop), STYLES[found.lastgroup or ""], number)


def _number(found: re.Match[str]) -> int | None:
    numeral = found[found.lastgroup or ""]
    if found["stem"] or found["bracketed"]:
        return STEMS.index(numeral) + 1
    if found["letter"]:
        return ord(numeral) - ord("A") + 1
    if found["roman"]:
        return ROMAN.index(numeral) + 1 if numeral in ROMAN else ord(numeral) - ord("Ⅰ") + 1
    return value(numeral)
