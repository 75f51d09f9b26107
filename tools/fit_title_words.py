"""Fits the weights by which a title shows the part that it heads: python tools/fit_title_words.py [--folds]

A multinomial logistic regression over characters, pairs and threes of characters of the titles in
tests/document/titles_of_parts.txt, written to document/headings/title_words.txt. With `--folds` it prints how many
titles each fifth has right by the weights of the other four.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np

from duizhao.document.headings.title_words import PARTS, WEIGHTS, pieces_of

TITLES = Path(__file__).parents[1] / "tests/document/titles_of_parts.txt"
RIDGE, STEPS, FEWEST, FOLDS = 1.0, 200, 2, 5
LEAST = 2
"""Tenths; pieces with lesser weights are left out."""
LETTERS = "PCMO"
"""Problems, causes, measures, and titles that head none of these."""


def titles() -> list[tuple[str, int]]:
    """The titles, each with the place of its letter."""
    lines = TITLES.read_text(encoding="utf-8").splitlines()
    return [
        (words, LETTERS.index(letter))
        for letter, _, words in (each.partition(" ") for each in lines)
    ]


def fitted(rows: list[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """The weights of each piece in tenths, against a title that heads none; those of the base under an empty piece."""
    counts = Counter(piece for words, _ in rows for piece in pieces_of(words))
    places = {
        piece: at for at, piece in enumerate(sorted(p for p, n in counts.items() if n >= FEWEST))
    }
    inputs = np.zeros((len(rows), len(places) + 1), np.float32)
    inputs[:, -1] = 1
    for row, (words, _) in enumerate(rows):
        inputs[row, [places[piece] for piece in pieces_of(words) if piece in places]] = 1
    truth = np.eye(len(LETTERS), dtype=np.float32)[[letter for _, letter in rows]]
    step = 1 / (0.5 * np.linalg.norm(inputs, 2) ** 2 + RIDGE)
    found = ahead = np.zeros((inputs.shape[1], len(LETTERS)), np.float32)
    speed = 1.0
    for _ in range(STEPS):
        odds = np.exp(inputs @ ahead)
        odds /= odds.sum(1, keepdims=True)
        pull = RIDGE * ahead
        pull[-1] = 0
        moved = ahead - step * (inputs.T @ (odds - truth) + pull)
        faster = (1 + (1 + 4 * speed * speed) ** 0.5) / 2
        ahead = moved + (speed - 1) / faster * (moved - found)
        found, speed = moved, faster
    tenths = ((found[:, :-1] - found[:, -1:]) * 10).round().astype(int)
    named = {
        piece: tuple(map(int, tenths[at]))
        for piece, at in places.items()
        if abs(tenths[at]).max() >= LEAST
    }
    return {"": tuple(map(int, tenths[-1])), **named}


def guessed(weights: dict[str, tuple[int, ...]], words: str) -> int:
    """The place of the letter that the weights give to a title."""
    none = (0,) * len(PARTS)
    rows = [weights[""], *(weights.get(piece, none) for piece in pieces_of(words))]
    return int(np.argmax([*(sum(column) for column in zip(*rows, strict=True)), 0]))


def main() -> None:
    """Writes the weights."""
    rows = titles()
    if "--folds" in sys.argv[1:]:
        for fold in range(FOLDS):
            weights = fitted([each for at, each in enumerate(rows) if at % FOLDS != fold])
            apart = rows[fold::FOLDS]
            print(f"{np.mean([guessed(weights, words) == letter for words, letter in apart]):.3f}")
    weights = fitted(rows)
    lines = ("\t".join((piece, *map(str, tenths))) for piece, tenths in weights.items())
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
