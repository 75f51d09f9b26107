"""No name at the end or under the title"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import closing


@rule(
    "DZ113",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.5",
    strength=Strength.PRACTICE,
)
def missing_signature(document: Document, reading: Reading) -> Iterator[Hit]:
    """没有落款"""
    if document.signature is None and not document.roles and document.paragraphs:
        yield Hit(
            closing(document), "文末没有署名，标题下也没有姓名职务。", asks="这份材料是谁的？"
        )
