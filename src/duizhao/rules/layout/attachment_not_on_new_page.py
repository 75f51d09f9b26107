from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule


@rule(
    "DZ725",
    on=FormattedDocument,
    severity=Severity.ERROR,
    source="GB/T 9704-2012 7.3.7",
    strength=Strength.MUST,
)
def attachment_not_on_new_page(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """附件没有另面编排"""
    for each in formatted.in_roles("attachment-label"):
        if not _starts_page(each):
            yield Hit(each.span, "附件紧接在正文之后；应当另起一页")


def _starts_page(part: FormattedSpan) -> bool:
    return part.paragraph.starts_page or part.paragraph.format.breaks_page
