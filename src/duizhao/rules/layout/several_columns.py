from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import max_severity, requirement


@rule(
    "DZ723",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 5.2.3",
    strength=Strength.USUALLY,
)
def several_columns(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """正文分栏"""
    basis = formatted.layout.bases["grid.characters"]
    reported: set[int] = set()
    for each in formatted.in_roles("body"):
        page = formatted.typography.page_at(each.span.start)
        if page and page.columns > 1 and page.columns not in reported:
            reported.add(page.columns)
            wanted = requirement(f"不分栏、每行{formatted.layout.grid.characters}字", basis)
            message = f"正文分成{page.columns}栏；{wanted}"
            yield Hit(each.span, message, severity=max_severity(basis))
