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
