"""The year of a document: of its date, or of its title."""

from __future__ import annotations

import re

from duizhao.document.nodes import Document
from duizhao.text import Span, as_span

YEAR = re.compile(
    r"(?<!\d)(20\d\d)(?!\d)|二[〇○零0]([〇○零0一二三四五六七八九])([〇○零0一二三四五六七八九])"
)
_DIGITS = {
    **{c: str(n) for n, c in enumerate("〇一二三四五六七八九")},
    "○": "0",
    "零": "0",
    "0": "0",
}


def year_in(text: str, span: Span) -> tuple[int, Span] | None:
    """The first year of this century inside `span`, and its place."""
    words = text[span.start : span.end]
    # Most dates are a month or a day: nothing in them begins a year.
    if "20" not in words and "二" not in words:
        return None
    found = YEAR.search(text, span.start, span.end)
    if found is None:
        return None
    digits = found[1] or f"20{_DIGITS[found[2]]}{_DIGITS[found[3]]}"
    return int(digits), as_span(found.span())


def year_of_date(document: Document) -> tuple[int, Span] | None:
    """The year of the document's date, under the signature or below the title."""
    for span in (document.date, document.dateline):
        found = span and year_in(document.text, span)
        if found:
            return found
    return None


def year_of_title(document: Document) -> tuple[int, Span] | None:
    """The year in the document's title."""
    for span in document.title:
        found = year_in(document.text, span)
        if found:
            return found
    return None
