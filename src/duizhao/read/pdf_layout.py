"""The lines of a PDF's pages → its paragraphs, and what stands in the margins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

MARGIN_SHARE = 0.13
"""Of a page's height, at each edge: where page numbers and running heads stand. GB/T 9704 leaves 37 and 35 mm of 297 to
the margins, 0.125 and 0.118, and puts the page number 7 mm below the text."""

PAGE_NUMBER = re.compile(
    r"[\s—–―‐\-－·•~～]*(第?\s*)[\d０-９]{1,4}(\s*页)?"
    r"(\s*[/／,，]?\s*共?\s*[\d０-９]{1,4}\s*页?)?[\s—–―‐\-－·•~～]*"
)
DIGITS = re.compile(r"\d+")
SOFT_HYPHEN = "\u00ad"

# Shares of the height of type.
NEARLY = 0.5
SLACK = 0.5
DEEPEST_INDENT = 4.5
WIDER_PITCH = 0.4
OTHER_HEIGHT = 0.2
LARGER = 1.15
SAME_PITCH = 0.05
"""Of the pitch."""
FEW_LINES = 5

# A line does not begin in the middle of this, nor between a character and the punctuation behind it.
UNIT = re.compile(
    r"\s*[（《〈「『【〔“‘(]*(?:[!-~]+|.)[，。、；：？！）》〉」』】〕”’…—%]*(?:[!-~]*)"
)
ENDED = frozenset("。！？：；!?:;")
COUNTED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是)"
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line as it is printed, in points from the lower left corner; `page` and `number` count from 1."""

    text: str
    left: float
    right: float
    base: float
    height: float
    page: int
    number: int


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The lines of a page in the order in which it draws them, and how many pictures it has."""

    height: float
    images: int
    lines: tuple[PdfLine, ...]


@dataclass(frozen=True, slots=True)
class PdfMargins:
    """The lines above and below the text: page numbers and running heads."""

    headers: tuple[PdfLine, ...]
    footers: tuple[PdfLine, ...]


class _PrintedColumn(NamedTuple):
    """Lines of a page that stand one below the other, and the edges that they are set between."""

    lines: Sequence[PdfLine]
    left: float
    right: float
    pitch: float


def without_margins(pages: Sequence[PdfPage]) -> tuple[tuple[PdfPage, ...], PdfMargins]:
    """The pages without page numbers and running heads, and these. What is in doubt stays in the text."""
    repeated: dict[tuple[str, int], list[bool]] = {}
    usual = _usual(pages)
    for page in pages:
        edges = {_wording(line): line for line in page.lines if _edge(page, line)}
        for wording, line in edges.items():
            repeated.setdefault(wording, []).append(_is_set_apart(page, line, usual))
    # The last line of a full page may come as near to a running foot as to another line: elsewhere it does not.
    enough = max(2, len(pages) // 2)
    running = {each for each, apart in repeated.items() if len(apart) >= enough and any(apart)}
    headers: list[PdfLine] = []
    footers: list[PdfLine] = []
    kept = []
    for page in pages:
        found = [line for line in page.lines if _edge(page, line) and _wording(line) in running]
        body = [line for line in page.lines if line not in found]
        found += [line for line in body if _is_page_number(page, line, body)]
        for line in found:
            (headers if _edge(page, line) == "top" else footers).append(line)
        left = (line for line in body if line not in found)
        # People count the lines of the text.
        lines = (replace(line, number=number) for number, line in enumerate(left, 1))
        kept.append(replace(page, lines=tuple(lines)))
    return tuple(kept), PdfMargins(tuple(headers), tuple(footers))


def _is_set_apart(page: PdfPage, line: PdfLine, usual: tuple[float, float]) -> bool:
    """Whether a line in the margin is set apart: no larger than the text, and not the first or last of its lines."""
    pitch, height = usual
    if line.height > LARGER * height:
        return False
    steps = [abs(each.base - line.base) for each in page.lines if each != line]
    nearest = min((step for step in steps if step > NEARLY * line.height), default=0.0)
    return abs(nearest - pitch) > SAME_PITCH * pitch


def _usual(pages: Sequence[PdfPage]) -> tuple[float, float]:
    """The median pitch of lines and the median height of type."""
    steps = [abs(one.base - other.base) for page in pages for one, other in pairwise(page.lines)]
    heights = [line.height for page in pages for line in page.lines]
    return median(steps or [0.0]), median(heights or [0.0])


def _is_page_number(page: PdfPage, line: PdfLine, body: Sequence[PdfLine]) -> bool:
    if not _edge(page, line) or not PAGE_NUMBER.fullmatch(line.text):
        return False
    return all(abs(each.base - line.base) > NEARLY * line.height for each in body if each != line)


def _edge(page: PdfPage, line: PdfLine) -> str:
    """`top` or `bottom` for a line in the margin, else an empty string."""
    if line.base < MARGIN_SHARE * page.height:
        return "bottom"
    return "top" if line.base + line.height > (1 - MARGIN_SHARE) * page.height else ""


def _wording(line: PdfLine) -> tuple[str, int]:
    """What a running head has on each page: its words without figures, and its height on the page."""
    return without_figures(line.text), round(line.base)


def without_figures(text: str) -> str:
    """The words of a running head or foot, alike on each page."""
    return DIGITS.sub("0", text.strip())


def paragraphs(pages: Sequence[PdfPage]) -> Iterator[list[PdfLine]]:
    """The lines of each paragraph: a full line goes on in the next one that is not set in."""
    columns = [column for page in pages for column in _columns(page.lines)]
    by_length = sorted(columns, key=len, reverse=True)
    known = [_own_edges(column) for column in by_length if len(column) >= FEW_LINES]
    paragraph: list[PdfLine] = []
    before: tuple[_PrintedColumn, PdfLine] | None = None
    for column in (_with_edges(each, known) for each in columns):
        for line in column.lines:
            if before is not None and not _goes_on(*before, column, line):
                yield paragraph
                paragraph = []
            paragraph.append(line)
            before = column, line
    if paragraph:
        yield paragraph


def _columns(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """The lines in the order of the page, parted where one stands higher than the one before it."""
    column: list[PdfLine] = []
    for line in lines:
        if column and line.base > column[-1].base + NEARLY * line.height:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _with_edges(lines: Sequence[PdfLine], known: Sequence[tuple[float, float]]) -> _PrintedColumn:
    """A column between its own edges, or where it is too short to show them those of a longer one that it fits into."""
    own = _own_edges(lines)
    if len(lines) < FEW_LINES:
        room = NEARLY * lines[0].height
        first, last = min(each.left for each in lines), max(each.right for each in lines)
        own = next((e for e in known if e[0] - room <= first and last <= e[1] + room), own)
    steps = [before.base - line.base for before, line in pairwise(lines)]
    return _PrintedColumn(lines, *own, median(steps or [0.0]))


def _own_edges(lines: Sequence[PdfLine]) -> tuple[float, float]:
    """The left edge that lines share and the right edge that most reach."""
    room = lines[0].height
    lefts = Counter(round(line.left / room * 2) for line in lines)
    shared = [at for at, count in lefts.items() if count > 1] or list(lefts)
    left = min(line.left for line in lines if round(line.left / room * 2) == min(shared))
    rights = Counter(round(line.right / room) for line in lines)
    most = max(rights, key=lambda at: (rights[at], at))
    return left, max(line.right for line in lines if round(line.right / room) == most)


def _goes_on(column: _PrintedColumn, before: PdfLine, other: _PrintedColumn, line: PdfLine) -> bool:
    """Whether a line is the same paragraph as the one before it."""
    height = before.height
    is_set_in = line.left > other.left + NEARLY * height
    # The first line of a paragraph is set in by two characters; a title stands in the middle.
    is_centred = before.left - column.left > line.left - other.left + DEEPEST_INDENT * height
    if is_set_in or is_centred or abs(line.height - height) > OTHER_HEIGHT * height + 1:
        return False
    if not _is_full(before, line, column.right):
        return False
    if column is other and before.base - line.base > column.pitch + WIDER_PITCH * height:
        return False
    # Without an indentation, only the beginning of the line shows a new paragraph.
    return not (before.text.rstrip()[-1:] in ENDED and COUNTED.match(line.text))


def _is_full(line: PdfLine, following: PdfLine, edge: float) -> bool:
    """Whether a line had no more room for what the following one begins with, or for two characters."""
    unit = UNIT.match(following.text)
    cell = (line.right - line.left) / _cells(line.text)
    wanted = max(4, _cells(unit[0].strip()) if unit else 0) * cell
    return line.right + wanted > edge - SLACK * line.height


def _cells(text: str) -> int:
    """The width of a text, a Chinese character counting two."""
    return max(1, 2 * len(text) - len(text.encode("ascii", "ignore")))


def joined(lines: Sequence[PdfLine]) -> Iterator[tuple[str, PdfLine]]:
    """The text of a paragraph in pieces, each with its line. No blank comes between Chinese characters."""
    for at, line in enumerate(lines):
        text = line.text if at == 0 else line.text.lstrip()
        if at + 1 == len(lines):
            yield text.rstrip(), line
            continue
        kept = text.rstrip()
        if kept.endswith(SOFT_HYPHEN):
            yield kept.removesuffix(SOFT_HYPHEN), line
        elif kept.endswith("-"):
            yield kept, line
        elif _are_words(kept[-1:], lines[at + 1].text.lstrip()[:1], had_blank=kept != text):
            yield kept + " ", line
        else:
            yield kept, line


def _are_words(end: str, start: str, *, had_blank: bool) -> bool:
    """Whether a blank parts the ends of two lines: Latin words, and figures where a blank was printed."""
    if not (end.isascii() and start.isascii() and start.isalnum()):
        return False
    return had_blank or (end.isalpha() and start.isalpha()) or end in ",;"
