"""The order of findings in reports, and what is listed as one finding."""

from __future__ import annotations

from duizhao import api
from duizhao.lint import (
    Finding,
    FindingOrder,
    Severity,
    first_to_do,
    groups,
    in_order,
    layout_message,
    to_do_head,
)
from duizhao.text import Span


def found(
    code: str, at: int, severity: Severity, message: str = "有误。", *, is_unverified: bool = False
) -> Finding:
    return Finding(code, Span(at, at + 1), message, severity, "出处", is_unverified=is_unverified)


PAPER = found("DZ701", 0, Severity.ERROR)
BOLD = found("DZ711", 3, Severity.HINT)
UNFILLED = found("DZ301", 40, Severity.ERROR)
UNFILLED_AGAIN = found("DZ301", 60, Severity.ERROR)
UNFILLED_OTHERWISE = found("DZ301", 50, Severity.ERROR, "这里也空着。")
SKIPPED = found("DZ201", 45, Severity.ERROR)
SLOGAN = found("DZ510", 90, Severity.WARNING)
STOCK = found("DZ409", 20, Severity.HINT)
REMINDER = found("DZ115", 0, Severity.HINT, is_unverified=True)
ALL = (
    REMINDER, PAPER, BOLD, STOCK, UNFILLED, SKIPPED, UNFILLED_OTHERWISE, UNFILLED_AGAIN, SLOGAN,
)  # fmt: skip


def test_errors_come_first_then_the_layout_and_what_is_not_verified_last() -> None:
    assert in_order(ALL) == (
        UNFILLED, UNFILLED_AGAIN, UNFILLED_OTHERWISE, SKIPPED, PAPER, BOLD, SLOGAN, STOCK, REMINDER,
    )  # fmt: skip


def test_repeats_are_one_finding_and_the_layout_is_one() -> None:
    listed = groups(ALL)
    assert [len(group.findings) for group in listed] == [2, 1, 1, 2, 1, 1, 1]
    layout = listed[3]
    assert layout.is_layout
    assert layout.severity is Severity.ERROR
    assert listed[-1].is_unverified


def test_layout_of_hints_alone_stands_after_the_hints_about_words() -> None:
    assert in_order((BOLD, STOCK, SLOGAN)) == (SLOGAN, STOCK, BOLD)


def test_by_place_the_layout_is_last() -> None:
    by_place = in_order(ALL, FindingOrder.PLACE)
    assert by_place[:3] == (REMINDER, STOCK, UNFILLED)
    assert by_place[-2:] == (PAPER, BOLD)


def test_order_does_not_depend_on_the_order_given() -> None:
    assert groups(reversed(ALL)) == groups(ALL)


def test_nothing_found_is_nothing_listed() -> None:
    assert groups(()) == ()
    assert first_to_do(()) == ()


def test_first_things_to_do_are_of_different_rules_and_about_words() -> None:
    first = [group.first for group in first_to_do(groups(ALL))]
    assert first == [UNFILLED, SKIPPED, SLOGAN]


def test_layout_is_the_thing_to_do_where_the_words_leave_room() -> None:
    first = [group.first for group in first_to_do(groups((REMINDER, PAPER, STOCK)), 2)]
    assert first == [STOCK, PAPER]


def test_layout_names_its_parts_once_and_the_cure() -> None:
    (layout,) = groups((BOLD, PAPER, found("DZ711", 9, Severity.HINT, "加粗。")))
    rules = {rule.code: rule for rule in api.rules()}
    assert layout_message(layout, rules, "材料/甲 乙.docx") == (
        "版式有 3 处与规定不同：纸张不是 A4；标题或正文加粗。"
        '不用手改，一次排好：duizhao typeset "甲 乙.docx"'
    )


def test_reminder_of_an_unverified_requirement_knows_that_it_is_one() -> None:
    text = "2023年度个人对照检查材料\n一、存在的问题\n一是学得少。\n二、整改措施\n一是多学。\n"
    found = api.Checker(api.Config(profile="2023")).check(api.Source(text)).findings
    unverified = [each for each in found if each.is_unverified]
    assert unverified
    assert all("未经核实" in each.full_message for each in unverified)
    assert not any("未经核实" in each.full_message for each in found if not each.is_unverified)


def test_head_of_the_first_things_to_do_counts_them() -> None:
    assert [to_do_head(count) for count in (1, 2, 3)] == [
        "要先做的一件事",
        "要先做的两件事",
        "要先做的三件事",
    ]
