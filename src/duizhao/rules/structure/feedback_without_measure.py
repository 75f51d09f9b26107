from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.structure._feedback import said
from duizhao.statement import Statement

LEAST_WORDS = 4


@rule(
    "DZ132",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    papers=(PaperKind.INSPECTION,),
)
def feedback_without_measure(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """反馈的问题下面没有写怎么改"""
    for point in statement.feedback:
        if len(said(point, reading)) < LEAST_WORDS:
            yield Hit(
                point.title,
                "这个问题下面没有写怎么改",
                asks="做了哪几件事，结果怎样？",
                advice="还没有动手的，写明打算怎么改、什么时候改完",
            )
