"""Texts typeset through the api: word for word, with every change listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao import api

TEXT = "关于召开会议的通知\n各科室:\n定于2024年5月6日召开会议,请准时参加.\n县水务局\n2024.5.6\n"


def test_text_is_set_word_for_word() -> None:
    made = api.Typesetter().typeset(api.Source(TEXT, "通知.txt"))
    assert (made.name, made.changes) == ("通知.txt", ())
    assert made.before == made.after == api.digest(TEXT)
    assert api.digest(api.read_bytes(made.data, "通知.docx", "docx").text) == made.after


def test_normalising_lists_every_place_that_it_changes() -> None:
    made = api.Typesetter(normalize=True).typeset(api.Source(TEXT, "通知.txt"))
    assert made.before != made.after
    assert {place.line for place in made.changes} == {2, 3, 5}
    text = api.read_bytes(made.data, "通知.docx", "docx").text
    assert "各科室：" in text
    assert "2024年5月6日" in text.splitlines()[-1]


def test_normalised_text_has_nothing_left_to_normalise() -> None:
    once = api.Typesetter(normalize=True).typeset(api.Source(TEXT))
    again = api.read_bytes(once.data, "通知.docx", "docx")
    assert api.Typesetter(normalize=True).typeset(again).changes == ()


@pytest.mark.parametrize("text", ["", "\n \n", "　\n"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(api.DuizhaoError, match="没有文字可排"):
        api.Typesetter().typeset(api.Source(text, "空.txt"))


def test_character_that_word_cannot_hold_is_named_with_its_place() -> None:
    with pytest.raises(api.Unwritable, match=r"第 2 行第 3 字.*U\+0003"):
        api.Typesetter().typeset(api.Source("通知\n学习\x03不够。\n", "甲.txt"))


def test_one_typesetter_sets_many_texts_alike() -> None:
    setter, source = api.Typesetter(), api.Source(TEXT, "通知.txt")
    assert setter.typeset(source).data == setter.typeset(source).data


def test_layout_of_a_unit_is_read_when_it_is_used(tmp_path: Path) -> None:
    layout = tmp_path / "版式.toml"
    setter = api.Typesetter(layout=layout)
    with pytest.raises(api.DuizhaoError, match="版式"):
        setter.typeset(api.Source(TEXT))
    layout.write_text("[margins]\ntop = 35\n", encoding="utf-8")
    assert setter.typeset(api.Source(TEXT)).data != api.Typesetter().typeset(api.Source(TEXT)).data


def test_wrong_figure_in_a_layout_is_reported(tmp_path: Path) -> None:
    layout = tmp_path / "版式.toml"
    layout.write_text('[margins]\ntop = "宽"\n', encoding="utf-8")
    with pytest.raises(api.DuizhaoError, match="margins"):
        api.load_layout(layout)
