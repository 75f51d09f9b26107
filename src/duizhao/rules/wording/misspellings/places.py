"""The places of wrong forms in a text, except where other findings or neighbours answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.lint import Reading
from duizhao.rules.wording import grave, slips
from duizhao.rules.wording.grave.miswriting import RestsByPiece, miswritings
from duizhao.rules.wording.misspellings.neighbours import is_name, is_part_of_right
from duizhao.rules.wording.slips.slip import slips_in
from duizhao.text import Span, longest

FIXED_EXPRESSIONS = "DZ601"
GRAVE_PHRASES = "DZ625"
RESTS = RestsByPiece(grave.phrases)


def wrong_places(reading: Reading, places: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """`places` in order, the longest of those that overlap, without names and slips in phrases of other rules."""
    found = longest(places)
    if not found:
        return
    pairs = reading.marks.get(FIXED_EXPRESSIONS)
    taken = [slip.span for slip in slips_in(reading.text, pairs, slips.forms)]
    pieces = reading.marks.get(GRAVE_PHRASES)
    taken += [each.span for each in miswritings(reading.text, pieces, RESTS)]
    for place in found:
        if is_name(reading.text, place) or is_part_of_right(reading.text, place):
            continue
        if not any(span.overlaps(place) for span in taken):
            yield place
