"""The score of bench/screen gives what was found its due, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.screen.corpus import Corpus
from bench.screen.planted import Kind, Pair, Passage, Truth
from bench.screen.score import Outcome, is_exact, outcome, score
from bench.screen.truth import truth

from duizhao.text.span import Span

PASSAGE = Passage(Span(100, 220), Span(300, 420), Span(105, 220), Span(305, 420), own=115)


def pair(left: int, right: int, kind: Kind) -> Pair:
    return Pair(left, right, kind, (PASSAGE,))


PAIRS = tuple(pair(2 * at, 2 * at + 1, kind) for at, kind in enumerate(Kind))
TRUTH = Truth(PAIRS, (frozenset({8, 9}),))
ALL = outcome((each.left, each.right, [(PASSAGE.left, PASSAGE.right)]) for each in PAIRS)


def nothing(left: int, right: int) -> bool:
    return False


def test_all_found_is_one_everywhere() -> None:
    result = score(replace(ALL, groups=TRUTH.groups), TRUTH, nothing)
    assert set(result.recall.values()) == set(result.exact.values()) == {1.0}
    assert (result.precision, result.false, result.groups) == (1.0, 0, 1.0)


def test_nothing_found_is_nought_everywhere() -> None:
    result = score(outcome([]), TRUTH, nothing)
    assert set(result.recall.values()) == set(result.exact.values()) == {0.0}
    assert (result.precision, result.groups) == (0.0, 0.0)


def test_pair_that_is_missing_lowers_the_recall_of_its_kind_only() -> None:
    some = Outcome({ends: spans for ends, spans in ALL.passages.items() if ends != (2, 3)})
    recall = score(some, TRUTH, nothing).recall
    assert [kind for kind, share in recall.items() if share < 1] == [Kind.PARAGRAPHS]


def test_false_pair_lowers_precision_and_an_accidental_one_does_not() -> None:
    more = Outcome({**ALL.passages, (0, 5): ()})
    assert score(more, TRUTH, nothing).precision == pytest.approx(5 / 6)
    result = score(more, TRUTH, lambda left, right: True)
    assert (result.precision, result.false, result.accidental) == (1.0, 0, 1)


def test_group_stands_for_its_pairs_and_a_stranger_in_it_for_false_ones() -> None:
    grouped = Outcome({}, (frozenset({8, 9, 10}),))
    result = score(grouped, TRUTH, nothing)
    assert result.recall[Kind.TEMPLATE] == 1
    assert (result.false, result.groups) == (2, 0)


def test_direction_does_not_matter() -> None:
    turned = outcome([(1, 0, [(PASSAGE.right, PASSAGE.left)])])
    assert turned.passages == {(0, 1): ((PASSAGE.left, PASSAGE.right),)}


def moved(by: int, end: int = 0) -> list[tuple[Span, Span]]:
    left, right = PASSAGE.left_core, PASSAGE.right_core
    return [
        (Span(left.start + by, left.end + end), Span(right.start + by, right.end + end)),
    ]


@pytest.mark.parametrize(("by", "end"), [(0, 0), (5, -5), (-10, 5)])
def test_edges_may_be_off_by_five_and_anywhere_in_what_is_equal_around(by: int, end: int) -> None:
    assert is_exact(PASSAGE, moved(by, end))


@pytest.mark.parametrize(("by", "end"), [(6, 0), (-11, 0), (0, -6), (0, 6)])
def test_edges_off_by_more_are_not_exact(by: int, end: int) -> None:
    assert not is_exact(PASSAGE, moved(by, end))


def test_pieces_count_together_and_a_hole_counts_against_them() -> None:
    def pieces(hole: int) -> list[tuple[Span, Span]]:
        return [
            (Span(105, 150), Span(305, 350)),
            (Span(150 + hole, 220), Span(350 + hole, 420)),
        ]

    assert is_exact(PASSAGE, pieces(10))
    assert not is_exact(PASSAGE, pieces(20))


def test_truth_of_a_corpus_scores_one_against_itself() -> None:
    planted = truth(Corpus.of(200))
    found = outcome(
        (
            (each.left, each.right, [(p.left, p.right) for p in each.passages])
            for each in planted.pairs
        ),
        planted.groups,
    )
    result = score(found, planted, nothing)
    assert set(result.recall.values()) == set(result.exact.values()) == {1.0}
