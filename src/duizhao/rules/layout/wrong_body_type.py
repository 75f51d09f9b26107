from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout.type_of import type_strays


@rule(
    "DZ709",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 5.2.2",
    strength=Strength.USUALLY,
)
def wrong_body_type(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """正文不是规定的字体字号"""
    yield from type_strays(formatted.in_roles("body"), formatted)
