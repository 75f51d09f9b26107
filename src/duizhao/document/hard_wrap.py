"""Hard-wrapped text: joins the lines of one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.enumeration import ENUMERATORS
from duizhao.document.lines import BLANKS, Line
from duizhao.document.markers import STARTERS, marker_at

# Widths in cells: two for a Chinese character. A wrapped line is shorter by SLACK where a mark may not begin a line.
MIN_WIDTH, MAX_WIDTH, SLACK = 24, 170, 6
MIN_WRAPPED_LINES = 4
INDENTS = frozenset(BLANKS)
STOPS = frozenset("。！？：；!?:;")


def join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """The paragraphs of a wrapped text as blocks of lines; the lines themselves if the text is not wrapped."""
    if len(lines) < MIN_WRAPPED_LINES or max(end - start for start, end in lines) > MAX_WIDTH:
        return lines
    widths = [_width(text, line) for line in lines]
    widest = _usual(widths)
    if not MIN_WIDTH <= widest <= MAX_WIDTH:
        return lines
    full = [widest - SLACK <= width <= widest + 2 for width in widths]
    broken = sum(
        1
        for (_, end), is_full in zip(lines, full, strict=True)
        if is_full and text[end - 1] not in STOPS
    )
    if broken < MIN_WRAPPED_LINES or broken * 4 < len(lines):
        return lines
    return _blocks(text, lines, full)


def _usual(widths: Sequence[int]) -> int:
    """The width of the text: that of the longest lines, except for one line in twenty."""
    ordered = sorted(widths)
    return ordered[-1 - len(ordered) // 20]


def _width(text: str, line: Line) -> int:
    start, end = line
    # Indentation counts towards the width at which a line was broken.
    while start and text[start - 1] in INDENTS:
        start -= 1
    piece = text[start:end]
    return 2 * len(piece) - len(piece.encode("ascii", "ignore"))


def _blocks(text: str, lines: Sequence[Line], full: Sequence[bool]) -> list[Line]:
    blocks: list[Line] = [lines[0]]
    for (start, end), before_full in zip(lines[1:], full, strict=False):
        before = blocks[-1]
        if before_full and not _begins(text, before[1], start, end):
            blocks[-1] = before[0], end
        else:
            blocks.append((start, end))
    return blocks


def _begins(text: str, before: int, start: int, end: int) -> bool:
    """Whether a line after a full one begins a paragraph: indented, after a blank line, or with a marker."""
    gap = text[before:start]
    if gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1 or gap[-1] not in "\r\n":
        return True
    if text[start] in STARTERS and marker_at(text, start, end):
        return True
    return text[before - 1] in STOPS and text[start : start + 2] in ENUMERATORS
