"""Fits the weights by which a problem is linked to its causes and measures: python tools/fit_links.py

Two conditional logits with the same weights, over the statements in bench/chain/statements that are not held out: which
answer, or none, is the problem's; which problem is the answer's. No weight may be negative.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.chain.measure import is_cut_as_labelled
from bench.chain.sample import interpreted, samples

from duizhao.statement import Cause, Measure
from duizhao.statement.links.weighed_links import CERTAINTY, WEIGHTS

KINDS = list(WEIGHTS)
STEPS, RATE, RIDGE = 400, 0.05, 0.002
Lists = tuple[np.ndarray, np.ndarray]
"""The evidence of each pair, and which pairs are labelled."""


def lists() -> list[Lists]:
    """For each statement its problems with its causes, and with its measures."""
    found: list[Lists] = []
    for sample in samples():
        read = interpreted(sample)
        if sample.held_out or not is_cut_as_labelled(sample, read):
            continue
        for by, answers in ((Cause, read.causes), (Measure, read.measures)):
            if not answers:
                continue
            truth = np.zeros((len(read.problems), len(answers)))
            for problem, side, answer in sample.labels:
                if side == by.__name__[0]:
                    truth[problem, answer] = 1
            weighed = read.weighed(by)
            evidence = np.array([
                [[weighed.evidence(problem, answer).get(kind, 0.0) for kind in KINDS]
                 for answer in range(len(answers))]
                for problem in range(len(read.problems))
            ])  # fmt: skip
            found.append((evidence, truth))
    return found


def chances(sums: np.ndarray, none: float, axis: int) -> np.ndarray:
    odds = np.exp(sums - sums.max())
    return odds / (odds.sum(axis, keepdims=True) + np.exp(none - sums.max()))


def fitted(known: list[Lists]) -> np.ndarray:
    """The weights of the kinds, and that of no answer."""
    count = len(KINDS)
    weights = np.full(count + 1, 0.3)
    weights[KINDS.index(CERTAINTY)] = WEIGHTS[CERTAINTY]
    mean, square = np.zeros(count + 1), np.zeros(count + 1)
    points = sum(sum(truth.shape) for _, truth in known)
    for step in range(1, STEPS + 1):
        slope = np.zeros(count + 1)
        for evidence, truth in known:
            sums = evidence @ weights[:count]
            for axis, none in ((1, weights[count]), (0, -np.inf)):
                guessed = chances(sums, none, axis)
                labelled = truth.sum(axis, keepdims=True)
                off = guessed - truth / np.maximum(labelled, 1)
                slope[:count] += np.einsum("pa,pak->k", off, evidence)
                slope[count] += (
                    (1 - guessed.sum(axis)) - (labelled.squeeze(axis) == 0)
                ).sum() * axis
        slope = slope / points + RIDGE * np.append(weights[:count], 0)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        change = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights -= RATE * change
        weights[:count] = np.maximum(weights[:count], 0)
        weights[KINDS.index(CERTAINTY)] = WEIGHTS[CERTAINTY]
    return weights


def main() -> None:
    """Prints the weights."""
    weights = fitted(lists())
    for kind, weight in zip([*KINDS, "no answer"], weights, strict=True):
        print(f"{kind}: {weight:.2f}")


if __name__ == "__main__":
    main()
