"""Aspects in an order other than the campaign's"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Statement


@rule(
    "DZ108",
    on=Statement,
    severity=Severity.HINT,
    source="历次专题民主生活会通知的叙述次序",
    strength=Strength.PRACTICE,
)
def aspect_out_of_order(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """对照方面次序颠倒"""
    order = {aspect.key: place for place, aspect in enumerate(statement.profile.aspects)}
    for (before, first), (after, second) in pairwise(statement.aspects):
        if order.get(after.key, 0) < order.get(before.key, 0):
            yield Hit(
                second.heading.title,
                f"“{after.name}”一般排在“{before.name}”之前。",
                asks="是有意调整的吗？",
                advice="次序与通知一致，便于逐项核对。",
                related=((first.heading.title, before.name),),
            )
            return
