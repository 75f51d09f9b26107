from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Sheet, Strength, Stretch, rule


@rule(
    "DZ725",
    on=Sheet,
    severity=Severity.ERROR,
    source="GB/T 9704-2012 7.3.7",
    strength=Strength.MUST,
)
def attachment_not_on_new_page(sheet: Sheet, reading: Reading) -> Iterator[Hit]:
    """附件没有另面编排"""
    for each in sheet.of("attachment-label"):
        if not _starts_page(each):
            yield Hit(each.span, "附件紧接在正文之后；附件应当另面编排（GB/T 9704-2012 7.3.7）")


def _starts_page(stretch: Stretch) -> bool:
    return stretch.paragraph.starts_page or stretch.paragraph.format.breaks_page
