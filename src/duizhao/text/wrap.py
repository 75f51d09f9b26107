"""Lines of text for a terminal, parted as Chinese typesetting allows."""

from __future__ import annotations

from duizhao.text.width import NOT_SURELY_WIDE, TERMINAL, WIDEST

# A line of Chinese text does not begin with these, nor end with those (GB/T 15834 5.1.10).
NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·,.;:?!)]}%")
NOT_LAST = frozenset("（《〈「『【〔“‘([{")


def fitting(text: str, room: int) -> int:
    """The number of characters from the start of `text` that fit into `room` columns."""
    if len(text) * WIDEST <= room:
        return len(text)
    if room < 0:
        return 0
    done = 0
    # Most characters are Chinese and take two columns: only the others are looked at one by one.
    for found in NOT_SURELY_WIDE.finditer(text):
        at = found.start()
        wide = room // WIDEST
        if at - done > wide:
            return done + wide
        room -= (at - done) * WIDEST + TERMINAL[text[at]]
        if room < 0:
            return at
        done = at + 1
    return min(done + room // WIDEST, len(text))


def wrap(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` columns (at least 20)."""
    room = max(room, 20)
    lines = []
    done, end = 0, len(text)
    while done < end:
        # Not all of a long text for each of its lines, unless it is full of marks without a width.
        ahead = text[done : done + 2 * room]
        cut = fitting(ahead, room)
        if cut == len(ahead) < end - done:
            ahead = text[done:]
            cut = fitting(ahead, room)
        if cut < len(ahead):
            cut = _break(ahead, cut)
        lines.append(ahead[:cut].rstrip())
        done += cut
        while done < end and text[done].isspace():
            done += 1
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
