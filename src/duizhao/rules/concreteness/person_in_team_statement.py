from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.statement import Statement

QUOTES = "“‘「"


@rule(
    "DZ420",
    on=Statement,
    severity=Severity.HINT,
    source="各地民主生活会方案：班子材料以班子的口气写，个人问题写进个人材料",
    strength=Strength.PRACTICE,
    papers=(PaperKind.TEAM,),
    criteria=("H1",),
)
def person_in_team_statement(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """班子材料里说个人的问题"""
    places = [
        each
        for problem in statement.problems
        for each in problem.first_person
        if reading.text[each.start - 1] not in QUOTES
    ]
    for first in places[:1]:
        yield Hit(
            first,
            f"这里说的是“{reading.of(first)}”",
            asks="这是班子的问题，还是个人的问题？",
            advice="班子的，就以班子为主语；个人的，写进个人材料",
            related=tuple((each, "说的也是个人") for each in places[1:]),
        )
