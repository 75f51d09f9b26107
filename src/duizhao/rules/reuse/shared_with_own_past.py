from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Relation, SharedPassage, rule
from duizhao.rules.reuse.said import SEVERITY, SOURCE, STRENGTH, Least, told

QUESTION = "情况真的没有变吗？这一年里有哪些新的事例？"


@rule(
    "DZ801", on=SharedPassage, severity=SEVERITY, source=SOURCE, strength=STRENGTH, options=Least()
)
def shared_with_own_past(passage: SharedPassage, reading: Reading, options: Least) -> Iterator[Hit]:
    """与本人以往材料有相同段落"""
    yield from told(passage, Relation.OWN_PAST, options, QUESTION)
