"""Changes to a text, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter

from duizhao.text.span import Span
from duizhao.text.value import value

SPAN = attrgetter("span")


@value
class Edit:
    """Put `replacement` in place of the characters at `span`; an empty span inserts."""

    span: Span
    replacement: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made at once; all spans count in the text as it was.

    Raises ValueError if two edits overlap, or one lies outside the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=SPAN):
        start, end = edit.span
        if not done <= start <= end <= len(text):
            raise ValueError(f"edit at {start}–{end} overlaps another or lies outside the text")
        pieces += (text[done:start], edit.replacement)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def compose(first: Iterable[Edit], second: Iterable[Edit], between: str) -> Iterator[Edit]:
    """Compose two lists of edits: applying the result equals applying `first`, then `second`. In text order.

    `between` is the text after `first`. The spans of `second` are places in it; those of the result are places in the
    text before. Edits that touch become one.
    """
    steps = [*_results(first), *((edit.span, 0, edit) for edit in second)]
    ahead = 0
    for place, growth, edits in _groups(sorted(steps, key=itemgetter(0))):
        before = Span(place.start - ahead, place.end - ahead - growth)
        if len(edits) == 1 and edits[0].span == place:
            # Nearly every edit touches no other.
            yield Edit(before, edits[0].replacement)
        else:
            inside = [Edit(_moved(edit.span, -place.start), edit.replacement) for edit in edits]
            yield Edit(before, apply(place.of(between), inside))
        ahead += growth


Step = tuple[Span, int, Edit | None]
"""A place in `between`, the growth by the first edit there, and the second edit that changes it, if any."""


def _results(edits: Iterable[Edit]) -> Iterator[Step]:
    """The place of each replacement in the text after `edits`."""
    shift = 0
    for (start, end), replacement in sorted((edit.span, edit.replacement) for edit in edits):
        growth = len(replacement) - (end - start)
        yield Span(start + shift, end + shift + growth), growth, None
        shift += growth


def _groups(steps: Iterable[Step]) -> Iterator[tuple[Span, int, list[Edit]]]:
    """Steps that touch, as one."""
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
