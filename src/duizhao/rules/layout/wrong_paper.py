from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import TWIPS_A_MILLIMETRE, max_severity, millimetres, requirement

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat

PAPER_NAMES = {
    (216, 279): " Letter 纸", (216, 356): " Legal 纸", (184, 260): " 16 开纸", (195, 270): "大 16 开纸",
    (176, 250): " B5 纸", (182, 257): " B5 纸", (148, 210): " A5 纸", (297, 420): " A3 纸",
}  # fmt: skip


@rule(
    "DZ701",
    on=FormattedDocument,
    severity=Severity.ERROR,
    source="GB/T 9704-2012 5.1",
    strength=Strength.MUST,
)
def wrong_paper(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """纸张不是 A4"""
    wrong = [page for page in formatted.typography.pages if not _fits(page, formatted)]
    if wrong:
        paper, basis = formatted.layout.paper, formatted.layout.bases["paper.width"]
        wanted = requirement(_name(paper.width, paper.height), basis)
        first, *others = [(formatted.opening(page), _paper_name(page)) for page in wrong]
        related = tuple(each for each in others if each[0] != first[0])
        message = f"纸张是{first[1]}，{wanted}；在“布局—纸张大小”里改"
        yield Hit(first[0], message, related=related, severity=max_severity(basis))


def _name(width: float, height: float) -> str:
    return " A4 纸" if (width, height) == (210, 297) else f"{width:g}×{height:g}毫米"


def _fits(page: PageFormat, formatted: FormattedDocument) -> bool:
    # A page with a wide table may be landscape: the same paper, turned (7.6).
    sizes = sorted((page.width / TWIPS_A_MILLIMETRE, page.height / TWIPS_A_MILLIMETRE))
    wanted = sorted((formatted.layout.paper.width, formatted.layout.paper.height))
    within = max(formatted.layout.bases["paper.width"].within, 0.5)
    return all(abs(a - b) <= within for a, b in zip(sizes, wanted, strict=True))


def _paper_name(page: PageFormat) -> str:
    short, long = sorted(round(s / TWIPS_A_MILLIMETRE) for s in (page.width, page.height))
    size = f"{millimetres(page.width)}×{millimetres(page.height)}毫米"
    return PAPER_NAMES.get((short, long), size)
