from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.structure._feedback import DUE, UNFINISHED, WHEN, end_of_body
from duizhao.statement import Statement


@rule(
    "DZ135",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    papers=(PaperKind.INSPECTION,),
    criteria=("E5",),
)
def unfinished_feedback(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """没有改完的问题没有说什么时候改完"""
    points = statement.feedback
    # A chapter of its own on what is left may say it for all.
    if not points or WHEN.search(reading.text, points[-1].body.end, end_of_body(reading)):
        return
    for point in points:
        found = UNFINISHED.search(reading.text, *point.body)
        if found and not (
            WHEN.search(reading.text, found.start(), point.body.end)
            or DUE.search(reading.text, *point.body)
        ):
            yield Hit(
                point.title,
                f"这个问题“{found[0]}”，没有说什么时候改完",
                asks="还差哪一步，谁来做，哪一天改完？",
            )
