from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Reading, Severity, Strength, rule
from duizhao.rules.residue.years import dated, titled, year_in
from duizhao.statement import Problem
from duizhao.text import Span

Found = tuple[Span, str, tuple[()], tuple[tuple[Span, str], ...]]


@rule(
    "DZ323",
    on=Problem,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def date_after_signing(problem: Problem, reading: Reading) -> Iterator[Found]:
    """事例晚于成文日期"""
    years = [
        (fact.span, year)
        for fact in problem.facts
        if fact.kind == "date" and (year := year_in(reading.text, fact.span))
    ]
    if not years:
        return
    date, title = dated(reading.document), titled(reading.document)
    # The meeting of a year may be held early in the next: without a date, the title's year leaves that room.
    last = date[0] if date else title[0] + 1 if title else None
    own = date or title
    for span, (told, _) in years:
        if last and own and told > last:
            message = (
                f"查摆的是已有的问题，这里却写到{told}年，晚于材料的日期；事情发生在哪一年？请核对"
            )
            yield span, message, (), ((own[1], "材料的年份"),)
