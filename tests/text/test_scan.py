"""The one scan over a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from duizhao.text import Vocabulary

TERMS = st.lists(st.text("甲乙丙丁", min_size=1, max_size=3), min_size=1, max_size=6, unique=True)


def naive(text: str, terms: list[str]) -> set[tuple[int, int]]:
    return {
        (at, at + len(term))
        for term in terms
        for at in range(len(text))
        if text.startswith(term, at)
    }


@given(st.text("甲乙丙丁戊", max_size=40), TERMS, TERMS)
def test_scan_finds_all_that_a_naive_search_finds(
    text: str, one: list[str], two: list[str]
) -> None:
    vocabulary = Vocabulary({"one": one, "two": two})
    first = vocabulary.scan(text)
    assert set(first.get("one")) == naive(text, one)
    assert set(first.get("two")) == naive(text, two)
    vocabulary.prepare()
    assert vocabulary.scan(text).found == first.found


def test_each_of_many_texts_is_scanned_for_all_strings() -> None:
    vocabulary = Vocabulary({"one": ["干部", "部"], "two": ["干部", "干部职工"]})
    texts = ["干部", "干", "", "干部职工", "\ud800干部", "工部干"] * 4
    found = [vocabulary.scan(text).found for text in texts]
    assert found[:6] * 4 == found
    assert found[3] == {"one": [(0, 2), (1, 2)], "two": [(0, 2), (0, 4)]}


@given(st.text("甲乙", max_size=40), TERMS, st.integers(0, 40), st.integers(0, 40))
def test_within_is_get_limited_to_a_span(text: str, terms: list[str], start: int, end: int) -> None:
    marks = Vocabulary({"it": terms}).scan(text)
    inside = [place for place in marks.get("it") if start <= place[0] and place[1] <= end]
    assert sorted(marks.within("it", (start, end))) == sorted(inside)
    assert [*marks.clip((start, end)).get("it")] == marks.within("it", (start, end))


def test_longest_drops_what_lies_inside_a_longer_place() -> None:
    marks = Vocabulary({"it": ["干部", "干部职工", "职工"]}).scan("全体干部职工和干部")
    assert marks.longest("it") == [(2, 6), (7, 9)]


def test_unknown_name_is_empty_and_offsets_count_characters_beyond_the_first_plane() -> None:
    marks = Vocabulary({"it": ["问题"]}).scan("𠀀的问题")
    assert not marks.get("other")
    assert marks.get("it") == [(2, 4)]
