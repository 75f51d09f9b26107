"""A comment stands at the exact characters, wherever they stand."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from reviewing import appearance, at_span, commented, finding, part, planted, reviewed

from duizhao import api
from duizhao.lint import Severity, Strength
from duizhao.read import read_bytes
from duizhao.text import Span
from read.made import docx, p, r, t

ROOT = Path(__file__).parents[2]
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>'
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zì</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)

PLACES = {
    "one run": (p("服务于部职工不够。"), "于部职工"),
    "several runs": (p(r("服务于", "<w:b/>"), r("部"), r("职工不够。", "<w:i/>")), "于部职工"),
    "all of a run": (p(r("服务"), r("于部职工"), r("不够。")), "于部职工"),
    "two paragraphs": (p("服务于部") + p("职工不够。"), "于部\n职工"),
    "a cell": (TABLE.format(p("服务于部职工"), p("不够。")), "于部职工"),
    "two cells": (TABLE.format(p("服务于部"), p("职工不够。")), "部\n职工"),
    "a text box": (p(r("正文"), BOX.format(p("服务于部职工不够。"))), "于部职工"),
    "a link": (p("服务", f'<w:hyperlink w:anchor="x">{r("于部职工不够")}</w:hyperlink>'), "部职工"),
    "an insertion": (p("服务", f'<w:ins w:id="1" w:author="王">{r("于部职工不够")}</w:ins>'), "部职工"),
    "an insertion and beyond": (
        p("服务于", f'<w:ins w:id="1" w:author="王">{r("部")}</w:ins>', r("职工不够")), "于部职工"),
    "a control": (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('于部职工不够')}</w:sdtContent></w:sdt>"), "部职"),
    "a simple field": (p(f'<w:fldSimple w:instr="X">{r("于部职工不够")}</w:fldSimple>'), "部职"),
    "entities": (p("服务&lt;于&#x90e8;职工&gt;不够。"), "于部职工"),
    "text in pieces": (p(f"<w:r>{t('服务于')}<w:tab/>{t('部职工')}<w:br/>{t('不够')}</w:r>"), "于\t部职工\n不"),
    "beside a picture": (p(f"<w:r>{t('服务')}<w:drawing/>{t('于部职工')}<w:drawing/>{t('不够')}</w:r>"), "于部职工"),
    "characters of two units": (p("服务𠀀于部职工𠀀不够。"), "𠀀于部职工𠀀"),
    "a ruby": (p("服务", RUBY, "不够"), "字"),
    "a symbol": (p(f'<w:r>{t("服务")}<w:sym w:font="Wingdings" w:char="F0FE"/>{t("不够")}</w:r>'), "☑不"),
    "a run with a recorded change": (
        p(r("服务于部职工不够", '<w:b/><w:rPrChange w:id="7" w:author="王"><w:rPr/></w:rPrChange>')), "于部职工"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_comment_covers_exactly_the_characters(place: str) -> None:
    body, words = PLACES[place]
    data = docx(body)
    source = read_bytes(data, "试.docx")
    copy = reviewed(data, [finding(source, words)]).data
    assert commented(copy) == [words]
    assert read_bytes(copy).text == source.text


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_taken_away_and_every_character_looks_as_before(place: str) -> None:
    body, words = PLACES[place]
    data = docx(body)
    copy = reviewed(data, [finding(read_bytes(data, "试.docx"), words)]).data
    at, after = 0, part(copy).decode()
    for character in part(data).decode():
        at = after.index(character, at) + 1
    assert appearance(copy) == appearance(data)


def test_overlapping_comments_all_stand() -> None:
    data = docx(p("服务于", r("部职工", "<w:b/>"), "不够。"))
    source = read_bytes(data, "试.docx")
    words = ["服务于部", "于部职工", "部", "部职工不够。", "服务于部职工不够。"]
    copy = reviewed(data, [finding(source, each) for each in words]).data
    assert sorted(commented(copy)) == sorted(words)


def test_place_between_two_characters_is_a_point() -> None:
    data = docx(p("服务于部职工"))
    for at in range(7):
        copy = reviewed(data, [at_span(Span(at, at))]).data
        source = read_bytes(copy)
        (aside,) = source.asides
        assert aside.span == Span(at, at)


def test_automatic_number_hangs_on_its_paragraph() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = docx(p("甲", properties=listed) + p("乙", properties=listed), numbering=numbering)
    source = read_bytes(data, "试.docx")
    assert "2." in source.text
    made = reviewed(data, [finding(source, "2.")])
    assert commented(made.data) == ["乙"]
    assert made.unplaced == ()


def test_comment_on_an_empty_section_break_lets_it_go_uncounted() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p("甲", properties=listed) + p(properties=f"{listed}<w:sectPr/>")
    data = docx(body + p("乙", properties=listed), numbering=numbering)
    assert read_bytes(data).text == "1.甲\n\n2.乙"
    made = reviewed(data, [at_span(Span(4, 5))])
    assert (made.comments, read_bytes(made.data).text) == (1, "1.甲\n\n2.乙")


def test_empty_paragraph_takes_a_comment() -> None:
    for empty in ("<w:p/>", "<w:p></w:p>", "<w:p><w:pPr/></w:p>"):
        data = docx(empty)
        made = reviewed(data, [at_span(Span(0, 0)), at_span(Span(0, 0))])
        assert commented(made.data) == ["", ""]


def test_document_without_a_paragraph_has_no_place() -> None:
    made = reviewed(docx("<w:sectPr/>"), [at_span(Span(0, 0))])
    assert len(made.unplaced) == 1


def test_comment_says_fault_question_and_source() -> None:
    data = docx(p("服务于部职工"))
    source = read_bytes(data, "试.docx")
    found = replace(finding(source, "于部", "此处“有误”"), advice="请改。")
    copy = reviewed(data, [found]).data
    (aside,) = read_bytes(copy).asides
    assert aside.text.splitlines() == [
        "【供参考 1】DZ999 试验的问题", "此处“有误”；请改。", "自问：是不是？", "依据：试验"
    ]  # fmt: skip


def test_comment_reads_as_the_page_for_users_says() -> None:
    page = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    copy = api.review_file(ROOT / "examples" / "faulty.docx", api.Checker())
    (said,) = (each.text for each in read_bytes(copy.data).asides if "】DZ601 " in each.text)
    assert re.sub(r" \d+】", " 5】", textwrap.indent(said, "    ")) in page


def test_of_many_other_places_only_the_first_are_listed() -> None:
    data = docx(p("甲" * 9))
    others = tuple((Span(at, at + 1), "同类") for at in range(1, 9))
    found = replace(at_span(Span(0, 1)), related=others)
    (aside,) = read_bytes(reviewed(data, [found]).data).asides
    assert "参见：" + "；".join(["“甲”，同类"] * 5) + "；另有 3 处" in aside.text


def test_a_hint_of_a_firmer_rule_does_not_claim_its_firmness() -> None:
    rule = replace(planted, severity=Severity.WARNING, strength=Strength.USUALLY)
    finding = at_span(Span(0, 0))
    assert rule.basis(finding) == "试验"
    assert rule.basis(replace(finding, severity=Severity.WARNING)) == "试验（一般）"
    bracketed = replace(finding, source="报道（2014年）", severity=Severity.WARNING)
    assert rule.basis(bracketed) == "报道（2014年，一般）"


def test_blank_at_a_cut_is_kept() -> None:
    data = docx("<w:p><w:r><w:t>ab cd ef</w:t></w:r></w:p>")
    copy = reviewed(data, [at_span(Span(3, 5)), at_span(Span(6, 8))]).data
    xml = part(copy).decode()
    for before, text in re.findall(r"<w:t([^>]*)>([^<]*)</w:t>", xml):
        assert text == text.strip() or "preserve" in before
    assert commented(copy) == ["cd", "ef"]


@pytest.mark.parametrize(
    "words",
    [
        'é xmlns:w="某某" 一处写错，',
        "模板里 xmlns:w='urn:x' 没有删，",
        'xmlns:w="没有写完，',
        "&lt;w:p xmlns:w='urn:x'&gt; 是代码，",
    ],
)
def test_words_that_look_like_a_namespace_are_words(words: str) -> None:
    data = docx(p(words, "联系群众不够。") + p('另一处 xmlns:v="甲" 也是字。'))
    source = read_bytes(data)
    copy = reviewed(data, [finding(source, "联系群众")])
    assert (copy.text, commented(copy.data)) == (source.text, ["联系群众"])


def test_value_of_an_attribute_that_looks_like_a_namespace_is_a_value() -> None:
    drawn = """<w:r><w:pict><v:shape alt=' xmlns:w="甲"'/></w:pict></w:r>"""
    data = docx(p("联系", drawn, "群众不够。"))
    assert commented(reviewed(data, [finding(read_bytes(data), "群众")]).data) == ["群众"]
