from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import decimal, requirement
from duizhao.rules.layout._indents import DEFAULT_TEXT_WIDTH, blanks_width, size_of, stands_right
from duizhao.text.width import width

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat

OFFSET_TOLERANCE = 0.8
"""In characters: the width of digits depends on the font."""


class LinePosition(NamedTuple):
    """The position of a line of text in characters: its start from the left, the free space on its right, its width."""

    start: float
    right: float
    width: float


@rule(
    "DZ722",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.5.2",
    strength=Strength.MUST,
)
def signature_offset(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """落款右空或首字错开的字数不对"""
    signed, dated = formatted.in_roles("signature"), formatted.in_roles("date")
    if (
        len(signed) != 1
        or len(dated) > 1
        or not all(_is_plain(each, formatted) for each in (*signed, *dated))
    ):
        return
    name = _position(signed[0], formatted)
    date = _position(dated[0], formatted) if dated else None
    longer, place = (dated[0], date) if date and date.width > name.width else (signed[0], name)
    wanted = formatted.layout.signature
    if abs(place.right - wanted.right) > OFFSET_TOLERANCE:
        basis = formatted.layout.bases["signature.right"]
        fault = f"{longer.role.label}右空{decimal(place.right)}字"
        yield Hit(longer.span, f"{fault}；{requirement(f'右空{wanted.right:g}字', basis)}")
    if date and abs(date.start - name.start - wanted.date_offset) > OFFSET_TOLERANCE:
        basis = formatted.layout.bases["signature.date-offset"]
        moved = date.start - name.start
        fault = f"日期首字比署名首字{'左' if moved < 0 else '右'}移{decimal(abs(moved))}字"
        yield Hit(dated[0].span, f"{fault}；{requirement(f'右移{wanted.date_offset:g}字', basis)}")


def _is_plain(part: FormattedSpan, formatted: FormattedDocument) -> bool:
    """True if it stands alone in its line and on the right. Other positions have rules of their own."""
    page = formatted.typography.page_at(part.span.start)
    rest = formatted.text[part.span.end : part.paragraph.span.end]
    is_right = part.look.align == "right" and stands_right(part, page)
    return part.is_first and not rest.strip() and is_right


def _position(part: FormattedSpan, formatted: FormattedDocument) -> LinePosition:
    page = formatted.typography.page_at(part.span.start)
    actual, size = part.paragraph.format, size_of(part)
    step = 10 * size + (part.format.spacing if part.format else 0)
    line = _length(page) / max(step, 1)
    text = formatted.text[slice(*part.span)]
    wide = width(text.strip())
    behind = blanks_width(formatted.text[part.span.end : part.paragraph.span.end])
    behind += blanks_width(text[len(text.rstrip()) :])
    if actual.alignment == "right":
        right = actual.right_at(size) + behind
        return LinePosition(line - right - wide, right, wide)
    start = (actual.left_at(size) + actual.first_line_at(size)) * 10 * size / max(step, 1)
    start += blanks_width(part.blanks)
    return LinePosition(start, line - start - wide, wide)


def _length(page: PageFormat | None) -> int:
    return page.text_width if page else DEFAULT_TEXT_WIDTH
