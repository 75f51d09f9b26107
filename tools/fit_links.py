"""Fits the weights by which a problem is linked to its causes and measures: python -m tools.fit_links

Two chains of choices with the same evidence, over the statements in bench/chain and bench/first_sight that are not held
out: which answer, or none, is that of each problem; which problem is that of each answer. Each is a mixture of lists in
one order and of lists in none, as `statement/links/told_in_order.py` weighs them. No evidence may speak against a link.
OF_CAUSES and OF_MEASURES in `statement/links/weighed_links.py` hold the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np
from bench.chain.measure import is_cut_as_labelled
from bench.chain.sample import interpreted as interpreted_of_chain
from bench.chain.sample import samples as samples_of_chain
from bench.first_sight.measure import interpreted, overlapped, samples
from numpy.typing import NDArray

from duizhao.statement import Cause, Measure, Statement
from duizhao.statement.links.told_in_order import FURTHEST_BACK, FURTHEST_ON
from duizhao.statement.links.weighed_links import CERTAINTY, MOST_EVIDENCE, OF_CAUSES

KINDS = list(OF_CAUSES.of_kinds)
CERTAIN = KINDS.index(CERTAINTY)
WEIGHT_OF_CERTAINTY = OF_CAUSES.of_kinds[CERTAINTY]
STEPS, RATE, RIDGE, RIDGE_OF_ORDER = 120, 0.06, 0.003, 0.001
JUMPS = FURTHEST_ON - FURTHEST_BACK + 1
SIZE_OF_ORDER = JUMPS + 2
FIRST_STEPS = (-1.0, -1.0, -0.5, 1.0, -0.3, -1.0, -1.5)
FIRST_OF_KIND = 0.4
Array = NDArray[np.float64]
By = type[Cause] | type[Measure]


class Lists(NamedTuple):
    """The evidence of each pair of a problem and an answer, and which pairs are labelled."""

    evidence: Array
    labelled: Array


class Sums(NamedTuple):
    """What a chain of choices expects: each pair, each item without one, each step, being in order; and its weight."""

    pairs: Array
    nowhere: Array
    steps: Array
    kept: float
    weight: float


def known_lists(by: By) -> Iterator[Lists]:
    """The lists of problems and answers of one type in each statement."""
    for sample in samples_of_chain():
        read = interpreted_of_chain(sample)
        if not sample.held_out and is_cut_as_labelled(sample, read):
            side = by.__name__[0]
            links = {(problem, answer) for problem, of, answer in sample.labels if of == side}
            yield from _lists(read, by, range(len(read.problems)), range(len(_of(read, by))), links)
    for each in samples():
        if not each.held_out:
            read = interpreted(each)
            ends = [
                [overlapped(each.marked(letter), point.span) for point in points]
                for letter, points in (("P", read.problems), (by.__name__[0], _of(read, by)))
            ]
            yield from _lists(read, by, *ends, each.links)


def _of(read: Statement, by: By) -> Sequence[Cause | Measure]:
    return read.causes if by is Cause else read.measures


def _lists(
    read: Statement,
    by: By,
    problems: Sequence[object],
    answers: Sequence[object],
    links: AbstractSet[tuple[object, object]],
) -> Iterator[Lists]:
    if not problems or not answers:
        return
    weighed = read.weighed(by)
    places = range(len(problems)), range(len(answers))
    evidence = [[weighed.evidence(one, other) for other in places[1]] for one in places[0]]
    yield Lists(
        np.array([[[each.get(kind, 0.0) for kind in KINDS] for each in row] for row in evidence]),
        np.array([[float((one, other) in links) for other in answers] for one in problems]),
    )


def expected(sums: Array, order: Array, allowed: Array, may_be_nowhere: Array) -> Sums:
    """What is expected of the rows of a list, if each may go to what is allowed alone."""
    odds = np.exp(np.minimum(sums, MOST_EVIDENCE)) * allowed
    nowhere = np.exp(order[0]) * may_be_nowhere
    jumps = _jumps(odds.shape[1])
    ordered = _in_order(odds, nowhere, np.exp(order[1:-1])[jumps])
    whole = odds.sum(1) + nowhere
    kept, free = order[-1] + ordered.weight, np.log(whole).sum()
    weight = np.logaddexp(kept, free)
    share = np.exp(kept - weight)
    steps = np.bincount(jumps.ravel(), weights=share * ordered.steps.ravel(), minlength=JUMPS)
    return Sums(
        share * ordered.pairs + (1 - share) * odds / whole[:, None],
        share * ordered.nowhere + (1 - share) * nowhere / whole,
        steps,
        share,
        weight,
    )


def _jumps(count: int) -> NDArray[np.int64]:
    """From each state (none yet, then each item) to each item: which of the steps it is."""
    distances = np.arange(count)[None, :] - np.arange(-1, count)[:, None]
    return np.clip(distances, FURTHEST_BACK, FURTHEST_ON) - FURTHEST_BACK


def _in_order(odds: Array, nowhere: Array, steps: Array) -> Sums:
    """The same if both lists are told in one order: `steps` weighs each step from a state to an item."""
    rows, count = odds.shape
    states = np.zeros((rows + 1, count + 1))
    states[0, 0] = 1.0
    scales = np.zeros(rows)
    for row in range(rows):
        states[row + 1] = states[row] * nowhere[row]
        states[row + 1, 1:] += states[row] @ steps * odds[row]
        scales[row] = states[row + 1].sum()
        states[row + 1] /= scales[row]
    onwards = np.ones(count + 1)
    pairs, without, taken = np.zeros(odds.shape), np.zeros(rows), np.zeros(steps.shape)
    for row in reversed(range(rows)):
        leaving = steps * (odds[row] * onwards[1:]) / scales[row]
        here = states[row][:, None] * leaving
        taken += here
        pairs[row] = here.sum(0)
        staying = nowhere[row] * onwards / scales[row]
        without[row] = states[row] @ staying
        onwards = staying + leaving.sum(1)
    return Sums(pairs, without, taken, 1.0, np.log(scales).sum())


def slope_of(lists: Lists, weights: Array) -> Array:
    """How the weights would have to change for what is expected to be what is labelled."""
    kinds = len(KINDS)
    slope = np.zeros(len(weights))
    sums = lists.evidence @ weights[:kinds]
    for first, turned in ((kinds, False), (kinds + SIZE_OF_ORDER, True)):
        order = weights[first : first + SIZE_OF_ORDER]
        labelled = lists.labelled.T if turned else lists.labelled
        is_known = labelled.any(1)
        # An answer without a problem is nobody's by label, yet it may be that of one that was not marked.
        allowed = np.where(is_known[:, None], labelled, float(turned))
        free = expected(
            sums.T if turned else sums, order, np.ones(labelled.shape), np.ones(len(labelled))
        )
        held = expected(sums.T if turned else sums, order, allowed, 1.0 - is_known)
        pairs = free.pairs - held.pairs
        slope[:kinds] += np.einsum("pa,pak->k", pairs.T if turned else pairs, lists.evidence)
        slope[first] += (free.nowhere - held.nowhere).sum()
        slope[first + 1 : first + 1 + JUMPS] += free.steps - held.steps
        slope[first + 1 + JUMPS] += free.kept - held.kept
    return slope


def fitted(known: Sequence[Lists]) -> Array:
    """The weights of the kinds, then the order of problems to answers, then that of answers to problems."""
    kinds = len(KINDS)
    weights = np.concatenate(
        [np.full(kinds, FIRST_OF_KIND), [1.0, *FIRST_STEPS, 0.0], [-1.0, *FIRST_STEPS, 0.0]]
    )
    weights[CERTAIN] = WEIGHT_OF_CERTAINTY
    ridge = np.where(np.arange(len(weights)) < kinds, RIDGE, RIDGE_OF_ORDER)
    ridge[[kinds, kinds + SIZE_OF_ORDER]] = 0.0
    mean, square = np.zeros(len(weights)), np.zeros(len(weights))
    points = sum(sum(each.labelled.shape) for each in known)
    for step in range(1, STEPS + 1):
        slope = sum((slope_of(each, weights) for each in known), np.zeros(len(weights))) / points
        slope += ridge * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        change = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights -= RATE * change
        weights[:kinds] = np.maximum(weights[:kinds], 0.0)
        weights[CERTAIN] = WEIGHT_OF_CERTAINTY
    return weights


def main() -> None:
    """Prints the weights for causes, then for measures."""
    for by in (Cause, Measure):
        weights = fitted(list(known_lists(by))).round(2).tolist()
        print(by.__name__, dict(zip(KINDS, weights, strict=False)))
        for first in (len(KINDS), len(KINDS) + SIZE_OF_ORDER):
            nowhere, *steps, kept = weights[first : first + SIZE_OF_ORDER]
            print("   ", f"Order({nowhere}, {tuple(steps)}, {kept})")


if __name__ == "__main__":
    main()
