"""Sections that no word decides: title, sentences and place are weighed together."""

from __future__ import annotations

import pytest

from duizhao.profiles import ChapterKind
from duizhao.statement.outline.told_kind import weighed_kind

P, C, M = ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES


@pytest.mark.parametrize(
    ("title", "text", "begun", "is_last", "expected"),
    [
        ("身上的刺", "西坡两个月没上去。守卡喝过酒。", set(), False, P),
        ("松下来的道理", "管教十六年没出过事，胆子就大了。觉得轮不上。", {P}, False, C),
        ("拔刺", "西坡每星期上一回，轨迹发群里。", {P, C}, True, M),
        ("那年春天", "河水涨得早。", set(), False, None),
        ("那年春天", "河水涨得早。", {P}, True, None),
        ("往后怎么个活法", "", set(), False, None),
    ],
)
def test_a_section_is_of_the_kind_that_most_speaks_for(
    title: str, text: str, begun: set[ChapterKind], is_last: bool, expected: ChapterKind | None
) -> None:
    assert weighed_kind(title, text, begun, named_faults=False, is_last=is_last) is expected
