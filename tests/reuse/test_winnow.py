"""Fingerprints are of the text alone, and a long enough shared stretch has one in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import LETTERS, prose

from duizhao.reuse.winnow import GRAM, WINDOW, fingerprints

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
