"""Excerpts: the part of a line around a finding, with marks under the exact characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao.text import Source, Span
from duizhao.text.visible import on_one_line
from duizhao.text.width import columns
from duizhao.text.wrap import fitting

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


def excerpts(source: Source, spans: Iterable[Span], room: int) -> Iterator[Excerpt]:
    """Excerpts that show `spans`, in order; spans close together on a line share one if `room` columns hold them.

    A span over several lines is shown by the first of them that has text in it.
    """
    together: list[Span] = []
    number, line = 0, Span(0, 0)
    for span in sorted(set(spans)):
        first = _first_line(source, span)
        if together and not (first == number and _fits(source.text, together, span, room)):
            yield _excerpt(source, number, line, together, room)
            together = []
        if first != number:
            number, line = first, source.line(first)
        together.append(_clipped(span, line))
    if together:
        yield _excerpt(source, number, line, together, room)


def _first_line(source: Source, span: Span) -> int:
    if not source.text[span.start : span.start + 1].isspace():
        return source.position(span.start).line
    covered = source.text[span.start : min(span.end, span.start + SEARCHED_CHARACTERS)]
    blank = len(covered) - len(covered.lstrip()) if covered.strip() else 0
    return source.position(span.start + blank).line


def _clipped(span: Span, line: Span) -> Span:
    start = min(max(span.start, line.start), line.end)
    return Span(start, max(start, min(span.end, line.end)))


def _fits(text: str, together: list[Span], span: Span, room: int) -> bool:
    start, end = together[0].start, max(span.end, *(each.end for each in together))
    return end - start < room and columns(on_one_line(text[start:end])) <= room * 3 // 4


def _excerpt(source: Source, number: int, line: Span, spans: list[Span], room: int) -> Excerpt:
    core = Span(spans[0].start, max(span.end for span in spans))
    parts = _core(source.text, core, spans, room)
    left, right = _context(source.text, line, core, room - sum(columns(part) for part, _ in parts))
    begins = tuple(span.start - line.start + 1 for span in spans)
    return Excerpt(number, begins, ((left, False), *parts, (right, False)))


def _core(text: str, core: Span, spans: list[Span], room: int) -> list[tuple[str, bool]]:
    """The marked spans and the text between them; a span that is too long for the line loses its middle."""
    if len(spans) == 1:
        return _shortened(text, core, room - 4)
    parts = []
    done = core.start
    for span in spans:
        parts.append((on_one_line(text[done : span.start]), False))
        parts.append((on_one_line(text[max(done, span.start) : span.end]), True))
        done = max(done, span.end)
    return parts


def _shortened(text: str, core: Span, room: int) -> list[tuple[str, bool]]:
    head = on_one_line(text[core.start : min(core.end, core.start + room)])
    if core.end - core.start <= room and columns(head) <= room:
        return [(head, True)]
    tail = on_one_line(text[max(core.start, core.end - room) : core.end])[::-1]
    last = tail[: fitting(tail, room // 4)][::-1]
    return [(head[: fitting(head, room * 2 // 3)], True), (CUT_OUT, False), (last, True)]


def _context(text: str, line: Span, core: Span, room: int) -> tuple[str, str]:
    """The text to the left and right of `core`, as much of both as `room` columns allow."""
    # A Chinese character fills two columns: half as many characters are enough for most lines.
    before, lefts = "", 0
    for start in (core.start - room // 2 - 1, core.start - room - 1):
        before = on_one_line(text[max(line.start, start) : core.start].lstrip())
        lefts = columns(before)
        if lefts > room or start <= line.start:
            break
    behind, rights = "", 0
    for end in (core.end + room // 2 + 1, core.end + room + 1):
        behind = on_one_line(text[core.end : min(line.end, end)])
        rights = columns(behind)
        if rights > room or end >= line.end:
            break
    left = max(room * 2 // 5, room - rights)
    right = max(room - min(lefts, left), 0)
    if lefts > left:
        before = _cut(before[::-1], left)[::-1]
    return before, behind if rights <= right else _cut(behind, right)


def _cut(text: str, room: int) -> str:
    return text[: fitting(text, max(room - 1, 0))] + CUT_OFF
