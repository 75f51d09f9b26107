from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.years import year_in, year_of_date, year_of_title
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import FactKind, Statement


@rule(
    "DZ323",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("G4",),
)
def date_after_signing(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """事例晚于成文日期"""
    date, title = year_of_date(reading.document), year_of_title(reading.document)
    own = date or title
    if own is None:
        return
    # The meeting of one year may be held early in the next. Without a date, the title's year allows for that.
    last = own[0] if date else own[0] + 1
    for problem in statement.problems:
        for fact in problem.facts:
            year = year_in(reading.text, fact.span) if fact.kind is FactKind.DATE else None
            if year and year[0] > last:
                yield Hit(
                    fact.span,
                    f"查摆的是已有的问题，这里却写到{year[0]}年，晚于材料的日期",
                    asks="事情发生在哪一年？",
                    advice="请核对",
                    related=((own[1], "材料的年份"),),
                )
