from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import Hit, Reading, Severity, Sheet, Strength, Stretch, rule
from duizhao.rules.layout.indents import size_of, typed
from duizhao.rules.layout.said import asked

if TYPE_CHECKING:
    from duizhao.text.typography import PageFormat

FAR = 0.4
"""The share of the line from which a left indent counts as standing on the right."""


@rule(
    "DZ717",
    on=Sheet,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.5.2",
    strength=Strength.MUST,
)
def signature_not_right(sheet: Sheet, reading: Reading) -> Iterator[Hit]:
    """落款没有居右"""
    for each in sheet.of("signature", "date"):
        page = sheet.typography.page_at(each.span.start)
        if each.is_first and each.look.align == "right" and not _is_right(each, page):
            basis = sheet.layout.bases["signature.right"]
            wanted = f"右空{sheet.layout.signature.right:g}字编排"
            yield Hit(each.span, f"{each.role.label}没有靠右；{asked(wanted, basis)}")


def _is_right(stretch: Stretch, page: PageFormat | None) -> bool:
    made, size = stretch.paragraph.format, size_of(stretch)
    if made.alignment == "right":
        return True
    width = (page.text_width if page else 8844) / (10 * size)
    begins = made.left_at(size) + made.first_line_at(size) + typed(stretch.blanks)
    return begins >= FAR * width
