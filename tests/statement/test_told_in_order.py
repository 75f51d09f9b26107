"""The order of two lists, told against every way in which one can go to the other."""

from __future__ import annotations

from itertools import product
from math import exp, isclose, log

import pytest

from duizhao.statement import Measure
from duizhao.statement.links.told_in_order import (
    FURTHEST_BACK,
    FURTHEST_ON,
    Order,
    chances_in_order,
)

from .reading import TITLE, interpreted

ORDER = Order(0.7, (-1.3, -1.0, -0.2, 1.4, 0.6, 0.1, -0.4), -0.3)
LISTS = [
    [[0.4]],
    [[1.0, 2.0, 0.5]],
    [[3.0], [0.2], [1.0]],
    [[4.0, 0.5, 1.0], [0.2, 1.5, 3.0], [1.0, 1.0, 1.0], [0.1, 2.0, 6.0]],
    [[1.0, 2.0, 0.3, 0.3, 5.0, 9.0], [7.0, 0.1, 0.1, 1.0, 1.0, 1.0], [1.0, 1.0, 4.0, 1.0, 0.2, 0.1]],
]  # fmt: skip


def weight_of(path: tuple[int | None, ...], odds: list[list[float]], *, is_in_order: bool) -> float:
    """What speaks for one way in which each item goes to an item of the other list, or to none."""
    weight, last = 1.0, -1
    for row, to in zip(odds, path, strict=True):
        if to is None:
            weight *= exp(ORDER.nowhere)
        else:
            step = min(max(to - last, FURTHEST_BACK), FURTHEST_ON) - FURTHEST_BACK
            weight *= row[to] * (exp(ORDER.steps[step]) if is_in_order else 1.0)
            last = to
    return weight


@pytest.mark.parametrize("odds", LISTS, ids=["one", "row", "column", "four of three", "six"])
def test_chances_are_those_of_all_ways_together(odds: list[list[float]]) -> None:
    items: list[int | None] = [None, *range(len(odds[0]))]
    paths = {
        path: exp(ORDER.kept) * weight_of(path, odds, is_in_order=True)
        + weight_of(path, odds, is_in_order=False)
        for path in product(items, repeat=len(odds))
    }
    whole = sum(paths.values())
    for row, chances in enumerate(chances_in_order(odds, ORDER)):
        for to, chance in enumerate(chances):
            own = sum(weight for path, weight in paths.items() if path[row] == to)
            assert isclose(chance, own / whole)


def test_much_that_speaks_for_every_pair_stays_a_chance() -> None:
    rows = chances_in_order([[exp(30.0)] * 30] * 30, ORDER)
    assert all(0 <= chance <= 1 for row in rows for chance in row)
    assert all(log(sum(row)) < 1e-9 for row in rows)


FAULTS = (
    "一是渡口的缆绳磨断了两股没有换。\n二是三季度的账目没有公示。\n三是新来的小邓想家，我没有问过。\n"
    "四是低保名单里两户已经买了车。\n五是值班室夜里两回没有人接电话。\n六是农具库漏雨泡了种子。\n"
)
MEASURES = (
    "一是缆绳磨断的当天换下。\n二是每季度头五天把账目公示出来。\n三是两户退回多领的钱，名单同车辆信息逐户比。\n"
    "四是夜里由老成打来试，两声没接就扣绩效。\n五是农具库换瓦，漏雨的种子另买。\n"
)


def test_measures_go_on_with_the_problems_though_one_has_none() -> None:
    read = interpreted(f"{TITLE}一、存在的问题\n{FAULTS}二、整改措施\n{MEASURES}", "generic")
    links = {
        read.measures.index(link.answer): read.problems.index(link.problem)
        for link in read.links
        if isinstance(link.answer, Measure)
    }
    assert links == {0: 0, 1: 1, 2: 3, 3: 4, 4: 5}


def test_a_problem_that_a_measure_may_be_meant_for_is_no_gap() -> None:
    read = interpreted(f"{TITLE}一、存在的问题\n{FAULTS}二、整改措施\n{MEASURES}", "generic")
    missed = read.problems[2]
    assert not read.is_answered(missed, Measure)
    assert not read.may_be_answered(missed, Measure)
    assert read.may_be_answered(read.problems[4], Measure)
