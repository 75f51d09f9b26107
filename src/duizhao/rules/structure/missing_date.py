"""No date at the end or under the title"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import closing


@rule(
    "DZ114",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.5.4",
    strength=Strength.PRACTICE,
)
def missing_date(document: Document, reading: Reading) -> Iterator[Hit]:
    """没有成文日期"""
    if document.date is None and document.dateline is None and document.paragraphs:
        yield Hit(closing(document), "文末和标题下都没有日期。", asks="这是哪一天的稿子？")
