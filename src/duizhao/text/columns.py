"""How wide text stands in a terminal, where a Chinese character takes two columns."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

# A line of Chinese text does not begin with these, nor end with those (GB/T 15834 5.1.10).
NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·,.;:?!)]}%")
NOT_LAST = frozenset("（《〈「『【〔“‘([{")


def columns(text: str) -> int:
    """The columns that `text` takes. Characters of ambiguous width (UAX #11: “ ” × …) count as one."""
    if text.isascii():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """Columns by character, looked up in Unicode's tables when first asked for."""

    def __missing__(self, character: str) -> int:
        wide = east_asian_width(character) in "WF"
        self[character] = width = 2 if wide else 0 if combining(character) else 1
        return width


_WIDTHS = _Widths()
WIDEST = 2


def fitting(text: str, room: int) -> int:
    """How many characters from the start of `text` fit into `room` columns."""
    if len(text) * WIDEST <= room:
        return len(text)
    for at, character in enumerate(text):
        room -= _WIDTHS[character]
        if room < 0:
            return at
    return len(text)


def wrap(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` columns (at least 20), parted as Chinese typesetting allows."""
    lines = []
    while text:
        cut = fitting(text, max(room, 20))
        if cut < len(text):
            cut = _break(text, cut)
        lines.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return lines


def _break(text: str, cut: int) -> int:
    """The nearest place at or before `cut`, within a dozen characters, where a line may end."""
    for at in range(cut, max(cut - 12, 1), -1):
        if _may_part(text[at - 1], text[at]):
            return at
    return cut


def _may_part(before: str, behind: str) -> bool:
    word = before.isascii() and before.isalnum() and behind.isascii() and behind.isalnum()
    return not word and before not in NOT_LAST and behind not in NOT_FIRST
