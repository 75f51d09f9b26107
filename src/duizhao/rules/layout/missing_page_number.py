from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import max_severity, requirement


@rule(
    "DZ703",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.5",
    strength=Strength.USUALLY,
)
def missing_page_number(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """没有页码"""
    pages, layout = formatted.typography.pages, formatted.layout
    if pages and not any(page.numbers for page in pages):
        basis = layout.bases["page-number.form"]
        wanted = f"“{layout.page_number.form.format(1)}”，编在版心下面"
        message = f"页眉、页脚里都没有页码；{requirement(wanted, basis)}"
        yield Hit(formatted.opening(pages[0]), message, severity=max_severity(basis))
