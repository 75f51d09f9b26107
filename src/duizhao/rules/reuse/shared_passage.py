from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Relation, Severity, SharedPassage, Strength, rule
from duizhao.text import value

SOURCE, STRENGTH, SEVERITY = "督导审阅惯例", Strength.PRACTICE, Severity.HINT
SHOWN_DIFFERENCES = 3
LONGEST_DIFFERENCE = 12
"""Characters of a difference that are shown."""


@value
class SharedPassageOptions:
    """`characters`: the fewest compared characters of a passage that is reported."""

    characters: int = 20


DEFAULTS = SharedPassageOptions()


@rule(
    "DZ801",
    on=SharedPassage,
    severity=SEVERITY,
    source=SOURCE,
    strength=STRENGTH,
    options=DEFAULTS,
    criteria=("F1",),
)
def shared_with_own_past(
    passage: SharedPassage, reading: Reading, options: SharedPassageOptions
) -> Iterator[Hit]:
    """与本人以往材料有相同段落"""
    if _is_reported(passage, Relation.OWN_PAST, options):
        yield _hit(passage, "情况真的没有变吗？这一年里有哪些新的事例？")


@rule(
    "DZ802",
    on=SharedPassage,
    severity=SEVERITY,
    source=SOURCE,
    strength=STRENGTH,
    options=DEFAULTS,
    criteria=("B8", "C5", "F2", "F9"),
)
def shared_with_another(
    passage: SharedPassage, reading: Reading, options: SharedPassageOptions
) -> Iterator[Hit]:
    """与他人材料有相同段落"""
    if _is_reported(passage, Relation.COLLEAGUE, options):
        yield _hit(passage, "是摘自同一份文件，还是沿用了同一份稿子？换成自己的事该怎么写？")


@rule(
    "DZ803",
    on=SharedPassage,
    severity=SEVERITY,
    source=SOURCE,
    strength=STRENGTH,
    options=DEFAULTS,
    criteria=("F3",),
)
def shared_with_template(
    passage: SharedPassage, reading: Reading, options: SharedPassageOptions
) -> Iterator[Hit]:
    """与范文有相同段落"""
    if _is_reported(passage, Relation.TEMPLATE, options):
        yield _hit(passage, "这里写的是自己的情况吗？换成自己的事该怎么写？")


def _is_reported(passage: SharedPassage, relation: Relation, options: SharedPassageOptions) -> bool:
    return passage.relation is relation and passage.characters >= options.characters


def _hit(passage: SharedPassage, asks: str) -> Hit:
    others = f"，另有{passage.others}份也有" if passage.others else ""
    message = (
        f"这段（{passage.characters}字）与{passage.document}相同{others}"
        f"{_differences(passage.differing)}。"
    )
    return Hit(passage.span, message, asks=asks)


def _differences(differing: tuple[tuple[str, str], ...]) -> str:
    if not differing:
        return "，一字不差"
    # One name may be replaced throughout the passage: each pair of words is shown once.
    pairs = [
        f"{_shortened(here)}（那里是{_shortened(there)}）"
        for here, there in dict.fromkeys(differing)
    ]
    more = "等" if len(pairs) > SHOWN_DIFFERENCES else ""
    return f"，只有{len(differing)}处不同：{'、'.join(pairs[:SHOWN_DIFFERENCES])}{more}"


def _shortened(words: str) -> str:
    words = "".join(words.split())
    if not words:
        return "空缺"
    if len(words) <= LONGEST_DIFFERENCE:
        return f"“{words}”"
    return f"“{words[:LONGEST_DIFFERENCE]}……”"
