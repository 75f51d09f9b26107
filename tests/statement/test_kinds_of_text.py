"""Texts of many kinds, written by us: statements are recognised, and others are not.

Words were chosen and weights fitted on all of them. Each round was scored before the program was changed for it:
decisions/what-is-a-statement.md has the scores at first sight.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.statement.faults import DEFICIENT, FIRST_CHARACTERS

from .reading import interpreted

FOLDER = Path(__file__).parent / "kinds_of_text"
GOAL = 0.98
ROUNDS = ("tuned", "blind", "short", *(f"round{number}" for number in range(7, 26)))


def texts(name: str) -> list[tuple[str, str]]:
    """The texts of a file, each with its name, which stands behind === on the line above it."""
    pieces = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return [(head, text) for head, _, text in (piece.partition("\n") for piece in pieces)]


@pytest.mark.parametrize(("kind", "is_statement"), [("statements", True), ("others", False)])
def test_texts_are_told_apart(kind: str, is_statement: bool) -> None:
    read = {
        name: interpreted(text)
        for each_round in ROUNDS
        for name, text in texts(f"{kind}.{each_round}")
    }
    missed = [
        f"{name}：{each.why}" for name, each in read.items() if each.recognised != is_statement
    ]
    assert 1 - len(missed) / len(read) >= GOAL, "\n".join(missed)


@pytest.mark.parametrize("kind", ["statements", "others"])
def test_texts_have_names_of_their_own(kind: str) -> None:
    names = [name for each_round in ROUNDS for name, _ in texts(f"{kind}.{each_round}")]
    assert len(names) == len(set(names)) >= 150


def test_every_fault_begins_with_a_character_that_is_looked_for() -> None:
    for each_round in ROUNDS:
        for _, text in texts(f"statements.{each_round}"):
            for found in DEFICIENT.finditer(text):
                assert FIRST_CHARACTERS.match(text, found.start()), found[0]
