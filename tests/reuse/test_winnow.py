"""Fingerprints are of the text alone, and a long enough shared stretch has one in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import LETTERS, prose

from duizhao.reuse.code_points import code_points
from duizhao.reuse.excluded_spans import QUOTED, excluded_spans, quotations
from duizhao.reuse.official import official_wording
from duizhao.reuse.winnow import (
    GRAM,
    SEPARATOR,
    WINDOW,
    Fingerprints,
    fingerprints,
    prints_without,
)

LEAST = GRAM + WINDOW - 1
stretches = st.text(st.sampled_from(LETTERS), min_size=LEAST, max_size=60)
texts = st.text(st.sampled_from(LETTERS + " \n，《》“”\0𠮷\ud800"), max_size=80)


def prints(text: str) -> list[tuple[int, int]]:
    found = fingerprints([text])
    return list(zip(found.hash.tolist(), found.place.tolist(), strict=True))


@given(texts, texts, stretches)
def test_a_shared_stretch_shares_a_fingerprint(before: str, other: str, stretch: str) -> None:
    one, two = (dict(prints(f"{each}。\0{stretch}\0。")) for each in (before, other))
    assert one.keys() & two.keys()


@given(st.lists(texts, min_size=1, max_size=5))
def test_a_text_has_the_same_fingerprints_in_any_company(some: list[str]) -> None:
    together = fingerprints(some)
    for at, text in enumerate(some):
        own = together.text == at
        found = zip(together.hash[own].tolist(), together.place[own].tolist(), strict=True)
        assert list(found) == prints(text)


@given(stretches)
def test_blanks_hide_nothing(stretch: str) -> None:
    spaced = " \n".join(stretch)
    assert [value for value, _ in prints(spaced)] == [value for value, _ in prints(stretch)]


def test_places_are_offsets_of_characters_not_of_bytes() -> None:
    text = "𠮷" * 30 + prose(1, 200)
    by_hash = dict(prints(prose(1, 200)))
    shifted = {value: place for value, place in prints(text) if place >= 30 + WINDOW}
    assert shifted
    assert all(by_hash[value] == place - 30 for value, place in shifted.items())


def test_a_hash_comes_once_a_text_where_it_comes_first() -> None:
    once, often = prints(prose(3, 400)), prints(prose(3, 400) * 5)
    assert len({value for value, _ in often}) == len(often)
    assert {value for value, place in once if 30 < place < 370} <= {value for value, _ in often}
    # The rest is of grams that begin in one and end in the next.
    assert len(often) - len(once) < WINDOW


def test_quotations_and_official_wording_have_none() -> None:
    assert not prints("“" + prose(3, 100) + "”")
    assert not prints("习近平新时代中国特色社会主义思想")
    assert prints(prose(3, 100))


def test_a_text_of_one_letter_has_one() -> None:
    assert len(prints("丨" * 100_000)) == 1
    assert prints("短文") == []


def with_reasons(some: list[str]) -> Fingerprints:
    """Fingerprints as they come about where every excluded stretch has its reason, source and order."""
    joined = SEPARATOR.join(some)
    spans = [tuple(each.span) for each in excluded_spans(joined, official_wording())]
    return prints_without(joined, spans, [len(each) for each in some])


ODD = st.text(
    st.sampled_from("一二《》“”\n\0𠮷𠀠\ud800 　党的群众路线民主集中制批评和自我"), max_size=300
)


@given(st.lists(ODD, min_size=1, max_size=4))
def test_places_alone_give_the_same_fingerprints_as_excluded_spans(some: list[str]) -> None:
    wanted, found = with_reasons(some), fingerprints(some)
    for name in ("text", "hash", "place"):
        assert getattr(found, name).tolist() == getattr(wanted, name).tolist()


@given(ODD)
def test_quotations_are_what_the_pattern_finds(text: str) -> None:
    assert list(quotations(text)) == [each.span() for each in QUOTED.finditer(text)]


def test_more_texts_than_a_byte_counts_are_told_apart() -> None:
    some = [prose(at, 30) for at in range(300)]
    found = fingerprints(some)
    assert sorted(set(found.text.tolist())) == list(range(300))
    assert all(0 <= place <= 30 for place in found.place.tolist())


def test_rare_ideograph_whose_low_half_is_a_blank_counts() -> None:
    # U+20020 ends in the 16 bits of a space.
    assert code_points("𠀠 一").prefix_counts.tolist() == [0, 1, 1, 2]
    assert len(prints("\U00020020" * 40)) == 1
