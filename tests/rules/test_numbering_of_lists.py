"""Numbering rules over texts of many kinds of offices and of official prose: sound ones, and ones with a fault each.

`numbering/*.txt` holds them, each behind a line `=== name`. `⟦DZ201:（三）⟧` is a fault that has to be found, with its
exact place; nothing else may be found. The rules run whether or not a text is a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import duizhao.rules
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

# Without the hints on style: DZ205, DZ208, DZ212.
CODES = frozenset(
    f"DZ{number}" for number in (201, 202, 203, 204, 206, 207, 209, 210, 211, 213, 214, 215)
)
RULES = [
    replace(rule, beyond_statements=True) for rule in collect(duizhao.rules) if rule.code in CODES
]
LINTER = Linter(RULES, shipped().all())
FAULT = re.compile("(⟦DZ[0-9]{3}:|⟧)")
Place = tuple[int, str, str]


def cases() -> Iterator[object]:
    for path in sorted(Path(__file__).with_name("numbering").glob("*.txt")):
        for block in re.split("^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, text = block.split("\n", 1)
            yield pytest.param(text.rstrip("\n"), id=f"{path.stem}-{name}")


def unmarked(marked: str) -> tuple[str, list[Place]]:
    text, code, start = "", "", 0
    found: list[Place] = []
    for piece in FAULT.split(marked):
        if piece.startswith("⟦"):
            code, start = piece[1:-1], len(text)
        elif piece == "⟧":
            found.append((start, code, text[start:]))
        else:
            text += piece
    return text, found


@pytest.mark.parametrize("marked", list(cases()))
def test_the_faults_of_a_text_and_nothing_else_are_found(marked: str) -> None:
    text, faults = unmarked(marked)
    found = sorted(
        (hit.span.start, rule.code, hit.span.of(text))
        for reading in LINTER.readings(Source(text))
        for rule, hit in LINTER.hits(reading)
    )
    assert found == faults


@pytest.mark.parametrize(
    ("others", "severity"), [("一是偏多。二是偏长。", "hint"), ("偏多。", "warning")]
)
def test_lone_number_is_a_hint_where_others_count_the_same_way(others: str, severity: str) -> None:
    head = "个人对照检查材料\n一、存在的问题\n（一）学习方面\n一是没有通读。\n（二）会议方面\n"
    text = f"{head}{others}\n二、整改措施\n每月检查一次。\n"
    (found,) = (each for each in LINTER.check(Source(text)).findings if each.code == "DZ206")
    assert found.severity.value == severity
