"""A mark in the text suppresses the findings of its line, or of the next. ⟦ ⟧ is what is still reported."""

from __future__ import annotations

import pytest
from planted_rules import optional, places, planted, whole


@pytest.mark.parametrize(
    "text",
    [
        "⟦甲⟧\n甲 <!-- 对照：略 -->\n⟦甲⟧",
        "⟦甲⟧\n<!-- 对照：略 -->\n甲\n⟦甲⟧",
        "<!-- 对照：略 -->甲\n⟦甲⟧",
        "甲 <!-- duizhao: ignore -->",
        "甲 <!--对照:略-->",
        "⟦甲⟧\n  <!-- 对照：略 -->  \n甲",
        "⟦甲⟧\n<!-- 对照：略 -->",
        "<!-- 对照：略 -->\r\n甲\r\n⟦甲⟧",
    ],
)
def test_mark_behind_text_holds_for_its_line_and_alone_for_the_next(text: str) -> None:
    found, expected = places(text, planted)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "甲⟦丙⟧ <!-- 对照：略 DZ991 -->",
        "⟦甲⟧丙 <!-- 对照：略 DZ993 -->",
        "甲丙 <!-- 对照：略 DZ991、DZ993 -->",
        "甲丙 <!-- 对照：略 DZ991 DZ993 -->",
        "甲丙 <!-- 对照：略 DZ991，DZ993 -->",
        "甲丙 <!-- 对照：略 DZ9 -->",
        "⟦甲⟧⟦丙⟧ <!-- 对照：略 DZ3 -->",
        "甲丙 <!-- 对照：略 DZ991 --> <!-- 对照：略 DZ993 -->",
        "<!-- 对照：略 DZ991 -->\n甲丙 <!-- 对照：略 DZ993 -->",
        "<!-- 对照：略 DZ991 -->\n甲⟦丙⟧\n⟦甲⟧丙 <!-- 对照：略 DZ993 -->",
    ],
)
def test_mark_with_codes_holds_for_these_alone(text: str) -> None:
    found, expected = places(text, planted, optional)
    assert found == expected


@pytest.mark.parametrize(
    "mark",
    ["<!-- 略 -->", "<!-- 对照 -->", "<!-- 对照：略 dz991 -->", "对照：略", "<!-- 对照：略 DZ991"],
)
def test_other_comments_suppress_nothing(mark: str) -> None:
    found, expected = places(f"⟦甲⟧ {mark}", planted)
    assert found == expected


def test_finding_over_several_lines_belongs_to_the_line_where_it_begins() -> None:
    text = "一二三 <!-- 对照：略 -->\n四五六"
    found, _ = places(text, whole)
    assert found == []
    found, _ = places("一二三\n四五六 <!-- 对照：略 -->", whole)
    assert len(found) == 1
