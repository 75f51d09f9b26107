from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._type_of import type_strays


@rule(
    "DZ706",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.1",
    strength=Strength.USUALLY,
)
def wrong_title_type(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """标题不是规定的字体字号"""
    yield from type_strays(formatted.in_roles("title"), formatted)


@rule(
    "DZ708",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.3",
    strength=Strength.USUALLY,
)
def wrong_heading_type(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """各级标题不是规定的字体字号"""
    yield from type_strays(formatted.in_roles("heading"), formatted)


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
