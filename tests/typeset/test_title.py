"""Titles that are too long for a line: whole words, and a shape the standard names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.text.width import width
from duizhao.typeset.title import break_title


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("个人对照检查材料", ["个人对照检查材料"]),
        (
            "2023年主题教育专题民主生活会个人对照检查材料",
            ["2023年主题教育专题民主生活会", "个人对照检查材料"],
        ),
        (
            "2023年第一批主题教育专题民主生活会党委书记局长个人剖析查摆材料",
            ["2023年第一批主题教育专题民主生活会", "党委书记局长个人剖析查摆材料"],
        ),
    ],
)
def test_title_breaks_between_words(title: str, lines: list[str]) -> None:
    assert list(break_title([title], 20)) == lines


def test_lines_of_the_author_are_kept_where_they_fit() -> None:
    assert break_title(["江州市水务局", "个人对照检查材料"], 20) == (
        "江州市水务局",
        "个人对照检查材料",
    )


def test_line_does_not_end_in_a_word_that_leads_on() -> None:
    title = "云溪县水务局党组成员、副局长关于主题教育专题民主生活会的个人对照检查材料"
    assert not any(line.endswith("关于") for line in break_title([title], 20))


@given(
    st.text(
        alphabet="关于主题教育专题民主生活会的个人对照检查材料、“”（）2023年xX县水务局", max_size=70
    )
)
def test_every_line_fits_and_nothing_is_lost(title: str) -> None:
    lines = break_title([title], 20)
    assert "".join(lines) == title.strip() or not title.strip()
    assert len(lines) == 1 or all(width(line) <= 20 for line in lines)
