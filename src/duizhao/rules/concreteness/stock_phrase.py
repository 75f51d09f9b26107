from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from duizhao.files import read_toml
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.concreteness._standing import problem_at
from duizhao.statement import Statement
from duizhao.text import value

PHRASES = Path(__file__).with_name("stock_phrases.toml")


@value
class StockPhraseOptions:
    """`least`: the fewest phrases that are reported; `own`: further phrases of the unit."""

    least: int = 3
    own: tuple[str, ...] = ()


def phrases(options: StockPhraseOptions) -> tuple[str, ...]:
    """The phrases of the data file and the unit's own."""
    groups = read_toml(PHRASES)["group"]
    return (*(phrase for group in groups for phrase in group["phrases"]), *options.own)


@rule(
    "DZ409",
    on=Statement,
    anchors=phrases,
    severity=Severity.HINT,
    source="编者从公开的范文和模板中归纳",
    strength=Strength.PRACTICE,
    options=StockPhraseOptions(),
    criteria=("B7",),
)
def stock_phrase(
    statement: Statement, reading: Reading, options: StockPhraseOptions
) -> Iterator[Hit]:
    """查摆问题用套话"""
    found = [place for place in reading.marks.longest("DZ409") if problem_at(reading, place)]
    if len(found) >= options.least:
        shown = "、".join(dict.fromkeys(f"“{reading.of(place)}”" for place in found))
        yield Hit(
            found[0],
            f"查摆的问题里有{len(found)}处换到哪里都能用的话：{shown}。",
            asks="每一处说的是哪件事？",
            related=tuple((place, "同类的话") for place in found[1:]),
        )
