"""Texts edited by fixes that are taken, and by texts that are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao import api
from duizhao.text import Source, apply

EXAMPLE = Path(__file__).parents[2] / "examples" / "faulty.docx"
TEXTS = st.text("甲乙丙\n", max_size=12)


@given(TEXTS, TEXTS)
def test_edits_between_two_texts_turn_one_into_the_other(before: str, after: str) -> None:
    assert apply(before, api.edits_between(before, after)) == after


def test_text_keeps_its_encoding_and_its_line_breaks() -> None:
    data = "甲\r\n乙\r\n".encode("gb18030")
    source = api.read_bytes(data, "甲.txt", "txt")
    made, _ = api.edit_bytes(source, data, api.edits_between(source.text, "甲\r\n丙\r\n"))
    assert made == "甲\r\n丙\r\n".encode("gb18030")


def test_typed_text_goes_into_the_word_file() -> None:
    data = EXAMPLE.read_bytes()
    source = api.read_bytes(data, "甲.docx", "docx")
    lines = source.text.split("\n")
    lines[9] = lines[9].replace("三是", "二是")
    lines.insert(11, "去年三月，本人在全县会上念了别人写的稿子，一个数也没有核。")
    typed = "\n".join(lines)
    made, _ = api.edit_bytes(source, data, api.edits_between(source.text, typed))
    assert api.read_bytes(made, "甲.docx", "docx").text == typed


def test_long_texts_that_are_all_alike_are_compared_quickly() -> None:
    for before, after in (("甲" * 20_000, "甲" * 19_000 + "乙"), ("\n" * 20_000, "乙\n" * 20_000)):
        assert apply(before, api.edits_between(before, after)) == after


def test_edit_without_a_place_is_left_out_only_where_another_is_made() -> None:
    from duizhao.text import Edit, Span
    from read.made import docx, p

    data = docx(p("甲乙") + p("丙"))
    source = api.read_bytes(data, "甲.docx", "docx")
    broken, good = Edit(Span(2, 3), ""), Edit(Span(0, 1), "丁")
    assert api.edit_bytes(source, data, [broken, good], leaves_out=True)[1] == (good,)
    for edits, leaves_out in (([broken, good], False), ([broken], True)):
        with pytest.raises(api.UnreadableDocument, match="改不进"):
            api.edit_bytes(source, data, edits, leaves_out=leaves_out)


@pytest.mark.parametrize(("format", "why"), [("pdf", "PDF 改不了"), ("wps", "另存为 .docx")])
def test_other_formats_say_why_not(format: str, why: str) -> None:
    with pytest.raises(api.Unwritable, match=why):
        api.edit_bytes(Source("甲", format=format), b"", ())
