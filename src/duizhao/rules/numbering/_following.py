"""Wrong punctuation after markers."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Marker, MarkerSequence
from duizhao.lint import Hit, Reading
from duizhao.text import Edit, Span


def wrong_mark_hits(
    sequence: MarkerSequence, reading: Reading, wrong: str, proper: str, message: str
) -> Iterator[Hit]:
    """One hit for all markers of a sequence followed by a character of `wrong`; the fix replaces it by `proper`.

    `message` may contain `{shown}` and `{wanted}`: the first such marker as it is and as it should be.
    """
    if places := [
        at for marker in sequence.markers if (at := _wrong_mark(marker, reading.text, wrong))
    ]:
        first, marker = places[0], _owner(sequence, places[0])
        number = reading.text[marker.span.start : first.start]
        yield Hit(
            first,
            message.format(shown=number + first.of(reading.text), wanted=number + proper)
            + (f"这一组共{len(places)}处。" if len(places) > 1 else ""),
            tuple(Edit(place, proper) for place in places),
            tuple((place, "同组") for place in places[1:]),
        )


def _wrong_mark(marker: Marker, text: str, wrong: str) -> Span | None:
    """The place of the wrong character: the last of the marker, or the next after it."""
    end = marker.span.end
    if text[end - 1] in wrong:
        return Span(end - 1, end)
    if text[end : end + 1] and text[end] in wrong:
        return Span(end, end + 1)
    return None


def _owner(sequence: MarkerSequence, place: Span) -> Marker:
    return next(m for m in sequence.markers if m.span.start < place.start <= m.span.end)
