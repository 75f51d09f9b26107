"""Rules that look at headings, items and problems stay linear on texts made of nothing else."""

from __future__ import annotations

import pytest

import duizhao.rules
from cost import assert_costs_less
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

FAMILIES = ("structure", "numbering", "concreteness")
OPENING = "个人对照检查材料\n现将有关情况报告如下：\n一、存在的问题\n"
LENGTH = 40_000
# Seconds on the reference machine. A quadratic rule takes several for this length, a linear one a tenth.
LIMIT = 1.5
GENERIC = shipped().named("generic")
RULES = [rule for rule in collect(duizhao.rules) if rule.family in FAMILIES]
LINTER = Linter(RULES, [GENERIC], GENERIC)


@pytest.mark.parametrize(
    "piece",
    [
        "（二）学习方面\n没有通读。\n",
        "（一）学习方面\n三是没有通读。第五，调研少。\n",
        "二是没有通读。四是调研少。",
        "（一)学习方面。\n没有通读。\n",
        "一是班子，我",
        "项目",
        "有的同志学习，",
        "多次，",
        "因工作忙，",
        "以下三个问题：一是学习。\n",
        "征求意见，六个方面，局党组认真",
        "但能够坚持，有时",
    ],
)
def test_one_piece_repeated_takes_linear_time(piece: str) -> None:
    readings = LINTER.readings(Source(OPENING + piece * (LENGTH // len(piece))))
    assert sum(1 for reading in readings for _ in LINTER.hits(reading)) <= LENGTH
    assert_costs_less(lambda: [list(LINTER.hits(reading)) for reading in readings], LIMIT)
