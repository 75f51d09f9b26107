"""Fits the weights by which sentences are labelled: python -m tools.fit_sentence_words [--folds]

A structured perceptron, averaged, over the marked statements in tests/statement/marked_texts and those of bench/points
that are not held out, written to statement/outline/sentence_words.txt. With `--folds` it prints which part of the
sentences of each third is right by the weights of the others, and by the rules alone.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from bench.marked import unmarked
from bench.points.measure import samples
from numpy.typing import NDArray

from duizhao import document, profiles
from duizhao.statement.cues import Cues
from duizhao.statement.interpreter import vocabulary
from duizhao.statement.outline.labelled_points import labels_by, points_by
from duizhao.statement.outline.outline import Outline
from duizhao.statement.outline.sentence_labels import (
    BEGINS,
    COLUMNS,
    KINDS,
    LABELS,
    READ,
    SCALE,
    WEIGHTS,
    begins_paragraph,
    may_follow,
    pieces_of,
    sentences_of,
)
from duizhao.text import Source, Span

MARKED = Path(__file__).parents[1] / "tests/statement/marked_texts"
ORDERS, ROUNDS, FEWEST, MARGIN, STEP_OF_PAIR, FOLDS = 4, 15, 2, 1.0, 0.3, 3
UNREAD = 0.3
"""How often a statement is learned from without the reading by the rules."""
LEAST = 1.3
"""The weight of pieces that are kept."""
SPEAKS_FOR = np.array(
    [
        [float(column in columns) for columns in COLUMNS]
        for column in range(len(KINDS) + len(BEGINS))
    ]
)
"""Which weights of a piece count for each label."""
FIRST = len(LABELS)
FORBIDDEN = np.array(
    [[may_follow(before, now) for now in LABELS] for before in (*LABELS, "")], float
)
Floats = NDArray[np.float64]
Rows = Sequence[NDArray[np.int64]]
"""The places of the pieces of each sentence."""


class Sample(NamedTuple):
    """A marked statement: its sentences, what is known of each, and its labels by its marks and by the rules."""

    text: str
    sentences: list[Span]
    pieces: list[list[str]]
    begins: list[int]
    labels: str
    read: str


class Weights(NamedTuple):
    """What each piece speaks for, and each label for the next; see sentence_labels.LabelWeights."""

    places: dict[str, int]
    of_pieces: Floats
    of_pairs: Floats


def marked_texts() -> Iterator[str]:
    """The statements to fit, with their marks."""
    for path in sorted(MARKED.glob("*.txt")):
        for piece in path.read_text(encoding="utf-8").split("=== ")[1:]:
            yield piece.partition("\n")[2]


def sample_of(text: str, marked: Sequence[tuple[str, Span]]) -> Sample:
    """A statement with these points, and how the rules read it."""
    whole = document.parse(Source(text))
    outline = Outline(
        whole, profiles.shipped().named("generic").names, Cues(text, vocabulary().scan(text))
    )
    outline.walk()
    outline.tell_by_rules()
    sentences = sentences_of(text, Span(0, len(text)))
    read = labels_by(points_by(outline.points), sentences)
    pieces = [sorted(each) for each in pieces_of(text, sentences, read)]
    begins = [int(begins_paragraph(text, sentences, at)) for at in range(len(sentences))]
    return Sample(text, sentences, pieces, begins, labels_by(marked, sentences), read)


def all_samples() -> list[Sample]:
    """All statements to fit; an order that mixes the files."""
    found = [sample_of(*unmarked(each)) for each in marked_texts()]
    found += [
        sample_of(each.text, sorted(each.points, key=itemgetter(1)))
        for each in samples()
        if not each.held_out
    ]
    return [each for each in found if each.sentences]


def best_labels(own: Floats, pairs: Floats, begins: Sequence[int]) -> list[int]:
    """The labels that together score most."""
    scores = own[0] + pairs[1, FIRST] + FORBIDDEN[FIRST]
    back: list[NDArray[np.int64]] = []
    for row, begun in zip(own[1:], begins[1:], strict=True):
        ways = scores[:, None] + pairs[begun, :FIRST] + FORBIDDEN[:FIRST]
        back.append(ways.argmax(0))
        scores = ways.max(0) + row
    path = [int(scores.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]


def _own(of_pieces: Floats, rows: Sequence[NDArray[np.int64]]) -> Floats:
    sums = np.array([of_pieces[row].sum(0) / (len(row) ** 0.5 + 1) for row in rows])
    return sums @ SPEAKS_FOR


def pruned(chosen: Sequence[Sample]) -> Weights:
    """The weights of the pieces that weigh most, fitted once more without the others."""
    known = fitted(chosen)
    weigh = abs(known.of_pieces).max(1)
    return fitted(chosen, {piece for piece, at in known.places.items() if weigh[at] >= LEAST})


def fitted(chosen: Sequence[Sample], kept: Container[str] | None = None) -> Weights:
    """The averaged weights, of all pieces that several sentences have or of those to be kept."""
    counts = Counter(piece for each in chosen for pieces in each.pieces for piece in pieces)
    names = [each for each, count in counts.items() if count >= FEWEST and each.isprintable()]
    places = {
        each: at
        for at, each in enumerate(names if kept is None else filter(kept.__contains__, names))
    }
    rows = [[_places(pieces, places) for pieces in each.pieces] for each in chosen]
    without = [
        [_places(filter(_is_own, pieces), places) for pieces in each.pieces] for each in chosen
    ]
    both = list(zip(rows, without, strict=True))
    learned = [_learned(chosen, both, len(places), random.Random(at)) for at in range(ORDERS)]
    of_pieces, of_pairs = (sum(each) / ORDERS for each in zip(*learned, strict=True))
    return Weights(places, of_pieces, of_pairs)


def _is_own(piece: str) -> bool:
    """Whether a piece is not how the rules read a sentence."""
    return not piece.startswith(READ)


def _learned(
    chosen: Sequence[Sample], both: Sequence[tuple[Rows, Rows]], count: int, mixed: random.Random
) -> tuple[Floats, Floats]:
    """The averaged weights of pieces and pairs, learned from the statements in one order after another.

    Now and then without the reading by the rules, so that it is not trusted too far.
    """
    truths = [[LABELS.index(label) for label in each.labels] for each in chosen]
    of_pieces, of_pairs = np.zeros((count, len(SPEAKS_FOR))), np.zeros((2, FIRST + 1, FIRST))
    sum_of_pieces, sum_of_pairs = np.zeros_like(of_pieces), np.zeros_like(of_pairs)
    order = list(range(len(chosen)))
    for _ in range(ROUNDS):
        mixed.shuffle(order)
        for at in order:
            rows = both[at][mixed.random() < UNREAD]
            truth, own = truths[at], _own(of_pieces, rows)
            own += MARGIN
            own[np.arange(len(truth)), truth] -= MARGIN
            guess = best_labels(own, of_pairs, chosen[at].begins)
            _learn(of_pieces, of_pairs, rows, truth, guess, chosen[at].begins)
            sum_of_pieces += of_pieces
            sum_of_pairs += of_pairs
    seen = ROUNDS * len(chosen)
    return sum_of_pieces / seen, sum_of_pairs / seen


def _places(pieces: Iterable[str], places: dict[str, int]) -> NDArray[np.int64]:
    return np.array([places[each] for each in pieces if each in places], int)


def _learn(
    of_pieces: Floats,
    of_pairs: Floats,
    rows: Sequence[NDArray[np.int64]],
    truth: Sequence[int],
    guess: Sequence[int],
    begins: Sequence[int],
) -> None:
    """Move the weights towards the truth."""
    last_truth = last_guess = FIRST
    for row, right, wrong, begun in zip(rows, truth, guess, begins, strict=True):
        step = 1 / (len(row) ** 0.5 + 1)
        if right != wrong:
            of_pieces[row] += step * (SPEAKS_FOR[:, right] - SPEAKS_FOR[:, wrong])
        if (last_truth, right) != (last_guess, wrong):
            of_pairs[begun, last_truth, right] += STEP_OF_PAIR
            of_pairs[begun, last_guess, wrong] -= STEP_OF_PAIR
        last_truth, last_guess = right, wrong


def labelled(known: Weights, one: Sample) -> str:
    """The labels of a statement by some weights."""
    own = _own(known.of_pieces, [_places(pieces, known.places) for pieces in one.pieces])
    return "".join(LABELS[at] for at in best_labels(own, known.of_pairs, one.begins))


def show_folds(chosen: Sequence[Sample]) -> None:
    """Print what is right in each third by the weights of the others, and by the rules alone."""
    for fold in range(FOLDS):
        known = pruned([each for at, each in enumerate(chosen) if at % FOLDS != fold])
        apart = chosen[fold::FOLDS]
        by_weights = [labelled(known, each) for each in apart]
        print(
            f"{_right(apart, by_weights):.3f}, rules {_right(apart, [x.read for x in apart]):.3f}"
        )


def _right(chosen: Sequence[Sample], given: Sequence[str]) -> float:
    """The part of sentences whose kind is right."""
    pairs = [
        one.upper() == other.upper()
        for sample, labels in zip(chosen, given, strict=True)
        for one, other in zip(sample.labels, labels, strict=True)
    ]
    return sum(pairs) / len(pairs)


def main() -> None:
    """Write the weights."""
    chosen = all_samples()
    if "--folds" in sys.argv[1:]:
        show_folds(chosen)
    known = pruned(chosen)
    scaled = (known.of_pieces * SCALE).round().astype(int)
    head = "\t".join(map(str, (known.of_pairs * SCALE).round().astype(int).reshape(-1)))
    rows = ("\t".join((piece, *map(str, scaled[at]))) for piece, at in sorted(known.places.items()))
    WEIGHTS.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    print(f"{len(chosen)} statements, {len(known.places)} pieces")


if __name__ == "__main__":
    main()
