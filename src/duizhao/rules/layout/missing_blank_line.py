from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import requirement

if TYPE_CHECKING:
    from duizhao.office.typography import FormattedParagraph

GAP_TOLERANCE = 0.4
"""In lines: a gap of less than half a line counts as none."""

SIGNED = ("signature", "date")


@rule(
    "DZ727",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.4、7.3.5.2",
    strength=Strength.MUST,
)
def missing_blank_line(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """附件说明或落款之上没有空行"""
    gaps = formatted.layout.gaps
    for roles, key, lines in (
        (("attachment-note",), "gaps.note", gaps.note),
        (SIGNED, "gaps.signature", gaps.signature),
    ):
        found = [each for each in formatted.in_roles(*roles) if each.is_first]
        if not found:
            continue
        first = min(found, key=lambda each: each.span)
        above = _lines_above(first, formatted)
        if above is not None and above < lines - GAP_TOLERANCE:
            fault = f"{first.role.label}之上{'没有空行' if above < GAP_TOLERANCE else f'只空{above:.1f}行'}"
            yield Hit(
                first.span, f"{fault}；{requirement(f'空{lines}行', formatted.layout.bases[key])}"
            )


def _lines_above(part: FormattedSpan, formatted: FormattedDocument) -> float | None:
    """The space above a paragraph in lines, from blank paragraphs and spacing; None at the top of a page."""
    paragraph, blank = part.paragraph, 0
    if paragraph.starts_page or paragraph.format.breaks_page:
        return None
    before = formatted.typography.before(paragraph)
    while before and not formatted.text[slice(*before.span)].strip():
        blank += 1
        before = formatted.typography.before(before)
    if before is None:
        return None
    pitch = formatted.layout.grid.pitch * 20
    return blank + _spacing(paragraph, "before", pitch) + _spacing(before, "after", pitch)


def _spacing(paragraph: FormattedParagraph, side: str, pitch: float) -> float:
    lines, twips = getattr(paragraph.format, f"{side}_lines"), getattr(paragraph.format, side)
    return float(lines / 100 if lines else twips / pitch)
