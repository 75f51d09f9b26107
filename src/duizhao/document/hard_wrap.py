"""Text broken at a fixed width: puts the lines of one paragraph together again."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.enumeration import ENUMERATORS
from duizhao.document.lines import BLANKS, Line
from duizhao.document.markers import STARTERS, marker_at

# Widths count cells: two for a Chinese character. A wrapped line may fall short by what may not begin a line.
NARROWEST, WIDEST, SLACK = 24, 170, 6
FEWEST = 4
ENDED = frozenset("。！？：；!?:;")


def join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """Blocks of lines that belong together; the lines themselves where the text is not wrapped."""
    if len(lines) < FEWEST or max(end - start for start, end in lines) > WIDEST:
        return lines
    widths = [_width(text, line) for line in lines]
    widest = _usual(widths)
    if not NARROWEST <= widest <= WIDEST:
        return lines
    full = [widest - SLACK <= width <= widest + 2 for width in widths]
    broken = sum(
        1
        for (_, end), is_full in zip(lines, full, strict=True)
        if is_full and text[end - 1] not in ENDED
    )
    if broken < FEWEST or broken * 4 < len(lines):
        return lines
    return _joined(text, lines, full)


def _usual(widths: Sequence[int]) -> int:
    """The width that the longest lines agree upon: the top of the upper quarter, odd ones aside."""
    ordered = sorted(widths)
    return ordered[-1 - len(ordered) // 20]


def _width(text: str, line: Line) -> int:
    start, end = line
    # An indentation counts: it is part of the width that the line was broken at.
    while start and text[start - 1] in BLANKS:
        start -= 1
    piece = text[start:end]
    return 2 * len(piece) - len(piece.encode("ascii", "ignore"))


def _joined(text: str, lines: Sequence[Line], full: Sequence[bool]) -> list[Line]:
    blocks: list[Line] = [lines[0]]
    for (start, end), before_full in zip(lines[1:], full, strict=False):
        before = blocks[-1]
        if before_full and not _begins(text, before[1], start, end):
            blocks[-1] = before[0], end
        else:
            blocks.append((start, end))
    return blocks


def _begins(text: str, before: int, start: int, end: int) -> bool:
    """Whether a line behind a full one is a paragraph of its own: set in, after a blank line, or counted."""
    gap = text[before:start]
    if gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1 or gap[-1] not in "\r\n":
        return True
    if text[start] in STARTERS and marker_at(text, start, end):
        return True
    return text[before - 1] in ENDED and text[start : start + 2] in ENUMERATORS
