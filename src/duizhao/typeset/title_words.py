"""The words of a title, and what it costs to break a line between them."""

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
"""May not begin a line, as `OPENING` may not end one; `SOFT` only look odd there."""
OPENING = frozenset("《（“‘【「『(")
SOFT = frozenset("及和与暨")
LEADING = frozenset(("关于", "对照", "围绕", "聚焦"))
"""Words that belong to what follows them."""
INSIDE, UNKNOWN, BESIDE, ODD = 100.0, 8.0, 3.0, 4.0
"""A break inside a word, between two characters that no known word covers, where one side is known, before 和."""

Word = tuple[int, int, bool]
"""Where it begins and ends, and whether it is known."""


def break_costs(line: str) -> list[float]:
    """What a line break before each character of `line` costs; nothing before its end."""
    costs = [INSIDE] * len(line) + [0.0]
    for (start, at, known), (_, _, known_next) in pairwise(words(line)):
        costs[at] = 0.0 if known and known_next else BESIDE if known or known_next else UNKNOWN
        if line[at] in SOFT or line[start:at] in LEADING:
            costs[at] += ODD
        elif line[at] in CLOSING or line[at - 1] in OPENING:
            costs[at] = INSIDE
    return costs


def words(line: str) -> list[Word]:
    """`line` cut so that known words cover as much as they can, in as few words as that takes."""
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
