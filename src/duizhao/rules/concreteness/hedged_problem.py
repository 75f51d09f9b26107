from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Problem
from duizhao.text import value


@value
class HedgedProblemOptions:
    """`least`: the fewest hedges in one problem that are reported."""

    least: int = 3


@rule(
    "DZ410",
    on=Problem,
    severity=Severity.HINT,
    source="公文写作惯例",
    strength=Strength.PRACTICE,
    options=HedgedProblemOptions(),
    criteria=("B1", "B12"),
)
def hedged_problem(
    problem: Problem, reading: Reading, options: HedgedProblemOptions
) -> Iterable[Hit]:
    """一个问题里留了多处余地"""
    hedges = problem.hedges
    if len(hedges) < options.least:
        return ()
    shown = "、".join(dict.fromkeys(f"“{reading.of(hedge)}”" for hedge in hedges))
    hit = Hit(
        hedges[0],
        f"这个问题里有{len(hedges)}处留余地的话：{shown}。",
        asks="是有还是没有，有几次，到什么程度？",
        related=tuple((hedge, "留余地") for hedge in hedges[1:]),
    )
    return (hit,)
