"""The standard's form of dates and punctuation: which edits bring a text into it, and touch no word.

A date has Arabic digits, the year in full, and no leading zeros (GB/T 9704 7.3.5.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, normalize

from duizhao.document import Document
from duizhao.text import Edit, Span
from duizhao.text.numerals import DIGITS, FULL_WIDTH, value

_YEAR = "[0-9０-９〇○零一二三四五六七八九]"
_NUMBER = "[0-9０-９〇○零一二三四五六七八九十]"
DATE = re.compile(
    f"({_YEAR}{{4}})[ 　]*(?:年|[.．\\-/－])[ 　]*({_NUMBER}{{1,3}})"
    f"(?:[ 　]*(?:月|[.．\\-/－])[ 　]*(?:({_NUMBER}{{1,3}})[ 　]*[日号]?)?)?"
)
PUNCTUATION_CATEGORIES = ("P", "Z", "Cf")
DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date_edits(document: Document) -> Iterator[Edit]:
    """Edits that bring the date of the document, and the date under its title, into the standard's form."""
    for place in (document.dateline, document.date):
        found = DATE.search(document.text, *place) if place else None
        wanted = _formal(found) if found else None
        if found and wanted and wanted != found[0]:
            yield Edit(Span(*found.span()), wanted)


def _formal(found: re.Match[str]) -> str | None:
    """The same day as 2024年1月8日; None if it is no date."""
    year, month, day = (_number(part) for part in found.groups())
    if year is None or month is None or not 1 <= month <= 12:
        return None
    if found[3] is None:
        # 2024年1月 is as full as it was; 2024.1 may be a number.
        return f"{year}年{month}月" if "月" in found[0] else None
    if day is None or not 1 <= day <= DAYS_OF_MONTH[month - 1]:
        return None
    return f"{year}年{month}月{day}日"


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    plain = written.translate(FULL_WIDTH)
    if len(plain) == 4:
        plain = "".join(str(DIGITS.get(digit, digit)) for digit in plain)
    return value(plain)


def is_punctuation(edit: Edit, text: str) -> bool:
    """Whether an edit leaves every word, letter and digit of `text` as it is."""
    return _words(edit.span.of(text)) == _words(edit.replacement)


def _words(text: str) -> str:
    """`text` without punctuation, blanks and format characters, its widths normalised."""
    shown = normalize("NFKC", text)
    return "".join(c for c in shown if not category(c).startswith(PUNCTUATION_CATEGORIES))
