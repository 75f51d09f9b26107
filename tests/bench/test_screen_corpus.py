"""The made-up corpus of bench/screen is what its truth says."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest
from bench.screen import accident
from bench.screen.corpus import COPIES, FEWEST, MEMBERS, Corpus
from bench.screen.planted import Kind, Pair
from bench.screen.truth import truth
from bench.screen.wording import SHIPPED, STOCK, masked

from duizhao.reuse.official import shipped_phrases

CORPUS = Corpus.of(400)
TRUTH = truth(CORPUS)


def of_kind(kind: Kind) -> list[Pair]:
    return [pair for pair in TRUTH.pairs if pair.kind is kind]


def test_same_number_gives_same_text_and_another_seed_another() -> None:
    assert list(CORPUS.texts()) == list(Corpus.of(400).texts())
    assert CORPUS.statement(7).text != Corpus.of(400, seed=2).statement(7).text


def test_texts_are_as_long_as_statements_are() -> None:
    lengths = [len(text) for text in islice(CORPUS.texts(), 100)]
    assert all(3200 < length < 4200 for length in lengths)


def test_small_corpus_is_refused() -> None:
    with pytest.raises(ValueError, match="200"):
        Corpus.of(FEWEST - 1)


def test_as_many_of_each_kind_as_promised() -> None:
    counts = Counter(pair.kind for pair in TRUTH.pairs)
    assert [counts[kind] for kind in COPIES] == [4] * 4
    assert counts[Kind.TEMPLATE] == MEMBERS * (MEMBERS - 1) // 2
    assert [len(group) for group in TRUTH.groups] == [MEMBERS]


def test_copied_paragraphs_are_equal_and_end_where_the_truth_says() -> None:
    for pair in of_kind(Kind.PARAGRAPHS):
        left, right = (CORPUS.statement(number).text for number in (pair.left, pair.right))
        for passage in pair.passages:
            assert passage.left.of(left) == passage.right.of(right)
            assert passage.left.covers(passage.left_core)
            assert left[passage.left.start - 1] != right[passage.right.start - 1]
            assert left[passage.left.end] != right[passage.right.end]


def test_about_thirty_percent_of_the_paragraphs_are_copied() -> None:
    for pair in of_kind(Kind.PARAGRAPHS):
        copied = sum(each.right.end - each.right.start for each in pair.passages)
        assert 0.25 < copied / len(CORPUS.statement(pair.right).text) < 0.38


def test_a_tenth_of_the_own_characters_is_replaced() -> None:
    for pair in of_kind(Kind.PARAGRAPHS_REPLACED):
        left, right = (CORPUS.statement(number).text for number in (pair.left, pair.right))
        one = "".join(each.left_core.of(left) for each in pair.passages)
        two = "".join(each.right_core.of(right) for each in pair.passages)
        changed = sum(a != b for a, b in zip(one, two, strict=True))
        assert 0.09 < changed / sum(each.own for each in pair.passages) < 0.11


def test_replaced_clone_is_a_clone_but_for_a_tenth() -> None:
    for pair in of_kind(Kind.CLONE_REPLACED):
        left, right = (CORPUS.statement(number) for number in (pair.left, pair.right))
        # A paragraph's first 20 characters name nobody, so that nothing is moved there.
        starts = zip(left.places, right.places, strict=True)
        pieces = [(left.text[a : a + 20], right.text[b : b + 20]) for (a, _), (b, _) in starts]
        changed = sum(a != b for one, two in pieces for a, b in zip(one, two, strict=True))
        assert 0.05 < changed / (20 * len(pieces)) < 0.15


def test_clone_differs_in_names_only() -> None:
    pair = of_kind(Kind.CLONE)[0]
    left, right = (CORPUS.statement(number).text for number in (pair.left, pair.right))
    assert left != right
    pieces = Counter(left.replace("。", "，").split("，"))
    kept = sum((pieces & Counter(right.replace("。", "，").split("，"))).values())
    assert 0.85 < kept / sum(pieces.values()) < 1


def test_members_of_a_template_share_its_paragraphs_but_for_the_blanks() -> None:
    pair = of_kind(Kind.TEMPLATE)[0]
    left, right = (CORPUS.statement(number).text for number in (pair.left, pair.right))
    for passage in pair.passages:
        one, two = passage.left_core.of(left), passage.right_core.of(right)
        assert one[:30] == two[:30]
        assert one[-30:] == two[-30:]


def test_unrelated_statements_share_nothing_but_set_wording() -> None:
    taken = set(CORPUS.templates) | set(CORPUS.copies)
    seen: Counter[str] = Counter()
    for number in set(range(400)) - taken:
        seen.update(accident.passages(CORPUS.statement(number).text))
    assert not [passage for passage, count in seen.items() if count > 1]


def test_accident_is_seen_where_there_is_one() -> None:
    share = accident.really_share(CORPUS)
    clone = of_kind(Kind.CLONE)[0]
    assert share(clone.left, clone.right)
    unrelated = sorted(set(range(400)) - set(CORPUS.templates) - set(CORPUS.copies))[:2]
    assert not share(*unrelated)


def test_phrases_called_shipped_are() -> None:
    phrases = [phrase for group in shipped_phrases().values() for phrase in group]
    assert set(SHIPPED) <= set(phrases)


def test_mask_keeps_offsets() -> None:
    text = f"我{STOCK[0]}说"
    assert masked(text) == "我" + " " * len(STOCK[0]) + "说"
