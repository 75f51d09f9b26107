from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._indents import first_line_position
from duizhao.rules.layout._strays import Stray, stray_hits

if TYPE_CHECKING:
    from duizhao.office.typography import ParagraphFormat

ALIGNMENTS = {"left": "居左", "both": "两端对齐", "right": "居右", "distribute": "分散对齐"}
CENTRE_TOLERANCE = 0.5
"""In characters: an indent may move a centred line by so much."""


@rule(
    "DZ707",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.1",
    strength=Strength.USUALLY,
)
def title_off_centre(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """标题没有居中"""
    titles = formatted.in_roles("title")
    strays = [
        Stray(each.span, fault)
        for each in titles
        if each.look.align == "center"
        and (fault := _fault(each.paragraph.format, each.format.size if each.format else 32))
    ]
    basis = formatted.layout.bases["roles.title.align"]
    yield from stray_hits(strays, "标题", len(titles), "居中", basis)


def _fault(actual: ParagraphFormat, size: int) -> str:
    if actual.alignment != "center":
        return ALIGNMENTS.get(actual.alignment, "居左")
    moved = first_line_position(actual, size) - actual.right_at(size)
    return f"居中而又缩进{moved:.1f}字" if abs(moved) > CENTRE_TOLERANCE else ""
