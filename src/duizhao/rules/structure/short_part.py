from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure._length import body_of, characters, length_of, place_of
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span, value

EVENT = "哪件事还没有说清楚：何时、何地、涉及谁、结果怎样？"
THOUGHT = "哪一条还没有说到自己当时是怎么想的？"


@value
class ShortPartOptions:
    """`whole`, `problems`, `causes`, `problem`: the least characters of the whole, of a part, of each problem.

    0, which each is unless a unit sets it, asks for nothing.
    """

    whole: int = 0
    problems: int = 0
    causes: int = 0
    problem: int = 0


@rule(
    "DZ126",
    on=Statement,
    severity=Severity.HINT,
    source="本单位定的字数",
    strength=Strength.PRACTICE,
    options=ShortPartOptions(),
    criteria=("A14", "A15", "A16", "B11"),
)
def short_part(statement: Statement, reading: Reading, options: ShortPartOptions) -> Iterator[Hit]:
    """篇幅少于本单位定的字数"""
    if options.whole:
        length = characters(reading.text, body_of(reading))
        title = reading.document.title
        start = reading.document.span.start
        place = title[0] if title else Span(start, start)
        yield from _short(place, "全文", length, options.whole)
    for kind, least in (
        (ChapterKind.PROBLEMS, options.problems),
        (ChapterKind.CAUSES, options.causes),
    ):
        if least and statement.chapters_of(kind):
            length = length_of(statement, kind)
            place, name = place_of(statement, kind), f"“{kind.value}”部分"
            asks = THOUGHT if kind is ChapterKind.CAUSES else EVENT
            yield from _short(place, name, length, least, asks)
    for problem in statement.problems if options.problem else ():
        length = characters(reading.text, problem.span)
        yield from _short(problem.claim, "这个问题", length, options.problem)


def _short(place: Span, what: str, length: int, least: int, asks: str = EVENT) -> Iterator[Hit]:
    if length < least:
        yield Hit(
            place,
            f"{what}有{length}字，少于本单位定的{least}字",
            asks=asks,
        )
