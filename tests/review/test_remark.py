"""The text of a comment, for each shape of a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reviewing import planted

import duizhao.rules
from duizhao.lint import COMMON_SENSE, Family, Finding, Rule, Severity, collect
from duizhao.review.remark import FAMILY_QUESTIONS, label_in, remark
from duizhao.text import Edit, Source, Span

TEXT = "服务于部职工不够，学习不深入。"
FINDING = Finding(
    "DZ999", Span(2, 4), "此处有误", Severity.HINT, "试验", asks="是不是？", advice="请改"
)
RULES = {rule.code: rule for rule in collect(duizhao.rules)}


def lines(finding: Finding, rule: Rule = planted, *, is_fixed: bool = False) -> list[str]:
    head, *between = remark(finding, rule, Source(TEXT), is_fixed, 7)
    assert head == f"【供参考 7】{rule.code} {rule.title}"
    if basis := rule.basis(finding):
        assert between.pop() == f"依据：{basis}"
    return between


def test_common_sense_is_no_source_to_name() -> None:
    assert lines(replace(FINDING, source=COMMON_SENSE))[-1] == "自问：是不是？"


@pytest.mark.parametrize(
    ("message", "asks", "advice", "shown"),
    [
        ("此处有误", "是不是？", "请改", ["此处有误；请改。", "自问：是不是？"]),
        ("此处有误。", "是不是？", "", ["此处有误。", "自问：是不是？"]),
        ("留空：", "哪一年？", "请填实", ["留空。请填实。", "自问：哪一年？"]),
        ("留空：", "哪一年？", "", ["留空。", "自问：哪一年？"]),
        ("不在其列。", "旧稿？", "（未经核实。）", ["不在其列。（未经核实。）", "自问：旧稿？"]),
        ("应为三号（惯例）", "是吗？", "", ["应为三号（惯例）。", "自问：是吗？"]),
        ("此处有误", "", "请改", ["此处有误；请改。", "自问：是不是本意？"]),
    ],
)
def test_statement_and_question_stand_on_lines_of_their_own(
    message: str, asks: str, advice: str, shown: list[str]
) -> None:
    assert lines(replace(FINDING, message=message, asks=asks, advice=advice)) == shown


@pytest.mark.parametrize("family", Family)
def test_rule_without_a_question_asks_that_of_its_family(family: Family) -> None:
    rule = next(each for each in RULES.values() if each.family == family.folder)
    found = replace(FINDING, code=rule.code, asks="", source=rule.source)
    assert f"自问：{FAMILY_QUESTIONS[family]}" in lines(found, rule)


@pytest.mark.parametrize(
    ("edits", "shown"),
    [
        ((Edit(Span(2, 3), "干"),), "可改：“于”→“干”"),
        ((Edit(Span(2, 3), ""),), "可改：删去“于”"),
        ((Edit(Span(3, 3), "、"),), "可改：补上“、”"),
        ((Edit(Span(2, 3), "干"), Edit(Span(8, 9), "；")), "可改：“于”→“干”；“，”→“；”"),
    ],
)
def test_change_is_shown_unless_it_is_tracked(edits: tuple[Edit, ...], shown: str) -> None:
    assert lines(replace(FINDING, edits=edits))[-1] == shown
    assert shown not in lines(replace(FINDING, edits=edits), is_fixed=True)


def test_other_places_are_quoted_with_the_reason() -> None:
    related = ((Span(9, 14), "另一处"),)
    assert lines(replace(FINDING, related=related))[-1] == "参见：“学习不深入”，另一处"


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("【供参考】DZ999 试验的问题\n此处有误。", "DZ999"),
        ("【必改】XX12 自定", "XX12"),
        ("【应改 40】DZ999 试验的问题", "DZ999"),
        ("【必改 3】版式\n版式有 2 处与规定不同", "版式"),
        ("请改一下", None),
        ("", None),
    ],
)
def test_comment_of_ours_is_known_by_its_head(comment: str, code: str | None) -> None:
    assert label_in(comment) == code
