from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._faces import is_face
from duizhao.rules.layout._figures import max_severity, requirement, size_name

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat, PageNumberFormat

PLACES = {"left": "居左", "center": "居中", "right": "居右"}
INDENT_TOLERANCE = 0.35
"""In characters: an indent of 14 pt and one of 16 pt are both “a character”."""

DEFAULT_NUMBER_POINTS = 9
"""The size of a page number in the footer of a new document."""


@rule(
    "DZ704",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.5",
    strength=Strength.USUALLY,
)
def wrong_page_number(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """页码的样子或位置不对"""
    for page in formatted.typography.pages:
        faults = list(dict.fromkeys(_faults(page, formatted)))
        if faults:
            basis = formatted.layout.bases["page-number.form"]
            message = f"页码{'，'.join(faults)}；{requirement(_wanted(formatted), basis)}"
            severity = Severity.HINT if _is_default(page) else max_severity(basis)
            yield Hit(formatted.opening(page), message, severity=severity)
            return


def _is_default(page: PageFormat) -> bool:
    """True if the numbers are as Word inserts them: 1 in 小五, one form on all pages."""
    return all(
        each.text.strip() == "#" and each.format.points == DEFAULT_NUMBER_POINTS
        for each in page.numbers
    )


def _wanted(formatted: FormattedDocument) -> str:
    number = formatted.layout.page_number
    look = f"{size_name(number.size)}{number.face}，写成“{number.form.format(1)}”"
    sides = f"单页{PLACES[number.odd]}、双页{PLACES[number.even]}，各空{number.indent:g}字"
    return f"{look}，{sides}"


def _faults(page: PageFormat, formatted: FormattedDocument) -> Iterator[str]:
    wanted = formatted.layout.page_number
    numbers = {number.kind: number for number in page.numbers}
    odd, even = numbers.get("default"), numbers.get("even")
    if odd is None:
        return
    if odd.in_header:
        yield "在页眉里"
    yield from _look(odd, formatted)
    if not formatted.typography.odd_even:
        if wanted.odd != wanted.even:
            yield f"不分单双页，都{PLACES[odd.alignment]}"
        elif odd.alignment != wanted.odd:
            yield PLACES[odd.alignment]
    else:
        yield from _side(odd, wanted.odd, "单页", wanted.indent)
        if even is None:
            yield "在双页上没有"
        else:
            yield from _side(even, wanted.even, "双页", wanted.indent)
            yield from _look(even, formatted)


def _side(number: PageNumberFormat, side: str, pages: str, indent: float) -> Iterator[str]:
    if number.alignment != side:
        yield f"在{pages}上{PLACES[number.alignment]}"
    elif side != "center":
        found = number.inset / (10 * number.format.size)
        if abs(found - indent) > INDENT_TOLERANCE:
            yield f"在{pages}上{PLACES[side]}空{found:.1f}字"


def _look(number: PageNumberFormat, formatted: FormattedDocument) -> Iterator[str]:
    wanted, actual = formatted.layout.page_number, number.format
    form = "".join(number.text.split())
    if form != "".join(wanted.form.format("#").split()):
        yield f"写成“{number.text.replace('#', '1')}”"
    if abs(actual.points - wanted.size) > 0.1:
        yield f"字号是{size_name(actual.points)}"
    if not is_face(actual.western, wanted.face, formatted):
        yield f"字体是 {actual.western or '未指定'}"
