"""A title without the kind of document"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.paper_names import PAPER_WORDS
from duizhao.profiles import normalised


@rule(
    "DZ103", on=Document, severity=Severity.HINT, source="公文写作惯例", strength=Strength.PRACTICE
)
def title_without_kind(document: Document, reading: Reading) -> Iterator[Hit]:
    """标题没有写明是什么材料"""
    title = document.whole_title
    if title and not _names_kind(title) and not _names_kind(normalised(title)):
        names = "、".join(f"“{name}”" for name in reading.profile.document_names[:2])
        message = f"标题没有写明是什么材料。这类材料一般称{names}。"
        yield Hit(opening(document), message, asks="这份是哪一种？")


def _names_kind(title: str) -> bool:
    return any(kind in title for kind in PAPER_WORDS)
