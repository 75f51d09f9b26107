from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import decimal
from duizhao.rules.layout._indents import blanks_width, first_line_position, size_of
from duizhao.rules.layout._strays import Stray, stray_hits

INDENT_TOLERANCE = 0.3


@rule(
    "DZ718",
    on=FormattedDocument,
    severity=Severity.ERROR,
    source="GB/T 9704-2012 7.3.4",
    strength=Strength.MUST,
)
def wrong_attachment_note(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """附件说明没有左空二字"""
    # Later lines align with the first number of the first line, at any indent.
    notes = [each for each in formatted.in_roles("attachment-note") if each.is_first][:1]
    strays = []
    for each in notes:
        size = size_of(each)
        first = first_line_position(each.paragraph.format, size) + blanks_width(each.blanks)
        if abs(first - each.look.first) > INDENT_TOLERANCE:
            strays.append(Stray(each.span, f"左空{decimal(first)}字" if first else "没有左空"))
    wanted = f"左空{formatted.layout.roles[notes[0].role].first:g}字" if notes else ""
    basis = formatted.layout.bases["roles.attachment-note.first"]
    yield from stray_hits(strays, "附件说明", len(notes), wanted, basis)
