from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.structure._feedback import RESULT, said
from duizhao.rules.structure.feedback_without_measure import LEAST_WORDS
from duizhao.statement import Statement


@rule(
    "DZ133",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    papers=(PaperKind.INSPECTION,),
)
def feedback_without_result(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """反馈的问题只有态度，没有改的结果"""
    for point in statement.feedback:
        words = said(point, reading)
        if len(words) >= LEAST_WORDS and not RESULT.search(words):
            yield Hit(
                point.title,
                "这个问题下面只说了要怎样，没有写改出了什么",
                asks="办了哪件事，改了几处，印了什么文件，群众看得到什么？",
            )
