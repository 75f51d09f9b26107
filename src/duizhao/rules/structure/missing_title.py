"""No title"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.text import Span


@rule("DZ102", on=Document, severity=Severity.WARNING, source="文字常识", strength=Strength.EVIDENT)
def missing_title(document: Document, reading: Reading) -> Iterator[Hit]:
    """没有标题"""
    if not document.title:
        start, end = opening(document)
        yield Hit(
            Span(start, min(end, start + 1)),
            "正文前没有标题。",
            asks="这是谁的、哪一年、哪次会议的材料？文件开头是不是缺了一段？",
        )
