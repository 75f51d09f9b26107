"""**一是学习不够。** → 一是学习不够。"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.residue._pasted_marks import (
    ANCHORS,
    CODE,
    FEWEST,
    bold_pairs,
    structure_marks,
)
from duizhao.text import Edit


@rule(
    CODE,
    on=Document,
    anchors=ANCHORS,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def markdown_mark(document: Document, reading: Reading) -> Iterator[Hit]:
    """排版记号残留"""
    if reading.source.format == "md":
        return
    stars = [star for pair in bold_pairs(reading) for star in pair]
    others = [
        each
        for each in structure_marks(reading)
        if document.span.start <= each[0].start < document.span.end
    ]
    count = len(stars) // 2 + len(others)
    if count < FEWEST:
        return
    first = min((*stars, *(span for span, _ in others)))
    removed = sorted((*stars, *(span for span, is_removable in others if is_removable)))
    yield Hit(
        first,
        f"“{reading.of(first).strip()}”是排版用的记号，从网页、聊天窗口或写作软件复制时带进来，不是正文。全文这样的共{count}处，请都删去",
        tuple(Edit(span, "") for span in removed),
        severity=None if reading.statement.recognised else Severity.HINT,
    )
