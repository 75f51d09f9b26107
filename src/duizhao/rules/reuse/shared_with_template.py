from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Relation, SharedPassage, rule
from duizhao.rules.reuse.said import SEVERITY, SOURCE, STRENGTH, Least, told

QUESTION = "这里写的是自己的情况吗？换成自己的事该怎么写？"


@rule(
    "DZ803", on=SharedPassage, severity=SEVERITY, source=SOURCE, strength=STRENGTH, options=Least()
)
def shared_with_template(passage: SharedPassage, reading: Reading, options: Least) -> Iterator[Hit]:
    """与范文有相同段落"""
    yield from told(passage, Relation.TEMPLATE, options, QUESTION)
