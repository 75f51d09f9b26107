"""Causes and measures are near to the problems that they go with, though they share no word."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import pytest
from tools.fit_answer_vectors import FOLDERS, LinkedList, known_lists

from duizhao.statement import Reason
from duizhao.statement.links.answer_vectors import (
    DIMENSIONS,
    OF_CAUSES,
    OF_MEASURES,
    nearness,
    vectors,
)
from duizhao.statement.links.weighed_links import pieces_of

from .reading import interpreted

LEAST_RIGHT = {OF_CAUSES: 0.85, OF_MEASURES: 0.8}
APART = [
    (OF_CAUSES, "下乡只走公路边的几户，山上的人家没有去过", "坐惯了办公室，同老百姓的感情淡了", "利润看得重"),
    (OF_CAUSES, "收了供应商两条烟", "总觉得人情往来算不了什么，纪律的弦松了", "读书少，坐不下来"),
    (OF_CAUSES, "信访积案挂了三年没有动", "怕担责任，碰到矛盾就绕着走", "讲排场，不心疼经费"),
    (OF_MEASURES, "会议多、文件长", "能合并的合并，讲话不超过半小时", "每月到菜农家住一晚"),
    (OF_MEASURES, "下属出差超标报销，我没有过问", "票据逐张核，该退的退", "每晚读一个小时原著"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "problem", "own", "other"), APART)
def test_the_own_answer_is_nearer_than_another(
    file: Path, problem: str, own: str, other: str
) -> None:
    of_problems, of_answers = vectors(file)
    told = of_problems.of(pieces_of(problem))
    near, far = (nearness(told, of_answers.of(pieces_of(each))) for each in (own, other))
    assert near > far


@pytest.mark.parametrize("file", FOLDERS)
def test_lists_are_well_formed_and_the_file_was_fitted_to_them(file: Path) -> None:
    lists = known_lists(FOLDERS[file])
    assert len(lists) > 500
    of_problems, of_answers = vectors(file)
    right = [
        is_own for each in lists for is_own in _nearest_are_own(each, of_problems.of, of_answers.of)
    ]
    assert sum(right) / len(right) > LEAST_RIGHT[file]


def _nearest_are_own(of: LinkedList, of_problem, of_answer) -> list[bool]:  # type: ignore[no-untyped-def]
    answers = [of_answer(pieces_of(each)) for each in of.answers]
    found = []
    for problem, linked in zip(of.problems, of.linked, strict=True):
        if linked.any():
            told = of_problem(pieces_of(problem))
            near = [nearness(told, each) for each in answers]
            found.append(bool(linked[near.index(max(near))]))
    return found


def test_a_text_without_a_known_piece_and_one_with_all_have_vectors_too() -> None:
    of_problems, _ = vectors(OF_CAUSES)
    assert of_problems.of(frozenset()) == (0.0,) * DIMENSIONS
    lines = OF_CAUSES.read_text(encoding="utf-8").splitlines()[1:]
    every = frozenset(line.partition(" ")[0] for line in lines)
    apart = [of_problems.of({piece}) for piece in every]
    whole = of_problems.of(every)
    # Each alone is a sum over the root of 2.
    means = [sum(each) * sqrt(2) / sqrt(len(every) + 1) for each in zip(*apart, strict=True)]
    assert whole == pytest.approx(means)


def test_a_link_by_vectors_shows_the_words_that_go_together() -> None:
    read = interpreted(
        "个人对照检查材料\n一、存在的问题\n一是原著没有通读，集体学习时常请假。\n二是护林员的宿舍漏雨，我拖了一个月没有去看。\n"
        "三是收了木材商一箱土特产。\n四是评优时给熟人多打了分。\n二、原因分析\n一是坐惯了办公室，不把下面的冷暖放在心上，同大家的感情淡了。\n"
        "二是纪律的弦松了，以为小节无妨。\n三是信念上的功夫下得浅，以干代学。\n四是抹不开情面。\n",
        "generic",
    )
    found = {
        (read.problems.index(link.problem), read.causes.index(link.answer)): link  # type: ignore[arg-type]
        for link in read.links
    }
    assert found.keys() == {(0, 2), (1, 0), (2, 1), (3, 3)}
    near = [link for link in found.values() if link.reason is Reason.NEAR]
    assert near
    assert all("—" in term for link in near for term in link.terms)
