from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.residue._days import last_day_in

WITH_DAY = ("日", "号")


@rule(
    "DZ333",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.5.4",
    strength=Strength.PRACTICE,
    criteria=("F6",),
)
def two_dates(document: Document, reading: Reading) -> Iterator[Hit]:
    """标题下和文末的日期不同"""
    head, end = document.dateline, document.date
    # A date behind a label is that of something else: 会议时间：2025年1月16日.
    if head is None or end is None or any(head.overlaps(role) for role in document.roles):
        return
    if not all(any(day in reading.of(each) for day in WITH_DAY) for each in (head, end)):
        return
    first, last = last_day_in(reading.text, head), last_day_in(reading.text, end)
    if first and last and first.last != last.last:
        yield Hit(
            last.span,
            f"标题下写{reading.of(first.span)}，文末写{reading.of(last.span)}",
            asks="哪一个是成文日期？",
            advice="另一个是会议日期的，请写明",
            related=((first.span, "标题下的日期"),),
        )
