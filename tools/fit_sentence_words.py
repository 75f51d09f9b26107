"""Fits the weights by which sentences are labelled: python -m tools.fit_sentence_words [--folds]

A structured perceptron, averaged, over the marked statements in tests/statement/marked_texts and those of bench/points
that are not held out, written to statement/outline/sentence_words.txt. The habits of an author are learned from the
labels that weights of the other half of the statements give. With `--folds` it prints, for each third by the weights of
the others and by the rules alone, which part of the sentences has the right kind, and precision and recall of points.
"""

from __future__ import annotations

import random
import re
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
from duizhao.statement.outline.label_habits import HABIT, habits_of
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
    may_follow,
    pieces_of,
)
from duizhao.statement.outline.sentence_layout import SentenceLayout, layout_of, sentences_of
from duizhao.text import Source, Span

MARKED = Path(__file__).parents[1] / "tests/statement/marked_texts"
ORDERS, ROUNDS, FEWEST, MARGIN, STEP_OF_PAIR, FOLDS = 4, 15, 2, 1.0, 0.3, 3
UNREAD, FIRST_TIME = 0.3, 0.5
"""How often a statement is learned from without the reading by the rules, and without the habits of its author."""
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
POINT = re.compile("P[p]*|C[c]*|M[m]*")
WITHOUT = ((), (READ,), (HABIT,), (READ, HABIT))
FORBIDDEN = np.array(
    [[may_follow(before, now) for now in LABELS] for before in (*LABELS, "")], float
)
Floats = NDArray[np.float64]
Rows = Sequence[NDArray[np.int64]]
"""The places of the pieces of each sentence."""


class Sample(NamedTuple):
    """A marked statement: its sentences, what is known of each, and its labels by its marks and by the rules."""

    layout: SentenceLayout
    pieces: list[list[str]]
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
    layout = layout_of(text, sentences)
    pieces = [sorted(each) for each in pieces_of(text, layout, read)]
    return Sample(layout, pieces, labels_by(marked, sentences), read)


def all_samples() -> list[Sample]:
    """All statements to fit; an order that mixes the files."""
    found = [sample_of(*unmarked(each)) for each in marked_texts()]
    found += [
        sample_of(each.text, sorted(each.points, key=itemgetter(1)))
        for each in samples()
        if not each.held_out
    ]
    return [each for each in found if each.layout.sentences]


