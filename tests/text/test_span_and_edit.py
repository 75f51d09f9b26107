"""Spans, edits and numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.text import Edit, Source, Span, apply, compose
from duizhao.text.numerals import chinese, value


def test_edits_count_in_the_text_as_it_was() -> None:
    edits = [Edit(Span(2, 3), "干"), Edit(Span(0, 1), "今")]
    assert apply("全体于部", edits) == "今体干部"


def test_empty_span_inserts() -> None:
    assert apply("一、问题", [Edit(Span(2, 2), "存在的")]) == "一、存在的问题"


@pytest.mark.parametrize("edits", [[(0, 2), (1, 3)], [(0, 9)]])
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps another or lies outside"):
        apply("四个汉字", [Edit(Span(*edit), "") for edit in edits])


@given(st.text(), st.data())
def test_edits_that_put_back_what_stands_there_change_nothing(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    assert apply(text, [Edit(span, span.of(text)) for span in spans]) == text


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """A few edits of a text, in any order."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = {Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)}
    return [Edit(span, draw(st.text("甲乙", max_size=3))) for span in spans]


@given(st.text("一二三\n", max_size=20), st.data())
def test_edits_joined_do_at_once_what_both_do_in_turn(text: str, data: st.DataObject) -> None:
    first = data.draw(edits_of(text))
    between = apply(text, first)
    second = data.draw(edits_of(between))
    whole = list(compose(first, second, between))
    assert apply(text, whole) == apply(between, second)
    assert [edit.span for edit in whole] == sorted(edit.span for edit in whole)


@given(st.integers(1, 99))
def test_numerals_go_there_and_back(number: int) -> None:
    assert value(chinese(number)) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十", 10),
        ("二十三", 23),
        ("①", 1),
        ("１２", 12),
        ("一百零二", 102),
        ("廿", None),
        ("", None),
    ],
)
def test_numeral_values(numeral: str, number: int | None) -> None:
    assert value(numeral) == number


def test_position_counts_lines_with_any_line_break() -> None:
    source = Source("一\r\n二二\n三\r四")
    assert [source.position(at) for at in (0, 3, 4, 6, 8)] == [
        (1, 1),
        (2, 1),
        (2, 2),
        (3, 1),
        (4, 1),
    ]
    assert [source.line(n).of(source.text) for n in (1, 2, 3, 4)] == ["一", "二二", "三", "四"]


def test_composed_edits_that_touch_become_one() -> None:
    inserted, changed = Edit(Span(2, 2), "和"), Edit(Span(3, 4), "丁")
    assert list(compose([inserted], [changed], "甲乙和丙")) == [Edit(Span(2, 3), "和丁")]
    apart = Edit(Span(4, 4), "。")
    assert list(compose([inserted], [apart], "甲乙和丙")) == [inserted, Edit(Span(3, 3), "。")]
