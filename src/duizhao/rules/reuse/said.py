"""How a shared passage is told: how much of it, with whom, and which words alone differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.lint import Hit, Relation, Severity, SharedPassage, Strength

SOURCE, STRENGTH, SEVERITY = "督导审阅惯例", Strength.PRACTICE, Severity.HINT
MOST = 3
"""Differences told one by one."""
LONGEST = 12
"""Characters of a difference that are shown."""


@dataclass(frozen=True, slots=True)
class Least:
    """`characters` that count: a shorter passage is not told."""

    characters: int = 20


def told(
    passage: SharedPassage, relation: Relation, options: Least, question: str
) -> Iterator[Hit]:
    """The passage, where it is shared in this way and long enough."""
    if passage.relation is relation and passage.characters >= options.characters:
        others = f"，另有{passage.others}份也有" if passage.others else ""
        alike = _differing(passage.differing)
        said = f"这段（{passage.characters}字）与{passage.whose}相同{others}{alike}"
        yield Hit(passage.span, f"{said}。", asks=question)


def _differing(words: tuple[tuple[str, str], ...]) -> str:
    if not words:
        return "，一字不差"
    # One place may be renamed all through.
    told = [f"{_short(here)}（那里是{_short(there)}）" for here, there in dict.fromkeys(words)]
    return f"，只有{len(words)}处不同：{'、'.join(told[:MOST])}{'等' if len(told) > MOST else ''}"


def _short(words: str) -> str:
    words = "".join(words.split())
    if not words:
        return "空缺"
    return f"“{words}”" if len(words) <= LONGEST else f"“{words[:LONGEST]}……”"
