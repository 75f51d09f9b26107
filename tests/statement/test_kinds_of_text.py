"""Texts of many kinds, written by us: statements are recognised, and others are not.

Rules and words were tuned on the files named tuned; those named blind were written before and are only scored.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .reading import interpreted

FOLDER = Path(__file__).parent / "kinds_of_text"
GOAL = 0.98


def texts(name: str) -> list[tuple[str, str]]:
    """The texts of a file, each with its name, which stands behind === on the line above it."""
    pieces = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return [(head, text) for head, _, text in (piece.partition("\n") for piece in pieces)]


@pytest.mark.parametrize("half", ["tuned", "blind"])
@pytest.mark.parametrize(("kind", "is_statement"), [("statements", True), ("others", False)])
def test_texts_are_told_apart(kind: str, half: str, is_statement: bool) -> None:
    read = {name: interpreted(text) for name, text in texts(f"{kind}.{half}")}
    missed = [
        f"{name}：{each.why}" for name, each in read.items() if each.recognised != is_statement
    ]
    assert 1 - len(missed) / len(read) >= GOAL, "\n".join(missed)
