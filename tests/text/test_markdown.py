"""What in a Markdown file is syntax."""

from __future__ import annotations

import pytest

from cost import assert_grows_no_faster
from duizhao.text import Marks
from duizhao.text.markdown import markdown_syntax


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("学**深**不够", ["**", "**"]),
        ("运行 `check('甲')` 后", ["`check('甲')`"]),
        ('前\n```\n"甲", 乙\n```\n后', ['```\n"甲", 乙\n```']),
        ("前\n~~~ 没有结束\n甲", ["~~~ 没有结束\n甲"]),
        ("见[办法](a.md)与<br>", ["](a.md)", "<br>"]),
        ("|甲|乙|\n|---|:--|\n", ["|---|:--|"]),
        ("- [ ] 待办\n- [x] 已办", ["- [ ]", "- [x]"]),
        ("甲<!-- 注 -->乙", ["<!-- 注 -->"]),
        ("谈话____次，第****号，2*3，甲 * 乙", []),
    ],
)
def test_syntax_is_found_and_blanks_are_not(text: str, syntax: list[str]) -> None:
    found = [each.of(text) for each in markdown_syntax(text)]
    assert [each for each in found if each != "*"] == syntax


def test_marks_outside_spans_keep_those_that_touch_none() -> None:
    marks = Marks({"one": [(0, 2), (3, 5), (6, 8)], "two": [(4, 5)]})
    assert marks.outside([(2, 4), (5, 6)]).found == {"one": [(0, 2), (6, 8)], "two": [(4, 5)]}
    assert marks.outside([]).found == marks.found


@pytest.mark.parametrize("unit", ["-", " ", "`", "~", "|-", "<", "](", "*甲", "_"])
def test_long_line_is_read_in_time_that_grows_with_it(unit: str) -> None:
    less, more = (f"{unit * count}甲" for count in (2_000, 16_000))
    assert_grows_no_faster(
        lambda: [*markdown_syntax(less)], lambda: [*markdown_syntax(more)], times=14, fixed=0.02
    )
