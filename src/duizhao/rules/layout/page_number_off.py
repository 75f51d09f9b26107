from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import TWIPS_A_MILLIMETRE, max_severity, requirement

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat, PageNumberFormat

FOOTER_TOLERANCE = 2.0
"""In mm, added to the layout's tolerance: the height of the footer's line is not known exactly."""

DEFAULT_FOOTERS = (992, 720, 850)
"""The footer's distance from the edge in new documents, in twips: 1.75, 1.27 and 1.5 cm."""

DASH_HEIGHT = 0.5
"""The height of the dashes above the bottom of their line, as a share of the line."""


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
        if abs(below - wanted) > basis.within + FOOTER_TOLERANCE:
            place = f"离版心约{below:.0f}毫米" if below > 0 else "进了版心"
            edge = page.footer / TWIPS_A_MILLIMETRE
            message = (
                f"页码{place}（页脚距边界{edge:.3g}毫米）；{requirement(f'{wanted:g}毫米', basis)}"
            )
            severity = Severity.HINT if page.footer in DEFAULT_FOOTERS else max_severity(basis)
            yield Hit(formatted.opening(page), message, severity=severity)
            return


def _below(page: PageFormat, number: PageNumberFormat) -> float:
    """The distance from the type area down to the dashes of a page number, in mm."""
    height = DASH_HEIGHT * number.format.points * 20
    return (page.bottom - page.footer - height) / TWIPS_A_MILLIMETRE
