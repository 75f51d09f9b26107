"""Official wording is taken out with its source; one's own words stay."""

from __future__ import annotations

import tomllib

from duizhao.reuse.official import (
    SHIPPED,
    official_wording,
    phrases_of_list,
    sentences_of_document,
    shipped_phrases,
)

OURS = "我在窗口值班时让办事的老人跑了三趟"


def subtracted(text: str, own: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    places = official_wording({"本单位": own}).places(text)
    return [(span.of(text), source) for span, source in places]


def test_a_set_expression_goes_with_its_source_and_own_words_stay() -> None:
    assert subtracted(f"坚持批评和自我批评，{OURS}。") == [("批评和自我批评", "《中国共产党章程》")]


def test_the_longest_of_nested_phrases_goes_as_one() -> None:
    text = "以习近平同志为核心的党中央，同以习近平同志为核心的党中央保持高度一致"
    assert [words for words, *_ in subtracted(text)] == [
        "以习近平同志为核心的党中央",
        "同以习近平同志为核心的党中央保持高度一致",
    ]


def test_own_phrases_go_under_their_own_source() -> None:
    own = phrases_of_list("# 本单位用语\n\n 办事的老人 \n办事的老人\n")
    assert own == ("办事的老人",)
    assert subtracted(OURS, own) == [("办事的老人", "本单位")]


def test_sentences_of_an_own_document_go_word_for_word_and_short_ones_stay() -> None:
    own = sentences_of_document("局长：\n窗口必须当场一次讲清所缺材料。要改。")
    assert own == ("窗口必须当场一次讲清所缺材料",)
    text = f"窗口必须当场一次讲清所缺材料，{OURS}，要改。"
    assert [words for words, *_ in subtracted(text, own)] == list(own)


def test_overlapping_phrases_leave_spans_apart_that_cover_both() -> None:
    assert [words for words, *_ in subtracted("甲乙丙丁戊", ("甲乙丙", "丙丁"))] == ["甲乙丙", "丁"]


def test_every_phrase_is_found_whole_and_filed_once() -> None:
    phrases = [phrase for group in shipped_phrases().values() for phrase in group]
    assert len(phrases) == len(set(phrases))
    for phrase in phrases:
        assert [words for words, *_ in subtracted(phrase)] == [phrase]


def test_every_source_says_how_far_it_is_known() -> None:
    groups = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["group"]
    assert len({group["source"] for group in groups}) == len(groups)
    for group in groups:
        assert group["checked"] in ("read", "quoted", "recalled", "none"), group["source"]
        assert group["source"].endswith("待核") == (group["checked"] == "recalled")
        assert group["source"].endswith("未核对出处") == (group["checked"] == "none")


def test_lone_surrogates_do_no_harm() -> None:
    assert [words for words, *_ in subtracted("\ud800民主集中制")] == ["民主集中制"]


def test_an_own_document_of_a_shipped_name_adds_to_what_is_shipped() -> None:
    wording = official_wording({"《中国共产党章程》": ["办事的老人"]})
    assert len(wording.places("办事的老人和民主集中制")) == 2
