"""What a problem shows, and what a measure promises."""

from __future__ import annotations

import pytest

from duizhao.statement import Measure, Problem

from .reading import TITLE, interpreted, words


def problem(body: str) -> tuple[Problem, str]:
    text = f"{TITLE}一、存在的问题\n一是学习不够。{body}\n二是下乡不够。去得少。\n二、整改措施\n多学习。\n"
    read = interpreted(text)
    return read.problems[0], text


def facts(body: str) -> list[tuple[str, str]]:
    found, text = problem(body)
    return [(fact.kind.value, text[slice(*fact.span)]) for fact in found.facts]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("2023年5月7日开会迟到。", [("date", "2023年5月7日")]),
        ("今年3月去过。", [("date", "今年3月")]),
        ("全年只去了12次。", [("number", "12次")]),
        ("只完成了30%。", [("number", "30%")]),
        ("有三次没有到会。", [("number", "三次")]),
        ("在柳湾村停水时没有到场。", [("place", "柳湾村")]),
        ("对张建国同志批评过头。", [("person", "张建国同志")]),
        ("《农村供水高质量发展规划》没有落实。", [("work", "《农村供水高质量发展规划》")]),
    ],
)
def test_what_can_be_checked_is_a_fact(body: str, found: list[tuple[str, str]]) -> None:
    assert facts(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "对“两个确立”领悟不深。", "三会一课落实不严。", "六个方面都有差距。", "“十四五”规划学得不细。",
        "推进××县工作不力。", "深入基层一线不够。", "第一责任人意识不强。", "一些同志有意见。", "一方面忙，一方面懒。",
        "中央八项规定精神落实不细。", "对老同志关心不够。", "学习《习近平谈治国理政》不深。",
    ],
)  # fmt: skip
def test_set_expressions_blanks_and_classes_are_no_facts(body: str) -> None:
    assert facts(body) == []


@pytest.mark.parametrize("opening", ["比如，", "比如：", "例如", "譬如，", "具体表现为"])
def test_an_example_runs_from_its_opening_to_the_end(opening: str) -> None:
    found, text = problem(f"平时忙。{opening}三次没有到会。")
    assert words(interpreted(text), [found.example]) == [f"{opening}三次没有到会。"]


@pytest.mark.parametrize("body", ["如果再努力一些就好。", "不知如何下手。", "诸如此类。"])
def test_if_and_how_open_no_example(body: str) -> None:
    assert problem(f"平时忙。{body}")[0].example is None


def test_hedges_and_first_person_are_found() -> None:
    found, text = problem("我有时松懈，一定程度上存在畏难情绪，我们局也一样。")
    read = interpreted(text)
    assert words(read, found.hedges) == ["有时", "一定程度"]
    assert words(read, found.first_person) == ["我"]


def measure(body: str) -> tuple[Measure, str]:
    text = f"{TITLE}一、存在的问题\n学习不够。\n二、整改措施\n一是坚持学习。{body}\n二是多下乡。\n"
    return interpreted(text).measures[0], text


@pytest.mark.parametrize(
    ("body", "owner", "deadline", "result"),
    [
        ("责任人：张三；完成时限：2024年6月底前；笔记不少于24篇。", True, True, True),
        ("每周三晚学两小时。", False, True, False),
        ("由我牵头。", True, False, False),
        ("不断提高认识，切实增强自觉。", False, False, False),
    ],
)
def test_owner_deadline_and_result_are_those_the_text_names(
    body: str, owner: bool, deadline: bool, result: bool
) -> None:
    found, _ = measure(body)
    named = (found.owner is not None, found.deadline is not None)
    assert named == (owner, deadline)
    assert (found.result is not None) or not result
