from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain._slogans import slogans
from duizhao.statement import Measure

SHOWN_WORDS = 4


@rule(
    "DZ510",
    on=Measure,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D5",),
)
def slogan_measure(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施只有态度没有动作"""
    words = slogans(measure, reading)
    if not words:
        return ()
    shown = "、".join(words[:SHOWN_WORDS])
    hit = Hit(
        measure.action,
        f"这条措施用的是“{shown}”一类的词，没有文件、次数、地点或日期",
        asks="打算做哪一件事？做几次？到哪里？",
    )
    return (hit,)
