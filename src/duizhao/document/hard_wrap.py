"""Hard-wrapped text: joins the lines of one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from operator import and_

from duizhao.document.headings.unnumbered_heading import (
    HEADING_ENDINGS,
    LONGEST_HEADING,
    unnumbered_heading,
)
from duizhao.document.lines import BLANKS, QUOTES, Line, quoted_lines
from duizhao.document.numbering.bare_number import bare_numbers
from duizhao.document.numbering.enumeration import ENUMERATORS
from duizhao.document.numbering.markers import STARTERS, marker_at
from duizhao.text.pattern import LazyPattern

# Widths in cells: two for a Chinese character. A wrapped line is shorter by SLACK where a mark may not begin a line.
MIN_WIDTH, MAX_WIDTH, SLACK = 24, 170, 6
MIN_WRAPPED_LINES = 4
# A shorter one greets or leads in: 同志们，
SHORTEST_OPEN_LINE = 8
COLON_NEAR = LazyPattern("[^，。：:]{1,8}[：:]")
INDENTS = frozenset(BLANKS)
STOPS = frozenset("。！？：；!?:;")
# Lines broken by hand: so many at least, and none longer, in characters.
MIN_BROKEN_LINES, LONGEST_BROKEN_LINE = 6, 45
CLOSERS = frozenset("”’）)》】]")
PAUSE = LazyPattern("[，。；：、！？,;!?]")
FULL_STOP = LazyPattern("[。；：！？;!?]")
DAY = LazyPattern("[（(]?[0-9〇零一二三四五六七八九十]{2,4}[年./-].{1,8}")
# What begins the items of a list; **镇 is a name that was left out.
SIGNS = frozenset("•●○◆■▪➢✓✔")
BULLETS = SIGNS | frozenset("*-·—–")
DASHES = frozenset("—–-")
QUOTE_MARK = LazyPattern(f"[{QUOTES}] ?")
COLUMNS = LazyPattern("[\t|｜]|[ 　]{2}|[.…·]{3}")


def join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """The paragraphs of a wrapped text as blocks of lines; the lines themselves if the text is not wrapped."""
    if len(lines) < MIN_WRAPPED_LINES:
        return lines
    # Most texts have a long line among the first.
    for start, end in lines:
        if end - start > MAX_WIDTH:
            return _joined_at_commas(text, lines)
    if quoted := _quoted_lines(text, lines):
        return _blocks(text, lines, quoted)
    longest = max(end - start for start, end in lines)
    full = _full_lines(text, lines)
    broken = _lines_broken_by_hand(text, lines) if longest <= LONGEST_BROKEN_LINE else []
    if full and sum(map(and_, full, broken)) * 5 >= sum(broken) * 4:
        return _blocks(text, lines, full)
    return _blocks(text, lines, broken) if broken else _joined_at_commas(text, lines)


def _joined_at_commas(text: str, lines: list[Line]) -> list[Line]:
    """The lines, those of one sentence as a block: what ends in a comma goes on in the next line."""
    if not any(text[end - 1] == "，" for _, end in lines[:-1]):
        return lines
    blocks = [lines[0]]
    for start, end in lines[1:]:
        first, stop = blocks[-1]
        if (
            text[stop - 1] == "，"
            and stop - first >= SHORTEST_OPEN_LINE
            and text.count("\n", stop, start) < 2
            and not _is_apart(text, start, end)
        ):
            blocks[-1] = first, end
        else:
            blocks.append((start, end))
    return blocks


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a line begins an item, a title or a label, whatever stands above it."""
    if text[start] in DASHES or _is_bullet(text, start) or text[start : start + 2] in ENUMERATORS:
        return True
    if text[start] in STARTERS and marker_at(text, start, end):
        return True
    return COLON_NEAR.match(text, start, end) is not None or _stands_alone(
        text, start, end, may_sign=False
    )


def _full_lines(text: str, lines: Sequence[Line]) -> list[bool]:
    """Whether each line is as wide as the text, and so goes on in the next; empty if the text has no width."""
    widths = [_width(text, line) for line in lines]
    widest = _usual(widths)
    if not MIN_WIDTH <= widest <= MAX_WIDTH:
        return []
    full = [widest - SLACK <= width <= widest + 2 for width in widths]
    broken = sum(
        1
        for (_, end), (following, _), is_full in zip(
            lines, [*lines[1:], lines[-1]], full, strict=True
        )
        if is_full and text[end - 1] not in STOPS and not _is_bullet(text, following)
    )
    if broken < MIN_WRAPPED_LINES or broken * 4 < len(lines):
        return []
    return full


