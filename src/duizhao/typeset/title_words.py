"""The words of a title, and the cost of a line break at each character."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

WORDS = Path(__file__).parent / "data" / "title_words.txt"
NUMBER = re.compile(
    r"[0-9０-９xX×*＊〇○零一二三四五六七八九十]+(?:年度?|月|日|届|次|季度)?|[A-Za-z]+|_+"
)
CLOSING = frozenset("的、，。：；）》”’】」』!！?？)")
"""Characters that may not begin a line; `OPENING` may not end one; a line should not begin with one of `SOFT`."""
OPENING = frozenset("《（“‘【「『(")
SOFT = frozenset("及和与暨")
LEADING = frozenset(("关于", "对照", "围绕", "聚焦"))
"""Words after which a line should not end."""
INSIDE_WORD, BETWEEN_UNKNOWN, BY_ONE_KNOWN, UNUSUAL = 100.0, 8.0, 3.0, 4.0
"""The cost of a break inside a word, between two unknown characters, next to a known word, before 和 or after 关于."""

Word = tuple[int, int, bool]
"""Its start, its end, and whether it is a known word."""


def break_costs(line: str) -> list[float]:
    """The cost of a line break before each character of `line`, and 0 at its end."""
    costs = [INSIDE_WORD] * len(line) + [0.0]
    for (start, at, known), (_, _, known_next) in pairwise(words(line)):
        costs[at] = (
            0.0
            if known and known_next
            else BY_ONE_KNOWN
            if known or known_next
            else BETWEEN_UNKNOWN
        )
        if line[at] in SOFT or line[start:at] in LEADING:
            costs[at] += UNUSUAL
        elif line[at] in CLOSING or line[at - 1] in OPENING:
            costs[at] = INSIDE_WORD
    return costs


def words(line: str) -> list[Word]:
    """`line` cut into words, so that known words cover as much as possible with as few words as possible."""
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
    longest = max(map(len, _known()))
    for end in range(1, len(line) + 1):
        ways = [(best[end - 1][0] + 2.0, end - 1, False)]
        ways += [
            (best[start][0] + 1.0, start, True)
            for start in range(max(0, end - longest), end)
            if _is_known(line[start:end])
        ]
        best.append(min(ways, key=lambda way: way[0]))
    found: list[Word] = []
    end = len(line)
    while end:
        _, start, known = best[end]
        found.append((start, end, known))
        end = start
    return found[::-1]


def _is_known(word: str) -> bool:
    return word in _known() or NUMBER.fullmatch(word) is not None


@cache
def _known() -> frozenset[str]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
