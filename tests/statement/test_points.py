"""The points of our labelled statements are found with both their ends."""

from __future__ import annotations

import pytest
from bench.points.measure import LabelledText, found, samples

from duizhao import api
from duizhao.text import Source


@pytest.mark.parametrize(("held_out", "share"), [(False, 0.98), (True, 0.92)])
def test_points_are_found_with_both_ends(held_out: bool, share: float) -> None:
    chosen = [sample for sample in samples() if sample.held_out is held_out]
    made = {(sample.name, *each) for sample in chosen for each in found(sample)}
    labelled = {(sample.name, *each) for sample in chosen for each in sample.points}
    assert len(made & labelled) >= share * max(len(made), len(labelled))


def test_a_label_is_read_without_its_marks() -> None:
    sample = next(each for each in samples() if each.name.startswith("01"))
    assert isinstance(sample, LabelledText)
    assert "⟦" not in sample.text
    assert {sample.text[span.start] for kind, span in sample.points if kind == "C"} == {"一", "二"}


def test_a_number_with_nothing_behind_it_is_no_measure() -> None:
    problems = "个人对照检查材料\n一、存在的问题\n1.笔记记得少。\n2.下村少。\n"
    text = f"{problems}二、整改措施\n1.每周补记。\n2.每月下村两天。\n3.\n"
    (read,) = api.interpret(Source(text))
    assert [each.action.of(text) for each in read.measures] == ["每周补记", "每月下村两天"]


OF_ASPECTS = """院长个人对照检查材料
现检查如下。
一、对照查摆的问题
（一）理想信念方面
党委学习带着病历去批，一心二用。
（二）组织纪律方面
{denial}
（三）安全方面
检查走过场，去了三次，没有发现仓库漏雨的问题。
二、原因剖析
一方面，身子沉了。心里先给自己开了假条。另一方面，把报表当成了平安。再者，对权力想得少。觉得签字不过是走程序。还有，同职工的感情淡了。
三、整改措施
1.每月读完一本书。
2.每周到科室两次。
"""


@pytest.mark.parametrize(
    "denial",
    [
        "去年外出学术会议均按规定报批，经自查没有发现这方面的突出问题。",
        "个人有关事项如实填报，没有上述情形。",
        "对照检查，未发现此类问题。",
    ],
)
def test_an_aspect_in_which_nothing_was_found_has_no_problem(denial: str) -> None:
    text = OF_ASPECTS.format(denial=denial)
    (read,) = api.interpret(Source(text))
    assert [each.span.of(text)[:4] for each in read.problems] == ["党委学习", "检查走过"]


def test_causes_go_on_with_further_words_in_one_paragraph() -> None:
    text = OF_ASPECTS.format(denial="外出两次没有请假。")
    (read,) = api.interpret(Source(text))
    assert [each.span.of(text)[:3] for each in read.causes] == [
        "一方面",
        "另一方",
        "再者，",
        "还有，",
    ]
    assert len(read.problems) == 3
