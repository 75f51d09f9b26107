"""Excerpts: the part of a line around a finding, with marks under the exact characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from duizhao.text import Source, Span, value
from duizhao.text.visible import on_one_line
from duizhao.text.width import NOT_SURELY_WIDE, WIDEST, columns

CUT_OFF = "…"
CUT_OUT = " …… "
CUT_OUT_COLUMNS = columns(CUT_OUT)
ROOM_AROUND = 4
"""Columns that a marked span leaves to the text around it."""
SEARCHED_CHARACTERS = 200
"""Characters of a span that are searched for the first that is not white space."""


@value
class Excerpt:
    """A part of line `line` as a terminal shows it: pieces in order, each with True if it is marked.

    `columns` are the places in the line, from 1, where the marked characters begin. `marks` is the line under `text`:
    ^ in every column of a marked character, one ^ for an empty place.
    """

    line: int
    columns: tuple[int, ...]
    parts: tuple[tuple[str, bool], ...]
    marks: str

    @property
    def text(self) -> str:
        return "".join(part for part, _ in self.parts)


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

    def excerpts(self, spans: Sequence[Span]) -> list[Excerpt]:
        """Excerpts that show `spans`, in order; spans close together on a line share one if the room holds them.

        A span over several lines is shown by the first of them that has text in it.
        """
        if len(spans) == 1:
            number = _first_line(self._source, spans[0])
            line = self._line(number)
            return [self._excerpt(number, line, [_clipped(spans[0], line.span)])]
        return list(self._joined(spans))

    def _joined(self, spans: Iterable[Span]) -> Iterator[Excerpt]:
        together: list[Span] = []
        number, line = 0, None
        for span in sorted(set(spans)):
            first = _first_line(self._source, span)
            if line is None or first != number:
                if line is not None:
                    yield self._excerpt(number, line, together)
                number, line, together = first, self._line(first), []
            elif not self._fits(line, together, span):
                yield self._excerpt(number, line, together)
                together = []
            together.append(_clipped(span, line.span))
        if line is not None:
            yield self._excerpt(number, line, together)

    def _line(self, number: int) -> _MeasuredLine:
        line = self._lines.get(number)
        if line is None:
            line = self._lines[number] = _MeasuredLine(self._source.text, self._source.line(number))
        return line

    def _fits(self, line: _MeasuredLine, together: list[Span], span: Span) -> bool:
        start, end = together[0].start, max(span.end, *(each.end for each in together))
        if end - start >= self._room:
            return False
        return line.columns(start, min(end, line.span.end)) <= self._room * 3 // 4

    def _excerpt(self, number: int, line: _MeasuredLine, spans: list[Span]) -> Excerpt:
        core = spans[0] if len(spans) == 1 else Span(spans[0].start, max(s.end for s in spans))
        edges = line.before(core.start), line.before(core.end)
        width = edges[1] - edges[0]
        begins = tuple([span.start - line.start + 1 for span in spans])
        if len(spans) == 1 and width <= self._room - ROOM_AROUND:
            # One span, shown whole, as most are.
            left, at, right = _context(line, core, edges, self._room - width)
            shown = ((left, False), (line.shown(*core), True), (right, False))
            return Excerpt(number, begins, shown, at * " " + max(width, 1) * "^")
        pieces = _core(line, core, spans, self._room)
        room = self._room - sum([width for _, _, width in pieces])
        left, at, right = _context(line, core, edges, room)
        marks = ""
        parts = [(left, False)]
        for text, is_marked, width in pieces:
            if is_marked:
                marks = marks[:at].ljust(at) + max(width, 1) * "^"
            at += width
            parts.append((text, is_marked))
        parts.append((right, False))
        return Excerpt(number, begins, tuple(parts), marks)


class _MeasuredLine:
    """A line of a source with the columns of its characters as a terminal shows them.

    `first_word` is the offset of its first character that is not white space, `indent` the columns before it, `width`
    those of the whole line.
    """

    def __init__(self, text: str, span: Span) -> None:
        self.span = span
        self.start = span.start
        self._text = text
        line = span.of(text)
        self._is_plain = line.isprintable()
        self.first_word = span.end - len(line.lstrip())
        # Offsets in the line. By how many columns these characters, up to each, are narrower than WIDEST, and the
        # columns from the start of the line to behind each.
        self._looked_up = [match.start() for match in NOT_SURELY_WIDE.finditer(line)]
        narrower = list(accumulate([WIDEST - SHOWN_WIDTHS[line[at]] for at in self._looked_up]))
        self._narrower = [0, *narrower]
        self._up_to = [
            WIDEST * (at + 1) - less for at, less in zip(self._looked_up, narrower, strict=True)
        ]
        self.indent = self.before(self.first_word)
        self.width = WIDEST * len(line) - self._narrower[-1]

    def shown(self, start: int, end: int) -> str:
        text = self._text[start:end]
        return text if self._is_plain else on_one_line(text)

    def before(self, offset: int) -> int:
        """The columns of the line up to an offset in the source."""
        at = offset - self.start
        return WIDEST * at - self._narrower[bisect_left(self._looked_up, at)]

    def columns(self, start: int, end: int) -> int:
        """The width of the text between two offsets in the source."""
        return self.before(end) - self.before(start)

    def end_within(self, start: int, room: int) -> int:
        """The last offset up to which the text from `start` fits into `room` columns."""
        most = self.before(start) + max(room, 0)
        near, rest, stop = self._near(bisect_right(self._up_to, most), most)
        return min(near + rest // WIDEST, stop)

    def start_within(self, end: int, room: int) -> int:
        """The first offset from which the text up to `end` fits into `room` columns."""
        least = self.before(end) - max(room, 0)
        near, rest, stop = self._near(bisect_left(self._up_to, least), least)
        start = near + max(-(-rest // WIDEST), 0)
        return start if start <= stop else stop + 1

    def _near(self, count: int, columns: int) -> tuple[int, int, int]:
        """The offset behind the first `count` characters looked up, the rest of `columns` there, and the next one."""
        start, end = self.span
        stop = start + self._looked_up[count] if count < len(self._looked_up) else end
        if not count:
            return start, columns, stop
        behind = start + self._looked_up[count - 1] + 1
        return behind, columns - self._up_to[count - 1], stop


def _first_line(source: Source, span: Span) -> int:
    if not source.text[span.start : span.start + 1].isspace():
        return source.line_number(span.start)
    covered = source.text[span.start : min(span.end, span.start + SEARCHED_CHARACTERS)]
    blank = len(covered) - len(covered.lstrip()) if covered.strip() else 0
    return source.line_number(span.start + blank)


def _clipped(span: Span, line: Span) -> Span:
    if line.start <= span.start and span.end <= line.end:
        return span
    start = min(max(span.start, line.start), line.end)
    return Span(start, max(start, min(span.end, line.end)))


Pieces = list[tuple[str, bool, int]]
"""Texts, each with True if it is marked, and its columns."""


def _core(line: _MeasuredLine, core: Span, spans: list[Span], room: int) -> Pieces:
    """The marked spans and the text between them; a single one is too long and loses its middle."""
    if len(spans) == 1:
        return _shortened(line, core, room - ROOM_AROUND)
    pieces: Pieces = []
    done = core.start
    for span in spans:
        if done < span.start:
            pieces.append((line.shown(done, span.start), False, line.columns(done, span.start)))
        start = min(max(done, span.start), span.end)
        pieces.append((line.shown(start, span.end), True, line.columns(start, span.end)))
        done = max(done, span.end)
    return pieces


def _shortened(line: _MeasuredLine, core: Span, room: int) -> Pieces:
    head = line.end_within(core.start, room * 2 // 3)
    tail = line.start_within(core.end, room // 4)
    return [
        (line.shown(core.start, head), True, line.columns(core.start, head)),
        (CUT_OUT, False, CUT_OUT_COLUMNS),
        (line.shown(tail, core.end), True, line.columns(tail, core.end)),
    ]


def _context(
    line: _MeasuredLine, core: Span, edges: tuple[int, int], room: int
) -> tuple[str, int, str]:
    """The text to the left of `core`, its columns, the text to the right: as much as `room` columns allow.

    `edges` are the columns of the line up to both ends of `core`.
    """
    begin = min(line.first_word, core.start)
    lefts = edges[0] - line.indent if begin < core.start else 0
    rights = line.width - edges[1]
    left = max(room * 2 // 5, room - rights)
    right = max(room - min(lefts, left), 0)
    if lefts <= left:
        before = line.shown(begin, core.start)
    else:
        start = line.start_within(core.start, left - 1)
        before = CUT_OFF + line.shown(start, core.start)
        lefts = 1 + edges[0] - line.before(start)
    if rights <= right:
        return before, lefts, line.shown(core.end, line.span.end)
    end = line.end_within(core.end, right - 1)
    return before, lefts, line.shown(core.end, end) + CUT_OFF
