from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Relation, SharedPassage, rule
from duizhao.rules.reuse.said import SEVERITY, SOURCE, STRENGTH, Least, told

QUESTION = "是摘自同一份文件，还是沿用了同一份稿子？换成自己的事该怎么写？"


@rule(
    "DZ802", on=SharedPassage, severity=SEVERITY, source=SOURCE, strength=STRENGTH, options=Least()
)
def shared_with_another(passage: SharedPassage, reading: Reading, options: Least) -> Iterator[Hit]:
    """与他人材料有相同段落"""
    yield from told(passage, Relation.COLLEAGUE, options, QUESTION)
