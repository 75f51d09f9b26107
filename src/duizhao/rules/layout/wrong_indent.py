from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import decimal
from duizhao.rules.layout._indents import blanks_width, first_line_position, size_of
from duizhao.rules.layout._strays import Stray, stray_hits

INDENT_TOLERANCE = 0.3
"""In characters: 1.1 cm is 1.95 characters of 16 pt, and an indent made at 15 pt keeps its length."""

FLUSH_TOLERANCE = 0.5


@rule(
    "DZ714",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.3",
    strength=Strength.USUALLY,
)
def wrong_indent(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """自然段没有左空二字、回行顶格"""
    opening = [each for each in formatted.in_roles("body", "heading") if each.is_first]
    strays = [Stray(each.span, fault) for each in opening if (fault := _fault(each))]
    first = formatted.layout.roles[opening[0].role].first if opening else 0
    basis = formatted.layout.bases["roles.body.first"]
    yield from stray_hits(strays, "段落", len(opening), f"首行空{first:g}字、回行顶格", basis)


def _fault(part: FormattedSpan) -> str:
    actual, size = part.paragraph.format, size_of(part)
    if actual.alignment in {"center", "right"}:
        return ""
    first, left = (
        first_line_position(actual, size) + blanks_width(part.blanks),
        actual.left_at(size),
    )
    if abs(first - part.look.first) > INDENT_TOLERANCE:
        return f"首行空{decimal(first)}字" if first else "首行没有空格"
    return f"回行也空{decimal(left)}字" if abs(left) > FLUSH_TOLERANCE else ""
