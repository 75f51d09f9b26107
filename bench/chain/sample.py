"""Statements of ours with the links between their points, labelled by reading."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from duizhao import document, statement
from duizhao.profiles import shipped
from duizhao.statement import Statement
from duizhao.text import Source

FOLDER = Path(__file__).parent / "statements"
Pair = tuple[int, str, int]
"""The number of a problem, C or M, and the number of a cause or measure; all from 0."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A statement with its labels: pairs of a problem and a cause (C) or measure (M), by number.

    `parted_causes`: the causes are sentences of one paragraph, each labelled by itself.
    """

    name: str
    text: str
    profile: str
    held_out: bool
    problems: int
    labels: frozenset[Pair]
    repeats: frozenset[int]
    standing: frozenset[int]
    papers: bool
    parted_causes: bool


def samples() -> list[Sample]:
    """All labelled statements, in order of name."""
    return [_sample(path) for path in sorted(FOLDER.glob("*.md"))]


def _sample(path: Path) -> Sample:
    _, head, text = path.read_text(encoding="utf-8").split("+++\n", 2)
    table = tomllib.loads(head)
    labels = frozenset(
        (problem, side, answer)
        for side, key in (("C", "causes"), ("M", "measures"))
        for problem, answers in enumerate(table[key])
        for answer in answers
    )
    return Sample(
        name=path.stem,
        text=text,
        profile=table["profile"],
        held_out=table.get("held_out", False),
        problems=len(table["causes"]),
        labels=labels,
        repeats=frozenset(table.get("repeats", ())),
        standing=frozenset(table.get("standing", ())),
        papers=table.get("papers", False),
        parted_causes=table.get("parted_causes", False),
    )


def interpreted(sample: Sample) -> Statement:
    """The statement as the program interprets it."""
    parsed = document.parse(Source(sample.text))
    return statement.interpret(parsed, shipped().named(sample.profile))
