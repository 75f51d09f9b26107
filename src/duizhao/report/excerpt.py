"""Excerpts: the part of a line around a finding, with marks under the exact characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from duizhao.text import Source, Span
from duizhao.text.visible import on_one_line
from duizhao.text.width import columns

CUT_OFF = "…"
CUT_OUT = " …… "
# Characters of a span that are searched for the first that is not white space.
SEARCHED_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of line `line` as a terminal shows it: pieces in order, each with True if it is marked.

    `columns` are the places in the line, from 1, where the marked characters begin.
    """

    line: int
    columns: tuple[int, ...]
    parts: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        return "".join(part for part, _ in self.parts)

    @property
    def marks(self) -> str:
        """The line under `text`: ^ in every column of a marked character, one ^ for an empty place."""
        drawn, at = "", 0
        # The last part is context.
        for part, marked in self.parts[:-1]:
            width = columns(part)
            if marked:
                drawn = drawn[:at].ljust(at) + "^" * max(width, 1)
            at += width
        return drawn


class _ShownWidths(dict[str, int]):
    """The columns of each character as `on_one_line` shows it: a mark without a shape is as wide as its number."""

    def __missing__(self, character: str) -> int:
        width = self[character] = columns(on_one_line(character))
        return width


SHOWN_WIDTHS = _ShownWidths()


class Excerpter:
    """Makes the excerpts of one source, each at most `room` columns wide; it measures a line once."""

    def __init__(self, source: Source, room: int) -> None:
        self._source = source
        self._room = room
        self._lines: dict[int, _MeasuredLine] = {}

    def excerpts(self, spans: Iterable[Span]) -> Iterator[Excerpt]:
        """Excerpts that show `spans`, in order; spans close together on a line share one if the room holds them.

        A span over several lines is shown by the first of them that has text in it.
        """
        together: list[Span] = []
        number = 0
        for span in sorted(set(spans)):
            first = _first_line(self._source, span)
            if together and not (first == number and self._fits(number, together, span)):
                yield self._excerpt(number, together)
                together = []
            number = first
            together.append(_clipped(span, self._line(number).span))
        if together:
            yield self._excerpt(number, together)

    def _line(self, number: int) -> _MeasuredLine:
        line = self._lines.get(number)
        if line is None:
            line = self._lines[number] = _MeasuredLine(self._source.text, self._source.line(number))
        return line

    def _fits(self, number: int, together: list[Span], span: Span) -> bool:
        start, end = together[0].start, max(span.end, *(each.end for each in together))
        if end - start >= self._room:
            return False
        line = self._line(number)
        return line.columns(start, min(end, line.span.end)) <= self._room * 3 // 4

    def _excerpt(self, number: int, spans: list[Span]) -> Excerpt:
        line = self._line(number)
        core = Span(spans[0].start, max(span.end for span in spans))
        parts, taken = _core(line, core, spans, self._room)
        left, right = _context(line, core, self._room - taken)
        begins = tuple(span.start - line.span.start + 1 for span in spans)
        return Excerpt(number, begins, ((left, False), *parts, (right, False)))


class _MeasuredLine:
    """A line of a source with the columns up to each of its characters, as a terminal shows them.

    `first_word` is the offset of its first character that is not white space.
    """

    def __init__(self, text: str, span: Span) -> None:
        self.span = span
        self._text = text
        line = span.of(text)
        self._ends = [0, *accumulate(map(SHOWN_WIDTHS.__getitem__, line))]
        self.first_word = span.end - len(line.lstrip())

    def shown(self, start: int, end: int) -> str:
        return on_one_line(self._text[start:end])

    def columns(self, start: int, end: int) -> int:
        """The width of the text between two offsets in the source."""
        return self._ends[end - self.span.start] - self._ends[start - self.span.start]

    def end_within(self, start: int, room: int) -> int:
        """The last offset up to which the text from `start` fits into `room` columns."""
        most = self._ends[start - self.span.start] + max(room, 0)
        return self.span.start + bisect_right(self._ends, most) - 1

    def start_within(self, end: int, room: int) -> int:
        """The first offset from which the text up to `end` fits into `room` columns."""
        least = self._ends[end - self.span.start] - max(room, 0)
        return self.span.start + bisect_left(self._ends, least)


def _first_line(source: Source, span: Span) -> int:
    if not source.text[span.start : span.start + 1].isspace():
        return source.position(span.start).line
    covered = source.text[span.start : min(span.end, span.start + SEARCHED_CHARACTERS)]
    blank = len(covered) - len(covered.lstrip()) if covered.strip() else 0
    return source.position(span.start + blank).line


def _clipped(span: Span, line: Span) -> Span:
    start = min(max(span.start, line.start), line.end)
    return Span(start, max(start, min(span.end, line.end)))


Parts = list[tuple[str, bool]]


def _core(line: _MeasuredLine, core: Span, spans: list[Span], room: int) -> tuple[Parts, int]:
    """The marked spans and the text between them, with their columns; a span that is too long loses its middle."""
    if len(spans) == 1:
        return _shortened(line, core, room - 4)
    parts = []
    done = core.start
    for span in spans:
        parts.append((line.shown(done, span.start), False))
        parts.append((line.shown(max(done, span.start), span.end), True))
        done = max(done, span.end)
    return parts, line.columns(*core)


def _shortened(line: _MeasuredLine, core: Span, room: int) -> tuple[Parts, int]:
    width = line.columns(*core)
    if width <= room:
        return [(line.shown(*core), True)], width
    head = line.end_within(core.start, room * 2 // 3)
    tail = line.start_within(core.end, room // 4)
    taken = line.columns(core.start, head) + columns(CUT_OUT) + line.columns(tail, core.end)
    parts = [
        (line.shown(core.start, head), True),
        (CUT_OUT, False),
        (line.shown(tail, core.end), True),
    ]
    return parts, taken


def _context(line: _MeasuredLine, core: Span, room: int) -> tuple[str, str]:
    """The text to the left and right of `core`, as much of both as `room` columns allow."""
    begin = min(line.first_word, core.start)
    lefts, rights = line.columns(begin, core.start), line.columns(core.end, line.span.end)
    left = max(room * 2 // 5, room - rights)
    right = max(room - min(lefts, left), 0)
    if lefts <= left:
        before = line.shown(begin, core.start)
    else:
        before = CUT_OFF + line.shown(line.start_within(core.start, left - 1), core.start)
    if rights <= right:
        return before, line.shown(core.end, line.span.end)
    return before, line.shown(core.end, line.end_within(core.end, right - 1)) + CUT_OFF
