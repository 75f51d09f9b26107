"""Where lines begin, in characters of body text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.lint import FormattedSpan

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat, ParagraphFormat

WIDTHS = {"\u3000": 1.0, "\t": 2.0}
"""Blanks in front of a paragraph; a tab goes to Word's next stop, about two characters."""

FAR = 0.4
"""The share of the line from which a left indent counts as standing on the right."""


def place_of_first(made: ParagraphFormat, size: int) -> float:
    """Where the first line begins, in characters of `size` half points from the margin."""
    return made.left_at(size) + made.first_line_at(size)


def size_of(part: FormattedSpan) -> int:
    """The size that a part's indents count in, in half points."""
    return part.format.size if part.format else round(2 * part.look.size)


def typed(blanks: str) -> float:
    """How wide the blanks in front of a paragraph are, in characters."""
    return sum(WIDTHS.get(blank, 0.5) for blank in blanks)


def stands_right(part: FormattedSpan, page: PageFormat | None) -> bool:
    """Whether a line stands on the right, by whatever means."""
    made, size = part.paragraph.format, size_of(part)
    if made.alignment == "right":
        return True
    width = (page.text_width if page else 8844) / (10 * size)
    begins = made.left_at(size) + made.first_line_at(size) + typed(part.blanks)
    return begins >= FAR * width
