from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import decimal
from duizhao.rules.layout._indents import blanks_width, first_line_position, size_of
from duizhao.rules.layout._strays import Stray, stray_hits
from duizhao.rules.layout._type_of import type_strays

INDENT_TOLERANCE = 0.3
PLACES = {"center": "居中", "right": "居右"}


@rule(
    "DZ726",
    on=FormattedDocument,
    severity=Severity.ERROR,
    source="GB/T 9704-2012 7.3.7",
    strength=Strength.MUST,
)
def wrong_attachment_head(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """附件标识或附件标题排得不对"""
    labels, titles = formatted.in_roles("attachment-label"), formatted.in_roles("attachment-title")
    yield from type_strays(labels, formatted)
    strays = [Stray(each.span, fault) for each in labels if (fault := _not_flush(each))]
    basis = formatted.layout.bases["roles.attachment-label.align"]
    yield from stray_hits(strays, "附件标识", len(labels), "顶格", basis)
    strays = [
        Stray(each.span, PLACES.get(each.paragraph.format.alignment, "居左"))
        for each in titles
        if each.look.align == "center" and each.paragraph.format.alignment != "center"
    ]
    basis = formatted.layout.bases["roles.attachment-title.align"]
    yield from stray_hits(strays, "附件标题", len(titles), "居中", basis)


def _not_flush(part: FormattedSpan) -> str:
    """The position of a label that should begin at the margin; empty if it does, or if the layout differs."""
    actual, size = part.paragraph.format, size_of(part)
    if part.look.align != "left":
        return ""
    if actual.alignment in PLACES:
        return PLACES[actual.alignment]
    first = first_line_position(actual, size) + blanks_width(part.blanks)
    return f"空{decimal(first)}字" if abs(first - part.look.first) > INDENT_TOLERANCE else ""
