"""Lines that pages have at their top and bottom: the number of the page, and what stands there on every page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from duizhao.document.frame.opening import LONGEST_TITLE, TITLE_ENDINGS
from duizhao.document.lines import Line
from duizhao.document.nodes import Residue, ResidueKind
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

ANCHORS = (
    *("第 ", "— ", "- ", "– "),
    *(mark + digit for mark in ("第", "—", "-", "–") for digit in "0123456789"),
)
PAGE_NUMBER = LazyPattern(
    r"第 ?\d{1,4} ?页[ ，,/／]*共 ?\d{1,4} ?页|(?<![^\n])(?:第 ?\d{1,4} ?页|[—–-] ?\d{1,4} ?[—–-])(?=[ 　]*(?:\r?\n|$))"
)
LONGEST_HEAD = LONGEST_TITLE
FIRST_LINES = 4


def without_page_lines(
    text: str, lines: list[Line], places: Sequence[Line]
) -> tuple[list[Line], list[Residue]]:
    """The lines without page numbers, and without what is repeated beside them; these as residue.

    What is repeated stays where it stands first: it may be the title; but not if another title follows it.
    """
    if not places:
        return lines, []
    numbers = set(_numbers(text, lines, places))
    if not numbers:
        return lines, []
    beside = sorted(
        at
        for number in numbers
        for at in (number - 1, number + 1)
        if 0 <= at < len(lines) and at not in numbers
    )
    times = Counter(text[slice(*lines[at])] for at in dict.fromkeys(beside))
    dropped, seen = set(numbers), set[str]()
    for at in beside:
        line = text[slice(*lines[at])]
        if times[line] > 1 and len(line) <= LONGEST_HEAD:
            if line in seen or _is_above_title(text, lines, at, numbers):
                dropped.add(at)
            seen.add(line)
    residues = [Residue(Span(*lines[at]), ResidueKind.NOTICE) for at in sorted(dropped)]
    return [line for at, line in enumerate(lines) if at not in dropped], residues


def _numbers(text: str, lines: Sequence[Line], places: Sequence[Line]) -> list[int]:
    """The indexes of the lines that hold nothing but the number of a page."""
    found: list[int] = []
    beyond = len(text) + 1
    for place, _ in places:
        at = bisect_right(lines, (place, beyond)) - 1
        if at >= 0 and lines[at][0] == place:
            number = PAGE_NUMBER.match(text, place)
            if number and number.end() == lines[at][1]:
                found.append(at)
    return found


def _is_above_title(text: str, lines: Sequence[Line], at: int, numbers: set[int]) -> bool:
    following = next((each for each in range(at + 1, len(lines)) if each not in numbers), None)
    if at >= FIRST_LINES or following is None:
        return False
    start, end = lines[following]
    return end - start <= LONGEST_TITLE and text.endswith(TITLE_ENDINGS, start, end)
