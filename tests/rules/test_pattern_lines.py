"""Each pattern in a table of patterns finds the example that stands beside it."""

from __future__ import annotations

import re

import pytest

from duizhao.rules.chain import _from_now_on, _seen_to_be_done, _somebody_acts
from duizhao.text.pattern import LazyPattern, examples_with_patterns

TABLES = (_from_now_on, _seen_to_be_done, _somebody_acts)
ROWS = [row for table in TABLES for row in examples_with_patterns(table.LINES)]


@pytest.mark.parametrize(("example", "pattern"), ROWS, ids=[example for example, _ in ROWS])
def test_pattern_finds_its_example(example: str, pattern: str) -> None:
    assert example
    assert re.search(pattern, example)


@pytest.mark.parametrize(
    ("words", "table"),
    [
        ("认真学习，不断提高本领", _from_now_on.FROM_NOW_ON),
        ("把窗台的花盆固定好", _from_now_on.FROM_NOW_ON),
        ("不断提高服务水平", _seen_to_be_done.SEEN_TO_BE_DONE),
        ("把水渠清完", _somebody_acts.SOMEBODY_ACTS),
        ("由于人手少，慢慢补", _somebody_acts.SOMEBODY_ACTS),
    ],
)
def test_other_words_are_not_found(words: str, table: LazyPattern) -> None:
    assert not table.search(words)


def test_a_line_that_is_set_in_goes_on() -> None:
    rows = list(examples_with_patterns("一袋一称  一袋\n  |一车\n\n必接  必接\n"))
    assert rows == [("一袋一称", "一袋|一车"), ("必接", "必接")]
    assert LazyPattern.of_lines("一袋一称  一袋\n  |一车\n必接  必接\n").findall("一车必接") == [
        "一车",
        "必接",
    ]
