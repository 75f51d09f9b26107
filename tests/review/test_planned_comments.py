"""What a report lists as one finding is said once in a copy, in the report's order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reviewing import RULES, commented, finding, part, planted, reviewed
from threaded import ANSWERING, answered

from duizhao.lint import Finding, Rule, Severity, groups
from duizhao.read import read_bytes
from duizhao.review.planned_comment import CommentPlanner, PlannedComment
from duizhao.text import Edit, Source, Span
from read.made import docx, p

LINES = (
    "某镇党委书记对照检查材料",
    "服务××不够，联系××不多。",
    "",
    "对于部职工关心不够。",
    "今后改正。",
)
TEXT = "\n".join(LINES)
SOURCE = Source(TEXT, name="某镇.docx", format="docx")
HEAD = Span(0, len(LINES[0]))
BLANK = replace(planted, code="DZ301", severity=Severity.ERROR)
PAPER = replace(planted, code="DZ701", severity=Severity.ERROR)
BOLD = replace(planted, code="DZ713")
ALL = {each.code: each for each in (planted, BLANK, PAPER, BOLD)}


def found(
    rule: Rule, words: str, nth: int = 0, message: str = "有误。", *, is_unverified: bool = False
) -> Finding:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Finding(
        rule.code, Span(at, at + len(words)), message, rule.severity, "试验", asks="是吗？",
        is_unverified=is_unverified,
    )  # fmt: skip


def planned(*findings: Finding) -> list[PlannedComment]:
    return CommentPlanner(SOURCE, ALL, HEAD, lambda _: False).plan(groups(findings))


def test_comments_are_numbered_in_the_order_of_a_report() -> None:
    made = planned(
        found(planted, "改正"), found(planted, "职工", message="别的。"), found(BLANK, "××")
    )
    assert [(each.label, each.lines[0]) for each in made] == [
        ("DZ301", "【必改 1】DZ301 试验的问题"),
        ("DZ999", "【供参考 2】DZ999 试验的问题"),
        ("DZ999", "【供参考 3】DZ999 试验的问题"),
    ]


def test_repeated_finding_is_said_in_full_once() -> None:
    first, second = planned(found(BLANK, "××"), found(BLANK, "××", 1))
    assert first.lines == ("【必改 1】DZ301 试验的问题", "有误。", "自问：是吗？", "依据：试验")
    assert second.lines == ("【必改 1】DZ301 试验的问题", "同上，第 2/2 处。")
    assert [each.span.of(TEXT) for each in (first, second)] == ["××", "××"]
    assert first.span != second.span


def test_place_of_a_repeated_finding_keeps_what_is_its_own() -> None:
    first, second = (found(BLANK, "××", nth) for nth in range(2))
    second = replace(
        second, edits=(Edit(second.span, "水利"),), related=((first.span, "第一次出现"),)
    )
    _, again = planned(first, second)
    assert again.lines[1:] == (
        "同上，第 2/2 处。", "可改：“××”→“水利”", "参见：“××”，第一次出现"
    )  # fmt: skip


def test_layout_is_one_comment_on_the_title_that_names_the_cure() -> None:
    (made,) = planned(
        found(BOLD, "今后", message="加粗。"), found(PAPER, "某镇", message="是 B5。")
    )
    assert made.span == HEAD
    assert made.lines[0] == "【必改 1】版式"
    assert "duizhao typeset 某镇.docx" in made.lines[1]
    assert made.lines[2:] == ("第 1 段：是 B5。是吗？", "第 5 段：加粗。是吗？")


def test_single_fault_of_layout_stands_where_it_is() -> None:
    (made,) = planned(found(BOLD, "今后", message="加粗。"))
    assert (made.label, made.span.of(TEXT)) == ("DZ713", "今后")


def test_reminders_that_nobody_has_verified_are_one_comment_at_the_end() -> None:
    *_, last = planned(
        found(planted, "某镇", message="没有案例。", is_unverified=True),
        found(planted, "职工", message="没有回应。", is_unverified=True),
        found(BLANK, "××"),
    )
    assert last.span.of(TEXT) == "今后改正。"
    assert last.lines == (
        "【供参考 2—3】未经核实的要求 2 条",
        "2. 第 1 段“某镇”：没有案例。是吗？",
        "3. 第 4 段“职工”：没有回应。是吗？",
    )
    assert len(last.findings) == 2


def test_single_reminder_stands_at_the_end_too() -> None:
    (made,) = planned(found(planted, "某镇", message="没有案例。", is_unverified=True))
    assert made.span.of(TEXT) == "今后改正。"
    assert made.lines[0] == "【供参考 1】未经核实的要求 1 条"


def test_summary_names_what_to_mend_first() -> None:
    made = planned(
        found(planted, "改正"), found(planted, "关心", message="别的。"),
        found(BLANK, "××"), found(BLANK, "××", 1),
        found(PAPER, "某镇", message="是 B5。"), found(BOLD, "今后", message="加粗。"),
    )  # fmt: skip
    assert made[0].span == HEAD
    assert made[0].lines == (
        "【小结】2 处必改、2 处供参考，版式 2 处",
        "要先做的三件事：",
        "1. “××”等 2 处：试验的问题",
        "2. 版式：试验的问题",
        "3. “关心”：试验的问题",
    )
    assert not any(each.lines[0].startswith("【小结】") for each in made[1:])


def test_few_findings_need_no_summary() -> None:
    assert len(planned(found(BLANK, "××"), found(planted, "职工"), found(planted, "改正"))) == 3


def test_answered_place_of_a_repeated_finding_is_not_said_again() -> None:
    data = docx(p("服务××不够，联系××不多。"))
    source = read_bytes(data, "试.docx")
    first = finding(source, "××")
    second = replace(first, span=Span(first.span.start + 7, first.span.end + 7))
    copy = answered(reviewed(data, [first, second]).data, {"1": "已经填了。"})
    again = reviewed(copy, [first, second])
    assert (again.answered, again.comments) == (1, 2)
    assert len(commented(again.data)) == 2
    assert commented(again.data, ANSWERING) == ["××"]


def test_answered_layout_is_not_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(p("某镇对照检查材料"))
    source = read_bytes(data, "试.docx")
    both = [replace(finding(source, "某镇", said), code="DZ701") for said in ("甲。", "乙。")]
    monkeypatch.setitem(RULES, "DZ701", PAPER)
    copy = reviewed(data, both).data
    assert part(copy, "word/comments.xml").count(b"<w:comment ") == 1
    again = reviewed(answered(copy, {"0": "按省里的格式。"}), both)
    assert len(commented(again.data)) == 1
