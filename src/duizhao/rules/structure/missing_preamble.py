"""No words before the first heading"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule


@rule(
    "DZ104", on=Document, severity=Severity.HINT, source="公文写作惯例", strength=Strength.PRACTICE
)
def missing_preamble(document: Document, reading: Reading) -> Iterator[Hit]:
    """没有开头语"""
    if document.headings and not document.preamble and not reading.is_list:
        yield Hit(
            document.headings[0].span,
            "标题之后直接进入第一部分，没有开头语。",
            asks="会前学了什么、怎样征求意见和谈心谈话、对照什么查摆，写在哪里了？",
            advice="这些一般在开头交代。",
        )
