"""The web page, read as text and as a tree."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from made_reports import (
    BLANK,
    SLIP,
    TEXT,
    VAGUE,
    checked,
    finding,
    hostile,
    made_rule,
    report,
    sample,
)

from cost import assert_costs_less
from duizhao.lint import Finding, FindingOrder, Severity
from duizhao.report import Report, RunSummary
from duizhao.report.html import render
from duizhao.report.html.marked_span import MarkedSpan, mark_up
from duizhao.report.html.rule_list import rule_list
from duizhao.text import Span

FOLDED = made_rule("DZ999", "folded", "换行", "wording", Severity.HINT, "常识")
FOLDED.__dict__["page"] = (
    "# DZ999 换行\n\n## 为什么\n\n本人实际。\n等于没有 Word\n文件\n\n## 依据\n"
)


class Read(HTMLParser):
    """What a browser would make of marked text: its characters, and for each finding where its pieces stand."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.covered: dict[str, set[int]] = {}
        self.anchors: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        if tag == "mark":
            self.open.append(str(given_["data-f"]))
            self.covered.setdefault(str(given_["data-f"]), set())
            self.anchors += [str(given_["id"])] if "id" in given_ else []
        if tag == "a":
            self.links.append(str(given_["href"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for mark in self.open:
            self.covered[mark] |= set(range(len(self.text), len(self.text) + len(data)))
        self.text += data


def read(text: str, *spans: tuple[int, int]) -> Read:
    marks = [
        MarkedSpan(f"m-f{n}", f"f{n}", n, Span(*span), "s-error f-residue", "")
        for n, span in enumerate(spans, 1)
    ]
    page = Read()
    page.feed(mark_up(text, Span(0, len(text)), marks, set()))
    assert page.open == []
    return page


@example("甲乙丙丁戊己", [(0, 3), (1, 4), (2, 0), (6, 0)])
@given(
    st.text("甲乙<&\"'丙", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=8),
)
def test_every_finding_covers_its_exact_characters_however_they_overlap(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [(min(s, len(text)), min(s + n, len(text))) for s, n in places]
    page = read(text, *spans)
    assert page.text == text
    for number, span in enumerate(spans, 1):
        assert page.covered[f"f{number}"] == set(range(*span))
    assert sorted(page.anchors) == sorted(f"m-f{n}" for n in range(1, len(spans) + 1))
    assert sorted(page.links) == sorted(f"#f{n}" for n in range(1, len(spans) + 1))


def test_every_link_in_the_page_has_its_target() -> None:
    page = render(report(sample("甲.txt"), sample("乙.txt"), failures=(("坏", "读不了"),)))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r'for="([^"]+)"', page)) <= set(ids)


def test_page_names_no_address_outside_itself() -> None:
    page = render(report())
    assert "http" not in page.replace('http-equiv="', "")
    assert not re.search(r"url\(|@import|src=", page)


def test_page_needs_no_style_or_script_inside_its_tags() -> None:
    assert not re.search(
        r"<[^>]* (style|on[a-z]+)=", render(report(sample("甲.txt"), sample("乙.txt")))
    )


def test_finding_over_several_lines_is_marked_on_each_and_anchored_once() -> None:
    text = "甲乙\n\n丙丁\n戊"
    page = render(report(checked(text, finding(text, BLANK, "乙\n\n丙", "空着。"))))
    assert page.count('id="m-f1-1"') == 1
    assert len(re.findall(r'<mark[^>]*data-f="f1-1"[^>]*>[乙丙]</mark>', page)) == 2
    assert page.count('class="n s-error f-residue"') == 1


def test_rule_is_explained_with_its_reason_and_source() -> None:
    page = render(report())
    assert '<section id="DZ301" class="rule">' in page
    assert "<strong>请补上</strong>实际内容" in page
    assert "<code>&lt;script&gt;</code>" in page
    assert "依据：GB/T 9704—2012 7.3.5</p>" in page


def numbers(page: str) -> list[tuple[str, str]]:
    """The cards of the page: the class of each and its name."""
    return re.findall(r'<li id="f\d+-\d+" class="s-(\w+)[^>]*>.*?<b class="what">(.*?)</b>', page)


def test_cards_come_in_the_one_order() -> None:
    assert numbers(render(report())) == [
        ("error", "空白未填"), ("error", "空白未填"), ("warning", "固定说法中的错字"),
        ("warning", "没有落款"), ("hint", "问题没有举例"),
    ]  # fmt: skip


def test_cards_come_by_place_on_request() -> None:
    page = render(report(replace(sample(), order=FindingOrder.PLACE)))
    assert [what for _, what in numbers(page)] == [
        "空白未填", "问题没有举例", "空白未填", "固定说法中的错字", "没有落款",
    ]  # fmt: skip
    assert '<button type="button" value="place" aria-pressed="true">按位置' in page
    assert re.findall(r'data-urgency="(\d)"', page) == ["0", "4", "1", "2", "3"]


def test_repeated_finding_is_one_card_that_leads_to_each_place() -> None:
    page = render(report())
    links = (
        '<a href="#m-f1-2" aria-label="第 5 行，第 1 处">1</a> '
        '<a href="#m-f1-2-2" aria-label="第 5 行，第 2 处">2</a>'
    )
    assert f'<div class="places">共 2 处：第 5 行 {links}</div>' in page
    assert page.count('data-f="f1-2"') == 2
    assert page.count("“××”还空着。请补上实际内容") == 3  # The card, and the tip of each place.


def test_places_beyond_a_score_are_folded() -> None:
    text = "联系××工作。\n" * 23
    found = [finding(text, BLANK, "××", "空着。", nth=at) for at in range(23)]
    page = render(report(checked(text, *found)))
    assert page.count('href="#m-f1-1') == 23 + 1
    assert '，<a href="#m-f1-1-20">第 20 行</a><details><summary>另 3 处</summary>' in page


def test_other_places_of_all_places_are_listed_once_and_the_rest_folded() -> None:
    others = tuple((Span(at, at + 1), "同类") for at in range(8))
    found = [
        replace(finding(TEXT, BLANK, "××", "空着。", nth=at), related=others) for at in range(2)
    ]
    page = render(report(checked(TEXT, *found)))
    assert page.count("参见 ") == 8
    assert "<details><summary>另 2 处</summary>" in page


def test_layout_is_one_card_that_names_the_cure() -> None:
    paper = made_rule("DZ701", "wrong_paper", "纸张不是 A4", "layout", Severity.ERROR, "GB/T 9704")
    bold = made_rule("DZ713", "bold_text", "正文加粗", "layout", Severity.HINT, "GB/T 9704")
    found = [
        finding(TEXT, paper, "某县", "纸张是 B5。"),
        finding(TEXT, bold, "一是", "加粗。"),
        finding(TEXT, BLANK, "xx", "空着。"),
    ]
    made = Report((checked(TEXT, *found, name="甲.docx"),), RunSummary((), (paper, bold, BLANK)))
    page = render(made)
    assert numbers(page) == [("error", "空白未填"), ("error", "版式")]
    assert "纸张不是 A4；正文加粗" in page
    assert "duizhao typeset 甲.docx" in page
    assert '<a href="#m-f1-2-2">第 5 行</a> <b>正文加粗</b>：加粗。' in page


def test_what_nobody_has_verified_is_folded_at_the_end() -> None:
    found = finding(TEXT, SLIP, "于部职工", "没有看到案例。")
    made = report(
        checked(TEXT, replace(found, is_unverified=True), finding(TEXT, VAGUE, "二是抓", "空。"))
    )
    page = render(made)
    assert [what for _, what in numbers(page)] == ["问题没有举例", "固定说法中的错字"]
    assert '</li><li class="fold"' in page
    assert "未经核实的要求 <b>1</b> 条" in page


def test_lines_of_a_rule_page_join_as_chinese_does() -> None:
    assert "本人实际。等于没有 Word文件" in (rule_list([FOLDED]))


def test_fix_shows_both_sides() -> None:
    assert "<del>于</del><ins>干</ins>" in render(report())


def test_hostile_text_makes_no_element() -> None:
    page = render(hostile())
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert '<span class="unseen">U+202E</span>' in page


def test_text_that_is_no_statement_says_so() -> None:
    page = render(report(checked("今天天气好。", name="别的.txt")))
    assert "看来不是对照检查材料" in page


def test_thousand_findings_take_less_than_a_second() -> None:
    text = "一是联系××工作、于部职工不多。" * 500
    found = [
        Finding(rule.code, Span(*each.span()), "空着，或错了。", rule.severity, rule.source)
        for rule, words in ((BLANK, "××"), (SLIP, "于部职工"))
        for each in re.finditer(words, text)
    ]
    made = report(checked(text, *found))
    assert_costs_less(lambda: render(made), 1)
    page = render(made)
    assert page.count("<mark id=") == 1000
    assert page.count("<li id=") == 2
