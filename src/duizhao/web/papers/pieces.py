"""A filled paper in pieces, so that a page can show where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao import api


@dataclass(frozen=True, slots=True)
class PaperPiece:
    """A stretch of a paper. One that was filled has the `name` of its place; one without `source` is left blank."""

    text: str
    name: str = ""
    source: str = ""
    address: str = ""

    @property
    def is_blank(self) -> bool:
        return bool(self.name) and not self.source


def pieces(filled: api.FilledPaper) -> Iterator[PaperPiece]:
    """The pieces of a filled paper, in its order."""
    at = 0
    for place in filled.places:
        if place.span.start > at:
            yield PaperPiece(filled.text[at : place.span.start])
        words = filled.text[place.span.start : place.span.end]
        fact = place.fact
        yield PaperPiece(
            words, place.name, fact.source if fact else "", fact.address if fact else ""
        )
        at = place.span.end
    if at < len(filled.text):
        yield PaperPiece(filled.text[at:])