def best_labels(own: Floats, pairs: Floats, places: Sequence[str]) -> list[int]:
    """The labels that together score most."""
    scores = own[0] + pairs[1, FIRST] + FORBIDDEN[FIRST]
    back: list[NDArray[np.int64]] = []
    allowed = pairs[:, :FIRST] + FORBIDDEN[:FIRST]
    for row, place in zip(own[1:], places[1:], strict=True):
        ways = scores[:, None] + allowed[int(place[0] == "+")]
        back.append(ways.argmax(0))
        scores = ways.max(0) + row
    path = [int(scores.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]


def _own(of_pieces: Floats, rows: Sequence[NDArray[np.int64]]) -> Floats:
    sums = np.array([of_pieces[row].sum(0) / (len(row) ** 0.5 + 1) for row in rows])
    return sums @ SPEAKS_FOR


def fitted(chosen: Sequence[Sample]) -> Weights:
    """The weights, also for the habits of authors."""
    halves = chosen[::2], chosen[1::2]
    known = [_pruned(each) for each in reversed(halves)]
    return _pruned(
        [with_habits(own, one) for own, half in zip(known, halves, strict=True) for one in half]
    )


def with_habits(known: Weights, one: Sample) -> Sample:
    """A statement with the habits of its author, as these weights see them."""
    habits = habits_of(_labelled_once(known, one), one.layout.places, one.layout.sections)
    return one._replace(
        pieces=[[*own, *more] for own, more in zip(one.pieces, habits, strict=True)]
    )


def _pruned(chosen: Sequence[Sample]) -> Weights:
    """The weights of the pieces that weigh most, learned once more without the others."""
    known = _averaged(chosen)
    weigh = abs(known.of_pieces).max(1)
    return _averaged(chosen, {piece for piece, at in known.places.items() if weigh[at] >= LEAST})


def _averaged(chosen: Sequence[Sample], kept: Container[str] | None = None) -> Weights:
    """The averaged weights, of all pieces that several sentences have or of those to be kept."""
    counts = Counter(piece for each in chosen for pieces in each.pieces for piece in pieces)
    names = [each for each, count in counts.items() if count >= FEWEST and each.isprintable()]
    places = {
        each: at
        for at, each in enumerate(names if kept is None else filter(kept.__contains__, names))
    }
    ways = [
        [[_places(pieces, places, without) for pieces in each.pieces] for without in WITHOUT]
        for each in chosen
    ]
    learned = [_learned(chosen, ways, len(places), random.Random(at)) for at in range(ORDERS)]
    of_pieces, of_pairs = (sum(each) / ORDERS for each in zip(*learned, strict=True))
    return Weights(places, of_pieces, of_pairs)


def _learned(
    chosen: Sequence[Sample], ways: Sequence[Sequence[Rows]], count: int, mixed: random.Random
) -> tuple[Floats, Floats]:
    """The averaged weights of pieces and pairs, learned from the statements in one order after another.

    Now and then without the reading by the rules, so that it is not trusted too far, and without the habits, which are
    not known at first.
    """
    truths = [[LABELS.index(label) for label in each.labels] for each in chosen]
    of_pieces, of_pairs = np.zeros((count, len(SPEAKS_FOR))), np.zeros((2, FIRST + 1, FIRST))
    late_pieces, late_pairs = np.zeros_like(of_pieces), np.zeros_like(of_pairs)
    order = list(range(len(chosen)))
    step = 0
    for _ in range(ROUNDS):
        mixed.shuffle(order)
        for at in order:
            rows = ways[at][(mixed.random() < UNREAD) + 2 * (mixed.random() < FIRST_TIME)]
            truth, own, places = truths[at], _own(of_pieces, rows), chosen[at].layout.places
            own += MARGIN
            own[np.arange(len(truth)), truth] -= MARGIN
            guess = best_labels(own, of_pairs, places)
            for row, right, wrong in zip(rows, truth, guess, strict=True):
                if right != wrong:
                    change = (SPEAKS_FOR[:, right] - SPEAKS_FOR[:, wrong]) / (len(row) ** 0.5 + 1)
                    of_pieces[row] += change
                    late_pieces[row] += step * change
            for pair, by in _pairs(truth, guess, places):
                of_pairs[pair] += by
                late_pairs[pair] += step * by
            step += 1
    return of_pieces - late_pieces / step, of_pairs - late_pairs / step


def _pairs(
    truth: Sequence[int], guess: Sequence[int], places: Sequence[str]
) -> Iterator[tuple[tuple[int, int, int], float]]:
    """By how much the weight of each pair of labels changes."""
    begins = [int(each[0] == "+") for each in places]
    right = list(zip(begins, [FIRST, *truth], truth, strict=False))
    wrong = list(zip(begins, [FIRST, *guess], guess, strict=False))
    for one, other in zip(right, wrong, strict=True):
        if one != other:
            yield from ((one, STEP_OF_PAIR), (other, -STEP_OF_PAIR))


def _places(
    pieces: Iterable[str], places: dict[str, int], without: tuple[str, ...] = ()
) -> NDArray[np.int64]:
    return np.array(
        [places[each] for each in pieces if each in places and not each.startswith(without)], int
    )


def labelled(known: Weights, one: Sample) -> str:
    """The labels of a statement by some weights."""
    return _labelled_once(known, with_habits(known, one))


def _labelled_once(known: Weights, one: Sample) -> str:
    own = _own(known.of_pieces, [_places(pieces, known.places) for pieces in one.pieces])
    return "".join(LABELS[at] for at in best_labels(own, known.of_pairs, one.layout.places))


def show_folds(chosen: Sequence[Sample]) -> None:
    """Print what is right in each third by the weights of the others, and by the rules alone."""
    for fold in range(FOLDS):
        known = fitted([each for at, each in enumerate(chosen) if at % FOLDS != fold])
        apart = chosen[fold::FOLDS]
        print(_right(apart, [labelled(known, each) for each in apart]), end="; ")
        print(f"rules {_right(apart, [each.read for each in apart])}")


def _right(chosen: Sequence[Sample], given: Sequence[str]) -> str:
    """Which part of the sentences has the right kind, and precision and recall of points."""
    kinds = points = found = marked = 0
    for one, labels in zip(chosen, given, strict=True):
        kinds += sum(map(str.__eq__, one.labels.upper(), labels.upper()))
        own, truth = ({each.span() for each in POINT.finditer(row)} for row in (labels, one.labels))
        # Where places agree, so do the labels with which they begin, but for the kind.
        points += sum(labels[start] == one.labels[start] for start, _ in own & truth)
        found, marked = found + len(own), marked + len(truth)
    share = kinds / sum(len(each.layout.sentences) for each in chosen)
    return f"{share:.3f}, points {points / found:.3f}/{points / marked:.3f}"


def main() -> None:
    """Write the weights."""
    chosen = all_samples()
    if "--folds" in sys.argv[1:]:
        show_folds(chosen)
    known = fitted(chosen)
    scaled = (known.of_pieces * SCALE).round().astype(int)
    head = "\t".join(map(str, (known.of_pairs * SCALE).round().astype(int).reshape(-1)))
    rows = ("\t".join((piece, *map(str, scaled[at]))) for piece, at in sorted(known.places.items()))
    WEIGHTS.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    print(f"{len(chosen)} statements, {len(known.places)} pieces")


if __name__ == "__main__":
    main()
