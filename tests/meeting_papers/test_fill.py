"""Filling named places: what is known, what is left to a person, and where each value stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.meeting_papers import (
    PLACES,
    PaperFact,
    fill,
    meeting_papers,
    named_places,
    unknown_places,
)
from duizhao.text import apply

TALKS = PaperFact(("12",), "谈心谈话", "/meetings/a/talks/")


def test_known_place_is_filled_and_names_its_source() -> None:
    filled = fill("谈了 {{谈话次数}} 次。", {"谈话次数": TALKS})
    assert filled.text == "谈了 12 次。"
    (place,) = filled.places
    assert filled.text[place.span.start : place.span.end] == "12"
    assert place.fact == TALKS
    assert filled.blanks == ()


def test_what_is_not_known_is_a_blank_with_its_name() -> None:
    filled = fill("主题：{{会议主题}}。", {})
    assert filled.text == "主题：____（会议主题）。"
    assert [each.name for each in filled.blanks] == ["会议主题"]


def test_fact_without_words_is_a_blank() -> None:
    assert fill("{{会议主题}}", {"会议主题": PaperFact(("",))}).blanks


def test_lines_become_paragraphs_where_the_place_stands_alone() -> None:
    facts = {"会议决定": PaperFact(("一是修水闸。", "二是换水表。"))}
    assert (
        fill("决定：\n {{会议决定}} \n完", facts).text == "决定：\n 一是修水闸。\n二是换水表。 \n完"
    )


def test_lines_are_listed_inside_a_sentence() -> None:
    facts = {"应到人员": PaperFact(("张三（局长）。", "李四（副局长）"))}
    assert fill("应到：{{应到人员}}。", facts).text == "应到：张三（局长）、李四（副局长）。"


def test_unknown_place_stays_and_is_named() -> None:
    text = "{{会义名称}}，{{单位}}，{{会义名称}}"
    assert unknown_places(text) == ("会义名称",)
    assert fill(text, {"单位": PaperFact(("水务局",))}).text == "{{会义名称}}，水务局，{{会义名称}}"


@pytest.mark.parametrize("id", meeting_papers())
def test_our_papers_use_known_places_alone(id: str) -> None:
    assert unknown_places(meeting_papers()[id].text) == ()
    assert list(named_places(meeting_papers()[id].text))


@given(st.lists(st.sampled_from([*PLACES, "别的", "\n", "。", "字"]), max_size=12), st.data())
def test_every_value_stands_where_its_span_says(words: list[str], data: st.DataObject) -> None:
    text = "".join(f"{{{{{each}}}}}" if len(each) > 1 else each for each in words)
    facts = {
        name: PaperFact(tuple(data.draw(st.lists(st.text("甲乙", min_size=1), max_size=3))))
        for name in PLACES
        if data.draw(st.booleans())
    }
    filled = fill(text, facts)
    assert apply(text, filled.edits) == filled.text
    for place in filled.places:
        value = filled.text[place.span.start : place.span.end]
        assert value.startswith(place.fact.lines[0] if place.fact else "____")
