from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Problem
from duizhao.text import Span, value


@value
class MeritsOutweighOptions:
    """`share`: the share of a problem's text after its claim that may praise, from 0 to 1."""

    share: float = 0.5


@rule(
    "DZ411",
    on=Problem,
    severity=Severity.HINT,
    source="公文写作惯例",
    strength=Strength.PRACTICE,
    options=MeritsOutweighOptions(),
    criteria=("B1", "B13"),
)
def merits_outweigh(
    problem: Problem, reading: Reading, options: MeritsOutweighOptions
) -> Iterable[Hit]:
    """说成绩多于说问题"""
    if not problem.merits:
        return ()
    merits = sum(map(_characters, problem.merits))
    length = problem.span.end - problem.claim.end
    if merits <= length * options.share:
        return ()
    hit = Hit(
        problem.merits[0],
        f"这个问题的展开部分共{length}字，其中{merits}字说的是做得好的地方。",
        asks="这里查摆问题，成绩能不能略去？",
        related=tuple((merit, "说成绩") for merit in problem.merits[1:]),
    )
    return (hit,)


def _characters(span: Span) -> int:
    return span.end - span.start
