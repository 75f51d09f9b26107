"""A line that begins with 我 or 本人 is a title where it ends as the name of a paper."""

from __future__ import annotations

import pytest

from duizhao.document import parse
from duizhao.text import Source


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("我在组织生活会上的发言", True),
        ("本人自查情况说明", True),
        ("我的问题", True),
        ("我下决心做如下对照检查", False),
        ("我先说三件没办好的事", False),
    ],
)
def test_title_is_told_from_what_a_person_says(line: str, is_title: bool) -> None:
    read = parse(Source(f"{line}\n水渠漏了五十天，我没有去看。\n秧苗黄了一片。\n"))
    assert [read.of(span) for span in read.title] == ([line] if is_title else [])
