"""Fits the weights by which a text without a name is taken for a statement: python tools/fit_traits.py [round …]

A logistic regression over the texts in tests/statement/kinds_of_text. Texts that their titles decide are fitted without
the title. Weights whose sign contradicts the meaning of the trait are left out. With names of rounds, each is also
scored by weights that were fitted without it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from duizhao import document, profiles, statement
from duizhao.statement.recognition import recognise, traits
from duizhao.text import Source
from duizhao.text.plain_script import in_plain_script

TEXTS = Path(__file__).parents[1] / "tests/statement/kinds_of_text"
RIDGE, STEPS, SHIFT = 4.0, 12, -1
# Words were chosen on the first rounds, which therefore say less; so does a text that lost its title.
WEIGHTS, WEIGHT_OF_UNTITLED = {"tuned": 0.6, "blind": 0.6, "short": 3.0}, 0.15


def samples(path: Path) -> list[tuple[dict[str, float], bool, float, str]]:
    """The traits of each text of a file, whether it is a statement, its weight, and its round."""
    kind, name, _ = path.name.split(".")
    found = []
    for piece in path.read_text(encoding="utf-8").split("=== ")[1:]:
        text = in_plain_script(piece.partition("\n")[2])
        weight = WEIGHTS.get(name, 1.0)
        counted = traits_of(text)
        if counted is None:
            counted = traits_of(text.partition("\n")[2])
            weight *= WEIGHT_OF_UNTITLED
        if counted:
            found.append((counted, kind == "statements", weight, name))
    return found


def traits_of(text: str) -> dict[str, float] | None:
    """The traits of a text, None where its title decides."""
    seen: list[dict[str, float]] = []

    def spy(found: dict[str, float]) -> float:
        seen.append(found)
        return 0

    recognise.weight_of = spy
    profile = profiles.shipped().named("generic")
    statement.interpret(document.parse(Source(text)), profile)
    return seen[0] if seen else None


def fitted(counts: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, float]:
    """The weight of each trait and the base, in tenths."""
    signs = np.array([-1 if name in traits.AGAINST else 1 for name in traits.WEIGHTS])
    balance = np.where(truth, 0.5 / truth.mean(), 0.5 / (1 - truth.mean())) * weights
    kept = np.arange(counts.shape[1])
    while True:
        scale = counts[:, kept].std(0) + 1e-9
        inputs = np.column_stack([np.ones(len(counts)), counts[:, kept] / scale])
        ridge = np.diag([0.0] + [RIDGE] * len(kept))
        found = np.zeros(len(kept) + 1)
        for _ in range(STEPS):
            odds = 1 / (1 + np.exp(-inputs @ found))
            curve = inputs.T @ (inputs * (balance * odds * (1 - odds))[:, None]) + ridge
            found -= np.linalg.solve(curve, inputs.T @ (balance * (odds - truth)) + ridge @ found)
        agreeing = found[1:] * signs[kept]
        if agreeing.min() >= 0:
            break
        kept = np.delete(kept, agreeing.argmin())
    result = np.zeros(counts.shape[1])
    result[kept] = found[1:] / scale * 10
    return result.round(), round(found[0] * 10) - SHIFT


def main() -> None:
    """Prints the weights, and the score of each round that is left out."""
    found = [each for path in sorted(TEXTS.glob("*.txt")) for each in samples(path)]
    counts = np.array([[float(each[0][name]) for name in traits.WEIGHTS] for each in found])
    truth = np.array([each[1] for each in found])
    weights = np.array([each[2] for each in found])
    rounds = np.array([each[3] for each in found])
    for name in sys.argv[1:]:
        apart = rounds == name
        slopes, base = fitted(counts[~apart], truth[~apart], weights[~apart])
        right = (counts[apart] @ slopes + base > 0) == truth[apart]
        print(name, *(f"{right[truth[apart] == each].mean():.3f}" for each in (True, False)))
    slopes, base = fitted(counts, truth, weights)
    print("BASE =", base)
    print("WEIGHTS =", {name: int(each) for name, each in zip(traits.WEIGHTS, slopes, strict=True)})


if __name__ == "__main__":
    main()
