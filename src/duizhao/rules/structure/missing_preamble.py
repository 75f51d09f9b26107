"""No words before the first heading"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text.pattern import LazyPattern

# 一、基本情况: the first part says what an opening would.
TELLS_OF_PREPARATION = LazyPattern(
    "基本情况|准备(?:工作|情况)|开展情况|学习(?:教育)?情况|会前|前言|引言"
)


@rule(
    "DZ104", on=Document, severity=Severity.HINT, source="公文写作惯例", strength=Strength.PRACTICE
)
def missing_preamble(document: Document, reading: Reading) -> Iterator[Hit]:
    """没有开头语"""
    if document.headings and not document.preamble and not reading.is_list:
        if TELLS_OF_PREPARATION.search(reading.of(document.headings[0].title)):
            return
        yield Hit(
            document.headings[0].span,
            "标题之后直接进入第一部分，没有开头语。",
            asks="会前学了什么、怎样征求意见和谈心谈话、对照什么查摆，写在哪里了？",
            advice="这些一般在开头交代。",
        )
