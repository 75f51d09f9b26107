from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import TWIPS_A_MILLIMETRE, asked, weight

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat, PageNumberFormat

UNKNOWN = 2.0
"""Millimetres by which the height of the footer's line may move its dashes, beside what the layout allows."""

MIDDLE = 0.5
"""Where the dashes stand in their line, from below, as a part of its height."""


@rule(
    "DZ721",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.5",
    strength=Strength.USUALLY,
)
def page_number_off(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """页码离版心太近或太远"""
    wanted, basis = formatted.layout.page_number.below, formatted.layout.bases["page-number.below"]
    for page in formatted.typography.pages:
        number = next((each for each in page.numbers if not each.in_header), None)
        if number is None or page.width > page.height:
            continue
        below = _below(page, number)
        if abs(below - wanted) > basis.within + UNKNOWN:
            place = f"版心下边缘之下约{below:.0f}毫米" if below > 0 else "版心之内"
            edge = page.footer / TWIPS_A_MILLIMETRE
            message = (
                f"页码的一字线在{place}（页脚距边界{edge:.3g}毫米）；"
                f"{asked(f'版心下边缘之下{wanted:g}毫米', basis)}"
            )
            yield Hit(formatted.opening(page), message, severity=weight(basis))
            return


def _below(page: PageFormat, number: PageNumberFormat) -> float:
    """How far below the type area the dashes of a page number stand, in mm."""
    height = MIDDLE * number.format.points * 20
    return (page.bottom - page.footer - height) / TWIPS_A_MILLIMETRE
