"""Positions of lines, in characters of body text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.lint import FormattedSpan

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat, ParagraphFormat

WIDTHS = {"\u3000": 1.0, "\t": 2.0}
"""The width of blanks before a paragraph. A tab goes to Word's next stop, about two characters."""

DEFAULT_TEXT_WIDTH = 8844
"""In twips, for text on no page: the 156 mm of GB/T 9704."""

RIGHT_FROM = 0.4
"""The share of the line from which an indented line counts as standing on the right."""


def first_line_position(actual: ParagraphFormat, size: int) -> float:
    """The distance of the first line from the margin, in characters of `size` half points."""
    return actual.left_at(size) + actual.first_line_at(size)


def size_of(part: FormattedSpan) -> int:
    """The character size for the indents of a part, in half points."""
    return part.format.size if part.format else round(2 * part.look.size)


def blanks_width(blanks: str) -> float:
    """The width of typed blanks, in characters."""
    return sum(WIDTHS.get(blank, 0.5) for blank in blanks)


def stands_right(part: FormattedSpan, page: PageFormat | None) -> bool:
    """True if a line stands on the right, by alignment, indent or typed blanks."""
    actual, size = part.paragraph.format, size_of(part)
    if actual.alignment == "right":
        return True
    width = (page.text_width if page else DEFAULT_TEXT_WIDTH) / (10 * size)
    begins = actual.left_at(size) + actual.first_line_at(size) + blanks_width(part.blanks)
    return begins >= RIGHT_FROM * width