def _quoted_lines(text: str, lines: Sequence[Line]) -> list[bool]:
    """Whether each line of a mail that is quoted in another goes on in the next; empty if it is no such text."""
    quoted = quoted_lines(text, lines)
    if not quoted:
        return []
    widths = [_width(text, line) for line in lines]
    widest = _usual([width for width, is_one in zip(widths, quoted, strict=True) if is_one])
    if not MIN_WIDTH <= widest <= MAX_WIDTH:
        return []
    full = [
        is_one and width >= widest - SLACK for width, is_one in zip(widths, quoted, strict=True)
    ]
    inside = sum(
        is_full and text[end - 1] not in STOPS
        for is_full, (_, end) in zip(full, lines, strict=True)
    )
    return full if inside >= MIN_WRAPPED_LINES and inside * 2 > sum(full) else []


def _lines_broken_by_hand(text: str, lines: Sequence[Line]) -> list[bool]:
    """Whether each line ends inside a sentence; empty if not most lines do, or if they may be lines of a list.

    Where lines are broken by hand, full stops stand inside them and at the ends of paragraphs; in a list they stand at
    the ends, or nowhere.
    """
    opened = sum(
        1
        for start, end in lines
        if text[end - 1] not in STOPS
        and text[start] not in STARTERS
        and not _is_bullet(text, start)
    )
    if opened < MIN_BROKEN_LINES or opened * 3 < len(lines):
        return []
    broken: list[bool] = []
    goes_on, stopped = False, 0
    signed = len(lines) - 1 - (DAY.fullmatch(text, *lines[-1]) is not None)
    for at, (start, end) in enumerate(lines):
        if goes_on and _stands_alone(text, start, end, may_sign=at >= signed):
            broken[-1] = goes_on = False
        goes_on = _goes_on(text, start, end, goes_on)
        broken.append(goes_on)
        stopped += goes_on and FULL_STOP.search(text, start, end) is not None
    count = sum(broken)
    ended = sum(text[end - 1] in STOPS for _, end in lines)
    is_sure = count >= MIN_BROKEN_LINES and count * 2 >= len(lines)
    return broken if is_sure and stopped * 12 >= count and ended * 8 >= count else []


def _goes_on(text: str, start: int, end: int, in_sentence: bool) -> bool:
    """Whether a line ends inside a sentence: it has no stop at its end, and a pause inside or a beginning above it."""
    last = text[end - 1]
    if last in STOPS or (last in CLOSERS and text[end - 2 : end - 1] in STOPS):
        return False
    if COLUMNS.search(text, start, end):
        return False
    if text[start] in STARTERS and (marker := marker_at(text, start, end)):
        # A heading may have a comma, but no stop.
        return FULL_STOP.search(text, marker.span.end, end) is not None
    is_item = text[start : start + 2] in ENUMERATORS
    return in_sentence or is_item or PAUSE.search(text, start, end) is not None


def _stands_alone(text: str, start: int, end: int, *, may_sign: bool) -> bool:
    """Whether a line cannot continue the one above: a heading without a number, a date, a signature."""
    if end - start > LONGEST_HEADING:
        return False
    if text[end - 1] in HEADING_ENDINGS and unnumbered_heading(text, start, end):
        return True
    return DAY.fullmatch(text, start, end) is not None or (
        may_sign and PAUSE.search(text, start, end) is None
    )


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
    counted = bare_numbers(text, lines)
    for at, ((start, end), before_full) in enumerate(zip(lines[1:], full, strict=False), 2):
        before = blocks[-1]
        goes_on = before_full and start not in counted
        if (
            goes_on
            and not _begins(text, before[1], start, end)
            and not _leads_to_next_list(text, before, end, lines[at : at + 1])
        ):
            blocks[-1] = before[0], end
        else:
            blocks.append((start, end))
    return blocks


def _is_bullet(text: str, start: int) -> bool:
    sign, following = text[start], text[start + 1 : start + 2]
    if sign in DASHES and following in DASHES:
        return True
    return sign in BULLETS and (sign in SIGNS or following in INDENTS)


def _leads_to_next_list(text: str, before: Line, end: int, following: Sequence[Line]) -> bool:
    """Whether a line behind an item with a bullet ends in a colon above the next such item."""
    if text[end - 1] not in "：:" or not following:
        return False
    return _is_bullet(text, before[0]) and _is_bullet(text, following[0][0])


def _begins(text: str, before: int, start: int, end: int) -> bool:
    """Whether a line after a full one begins a paragraph: indented, after a blank line, or with a marker."""
    gap = QUOTE_MARK.sub("", text[before:start])
    if not gap.isspace():  # The number of a page stood between them.
        gap = "\n"
    if gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1 or gap[-1] not in "\r\n":
        return True
    if _is_bullet(text, start):
        return True
    if text[start] in STARTERS and (marker := marker_at(text, start, end)):
        # Inside a sentence 五十八， is an age.
        return text[before - 1] in STOPS or text[marker.span.end - 1] not in "，,"
    return text[before - 1] in STOPS and text[start : start + 2] in ENUMERATORS
