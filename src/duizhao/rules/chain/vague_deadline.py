from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import FactKind, Measure
from duizhao.text import Span

CODE = "DZ511"
VAGUE_DEADLINES = (
    "尽快",
    "适时",
    "择机",
    "早日",
    "尽早",
    "近期",
    "条件成熟时",
    "有条件时",
    "条件允许时",
    "今后一段时期",
    "长期坚持",
)
FIRM_DEADLINE = "statement.deadline"


@rule(
    CODE,
    on=Measure,
    anchors=VAGUE_DEADLINES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D3",),
)
def vague_deadline(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """时限含糊"""
    vague = reading.marks.within(CODE, measure.span)
    return _vague(measure, reading, vague) if vague else ()


def _vague(measure: Measure, reading: Reading, vague: Sequence[tuple[int, int]]) -> Iterator[Hit]:
    firm = [
        place for place in reading.marks.within(FIRM_DEADLINE, measure.span) if place not in vague
    ]
    if not firm and not any(fact.kind is FactKind.DATE for fact in measure.facts):
        for place in vague:
            span = Span(*place)
            yield Hit(
                span,
                f"“{reading.of(span)}”不是具体日期",
                asks="到哪一天检查？需要长期做的，多久检查一次？",
            )
