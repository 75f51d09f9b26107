"""Lines of text for a terminal, parted as Chinese typesetting allows."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from duizhao.text.width import NOT_SURELY_WIDE, TERMINAL, WIDEST

# A line of Chinese text does not begin with these, nor end with those (GB/T 15834 5.1.10).
NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·,.;:?!)]}%")
NOT_LAST = frozenset("（《〈「『【〔“‘([{")

SPARE_CHARACTERS = 16


def fitting(text: str, room: int) -> int:
    """The number of characters from the start of `text` that fit into `room` columns."""
    if len(text) * WIDEST <= room:
        return len(text)
    # Most characters are Chinese: few more than half as many as columns have to be looked at.
    most = max(room // WIDEST, 0)
    if NOT_SURELY_WIDE.search(text, 0, most + 1) is None:
        return most
    looked_at = most + SPARE_CHARACTERS
    while True:
        near = text[:looked_at]
        fit = bisect_right(list(accumulate(map(TERMINAL.__getitem__, near))), room)
        if fit < len(near) or len(near) == len(text):
            return fit
        looked_at *= 2


def wrap(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` columns (at least 20)."""
    lines = []
    while text:
        cut = fitting(text, max(room, 20))
        if cut < len(text):
            cut = _break(text, cut)
        lines.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return lines


def _break(text: str, cut: int) -> int:
    """The last place where a line may end, at most a dozen characters before `cut`; else `cut`."""
    for at in range(cut, max(cut - 12, 1), -1):
        if _may_part(text[at - 1], text[at]):
            return at
    return cut


def _may_part(before: str, behind: str) -> bool:
    word = before.isascii() and before.isalnum() and behind.isascii() and behind.isalnum()
    return not word and before not in NOT_LAST and behind not in NOT_FIRST
