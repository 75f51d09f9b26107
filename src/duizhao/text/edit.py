"""A change to a text, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from duizhao.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in place of the characters at `span`; an empty span inserts."""

    span: Span
    replacement: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made at once; all spans count in the text as it was.

    Raises ValueError where two edits overlap, or one lies outside the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start, end = edit.span
        if not done <= start <= end <= len(text):
            raise ValueError(f"edit at {start}–{end} overlaps another or lies outside the text")
        pieces += (text[done:start], edit.replacement)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def compose(first: Iterable[Edit], second: Iterable[Edit], between: str) -> Iterator[Edit]:
    """The edits that do at once what `first` and then `second` do, in text order.

    `between` is the text after `first`, in which the spans of `second` count; those of the result count in the text
    before it. Edits that touch become one.
    """
    steps = [*_results(first), *((edit.span, 0, edit) for edit in second)]
    ahead = 0
    for place, growth, edits in _groups(sorted(steps, key=itemgetter(0))):
        inside = [Edit(_moved(edit.span, -place.start), edit.replacement) for edit in edits]
        before = Span(place.start - ahead, place.end - ahead - growth)
        yield Edit(before, apply(place.of(between), inside))
        ahead += growth


Step = tuple[Span, int, Edit | None]
"""A place in the text between, by how much the first edit grew it, and the second edit that changes it."""


def _results(edits: Iterable[Edit]) -> Iterator[Step]:
    """Where in the text after `edits` the replacement of each stands."""
    shift = 0
    for (start, end), replacement in sorted((edit.span, edit.replacement) for edit in edits):
        growth = len(replacement) - (end - start)
        yield Span(start + shift, end + shift + growth), growth, None
        shift += growth


def _groups(steps: Iterable[Step]) -> Iterator[tuple[Span, int, list[Edit]]]:
    """The steps that touch, taken together."""
    place: Span | None = None
    growth, edits = 0, list[Edit]()
    for span, grown, edit in steps:
        if place is None or span.start > place.end:
            if place is not None:
                yield place, growth, edits
            place, growth, edits = span, 0, []
        place = Span(place.start, max(place.end, span.end))
        growth += grown
        edits += [edit] if edit else []
    if place is not None:
        yield place, growth, edits


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
