from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure._length import body_of, characters, length_of, place_of
from duizhao.statement import ChapterKind, Statement
from duizhao.text import value


@value
class SmallShareOptions:
    """`problems`, `causes`, `both`: the least share of the text that they take, from 0 to 1; 0 asks for nothing."""

    problems: float = 0.0
    causes: float = 0.0
    both: float = 0.0


@rule(
    "DZ127",
    on=Statement,
    severity=Severity.HINT,
    source="本单位定的比例",
    strength=Strength.PRACTICE,
    options=SmallShareOptions(),
    criteria=("A13",),
)
def small_share(
    statement: Statement, reading: Reading, options: SmallShareOptions
) -> Iterator[Hit]:
    """问题或原因所占的篇幅小于本单位定的比例"""
    problems, causes = ChapterKind.PROBLEMS, ChapterKind.CAUSES
    for kinds, least in (
        ((problems,), options.problems),
        ((causes,), options.causes),
        ((problems, causes), options.both),
    ):
        if not least or not all(map(statement.chapters_of, kinds)):
            continue
        share = length_of(statement, *kinds) / max(1, characters(reading.text, body_of(reading)))
        if share < least:
            names = "和".join(f"“{kind.value}”" for kind in kinds)
            yield Hit(
                place_of(statement, kinds[0]),
                f"{names}占全文的{share:.0%}，小于本单位定的{least:.0%}",
                asks="成绩、过程和表态能不能少写，把问题和原因写开？",
            )
