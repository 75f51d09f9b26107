"""Text with findings as HTML; findings may nest and overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao.page import attribute, escaped
from duizhao.text import Span


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A place of a finding in the text of the page.

    `id` is its anchor, `entry` that of the finding in the list, `number` what people see, `classes` what the filter
    goes by. An empty `span` is a place; a span neither begins nor ends with a line break.
    """

    id: str
    entry: str
    number: int
    span: Span
    classes: str
    tip: str

    def opening(self, seen: set[str], kind: str = "") -> str:
        """The start tag; only the first piece of a place has the anchor."""
        anchor = "" if self.id in seen else f' id="{self.id}"'
        seen.add(self.id)
        return f'<mark{anchor} class="{kind}{self.classes}" data-f="{self.entry}" title="{attribute(self.tip)}">'

    @property
    def link(self) -> str:
        """The number after the place. The style sheet draws it, so that copied text does not contain it."""
        return (
            f'<a class="n {self.classes}" href="#{self.entry}" data-m="{self.id}" data-n="{self.number}" '
            f'aria-label="第 {self.number} 条"></a>'
        )


def mark_up(text: str, line: Span, marks: Iterable[MarkedSpan], seen: set[str]) -> str:
    """The characters of `line` with the `marks` that touch it.

    HTML has no overlapping elements: where two findings cross, the inner one is closed and opened again. `seen`
    gathers the ids that have their anchor.
    """
    return "".join(_pieces(text, line, sorted(marks, key=_widest_first), seen))


def _widest_first(mark: MarkedSpan) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.number


def _pieces(text: str, line: Span, marks: list[MarkedSpan], seen: set[str]) -> Iterator[str]:
    begins: dict[int, list[MarkedSpan]] = defaultdict(list)
    ends: dict[int, list[MarkedSpan]] = defaultdict(list)
    for mark in marks:
        begins[max(mark.span.start, line.start)].append(mark)
        ends[min(mark.span.end, line.end)].append(mark)
    opened: list[MarkedSpan] = []
    done = line.start
    for at in sorted({*begins, *ends}):
        yield escaped(text[done:at])
        done = at
        points = [mark for mark in begins[at] if mark.span.end <= at]
        yield from _end(opened, ends[at], line, seen)
        for mark in points:
            yield f"{mark.opening(seen, 'point ')}</mark>{mark.link}"
        for mark in begins[at]:
            if mark.span.end > at and at < line.end:
                opened.append(mark)
                yield mark.opening(seen)
    yield escaped(text[done : line.end])


def _end(
    opened: list[MarkedSpan], ended: list[MarkedSpan], line: Span, seen: set[str]
) -> Iterator[str]:
    """Close the marks that end here; inner marks that go on are closed too, and opened again."""
    over = [mark for mark in ended if mark in opened]
    if not over:
        return
    outermost = min(opened.index(mark) for mark in over)
    again = [mark for mark in opened[outermost:] if mark not in over]
    yield "</mark>" * (len(opened) - outermost)
    opened[outermost:] = again
    yield from (mark.link for mark in over if mark.span.end <= line.end)
    yield from (mark.opening(seen) for mark in again)
