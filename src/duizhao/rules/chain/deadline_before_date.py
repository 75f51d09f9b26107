from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.years import year_in, year_of_date, year_of_title
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import FactKind, Statement
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

MONTH = LazyPattern(r"年 ?(\d{1,2}) ?月")
UNTIL = LazyPattern(r"[^，。；\n]{0,8}?(?:前|内|完成|底)")


# A row or a bracket that says how far it is: 2024年12月底 已完成.
DONE = LazyPattern(
    "已(?:经)?(?:全部|按期|如期)?(?:完成|整改|办结|销号|落实|解决|改完)|整改到位|完成整改"
)


@rule(
    "DZ512",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D3", "G4"),
)
def deadline_before_date(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """时限早于成文日期"""
    own = year_of_date(reading.document) or year_of_title(reading.document)
    if own is None:
        return
    for measure in statement.measures:
        if DONE.search(reading.text, *measure.span):
            continue
        for fact in measure.facts:
            span = fact.span
            year = year_in(reading.text, span) if fact.kind is FactKind.DATE else None
            if year and UNTIL.match(reading.text, span.end) and _earlier(reading, year, own):
                yield Hit(
                    span,
                    "这个时限在材料成文之前就过了",
                    asks="是哪一年？",
                    related=((own[1], "材料的日期"),),
                )


def _earlier(reading: Reading, deadline: tuple[int, Span], own: tuple[int, Span]) -> bool:
    """True if a deadline is before the document's year, or before its month in the same year."""
    if deadline[0] != own[0]:
        return deadline[0] < own[0]
    months = [MONTH.match(reading.text, year[1].end) for year in (deadline, own)]
    return bool(months[0] and months[1] and int(months[0][1]) < int(months[1][1]))
