"""What becomes of a text's parts: roles, faces, places; and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import drawn, plan

from duizhao.layout import Role
from duizhao.read import read
from duizhao.text.digest import digest
from duizhao.typeset import Block

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "../shared/seeds").resolve().glob("*.txt"))
SAMPLES = [*sorted((ROOT / "examples").glob("*.txt")), *SEEDS]

PIECES = [
    "一、", "二、", "（一）", "(二)", "1.", "（1）", "①", "一是", "二是", "第一，", "首先", "第一篇", "【篇二】",
    "范文一：", "存在的问题", "整改措施", "个人对照检查材料", "各位同志：", "局长 张某某", "（2023年12月）",
    "2024年1月5日", "附件：", "附件1", "1.清单", "附件", "目录", "学习不够深入", "平时", "##paidbegin##",
    "<!-- 对照：略 -->", "www.x.cn", "本文由网友整理", "“", "。", "；", "：", "，", "\n", "\r\n", "\r", "\n\n",
    " ", "　", "\t", "\u200b", "\ufeff", "\U0001f600", "# ", "abc", "3.5%", "县水务局党组", "\x85", "\x0b",
]  # fmt: skip
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=50).map("".join))


def solid(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=600, deadline=None)
@given(texts)
def test_every_character_that_is_no_blank_stays_in_its_order(text: str) -> None:
    assert solid("".join(block.text for block in plan(text))) == solid(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_runs_hold_their_spans_and_no_block_is_empty(text: str) -> None:
    for block in plan(text):
        assert block.text.strip()
        for run in block.runs:
            assert solid(run.text) == solid(run.span.of(text))
            assert not set("\r") & set(run.text)
            assert "\n" not in run.text or run.role in (Role.TITLE, Role.ATTACHMENT_TITLE)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_real_text_keeps_its_digest(path: Path) -> None:
    source = read(path)
    assert digest("".join(block.text for block in plan(source.text))) == digest(source.text)


def role_of(text: str, words: str) -> Role:
    return next(block.role for block in plan(text) if words in block.text)


def block_with(text: str, words: str) -> Block:
    return next(block for block in plan(text) if words in block.text)


FULL = """\
县水务局党组成员个人对照检查材料
副局长　周明远
（2024年1月8日）
各位同志：
现将有关情况报告如下。
一、存在的问题
（一）理论学习方面
1.学习不够。
（1）读书少。
二、原因剖析
（一）学习抓得不紧。没有读原文。
附件：
1.整改清单
2.责任表
县水务局党组
2024年1月8日
附件1
整改清单
逐项列明。
"""


def test_every_part_has_its_role() -> None:
    assert drawn(plan(FULL)) == [
        "title: 县水务局党组成员个人对照检查材料",
        "role-line: 副局长　周明远",
        "date-line: （2024年1月8日）",
        "salutation: 各位同志：",
        "body: 现将有关情况报告如下。",
        "heading-1: 一、存在的问题",
        "heading-2: （一）理论学习方面",
        "heading-3: 1.学习不够。",
        "heading-4: （1）读书少。",
        "heading-1: 二、原因剖析",
        "body: [heading-2:（一）学习抓得不紧。]没有读原文。",
        "attachment-note: 附件：1.整改清单",
        "attachment-note: 2.责任表",
        "signature: 县水务局党组",
        "date: 2024年1月8日",
        "attachment-label: 附件1",
        "attachment-title: 整改清单",
        "body: 逐项列明。",
    ]


def test_blank_lines_stand_where_the_standard_puts_them() -> None:
    above = {block.text: block.above for block in plan(FULL) if block.above}
    assert above == {"各位同志：": 1, "附件：1.整改清单": 1, "县水务局党组": 1, "整改清单": 1}
    assert [block.text for block in plan(FULL) if block.new_page] == ["附件1"]


def test_numbers_of_attachments_stand_below_each_other() -> None:
    first, second = (block for block in plan(FULL) if block.role is Role.ATTACHMENT_NOTE)
    assert (first.left, first.first) == (6, -4)
    assert (second.left, second.first) == (6, -1)


@pytest.mark.parametrize(
    ("name", "date", "right"),
    [
        ("县水务局党组", "2024年1月8日", (2, 0)),
        ("中共云溪县水务局党组", "2024年1月8日", (2, 4)),
        ("周明远", "2024年1月8日", (7, 2)),
        ("周明远", "2024年12月18日", (8, 2)),
    ],
)
def test_date_begins_two_characters_right_of_the_signature(
    name: str, date: str, right: tuple[float, float]
) -> None:
    text = f"个人对照检查材料\n一、问题\n学习不够。\n{name}\n{date}\n"
    assert (block_with(text, name).right, block_with(text, date).right) == right


def test_debris_before_a_heading_leaves_it_a_heading() -> None:
    text = "个人对照检查材料\n一、存在的问题\n（一）甲方面\n一是不够。\n##paidbegin##（二）乙方面\n一是不够。\n"
    assert "heading-2: [body:##paidbegin##]（二）乙方面" in drawn(plan(text))


def test_last_paragraph_is_no_signature() -> None:
    text = "个人对照检查材料\n一、问题\n学习不够。\n二、措施\n我将每周学习两小时，请同志们监督。\n"
    assert plan(text)[-1].role is Role.BODY


def test_hard_wraps_and_typed_indents_go() -> None:
    line = "　　我把自学安排在一周的最后忙起来就放下平时读原文少写笔记少\n"
    wrapped = (
        "个人对照检查材料\n"
        + (line + "比如去年应当写读书笔记十二篇实际只写了五篇其余的七篇是后来补\n写的。\n") * 4
    )
    assert [block.role for block in plan(wrapped)] == [Role.TITLE, *[Role.BODY] * 4]
    assert plan(wrapped)[1].text.startswith("我把自学")
    assert "\n" not in plan(wrapped)[1].text


def test_each_statement_of_a_collection_begins_a_page() -> None:
    one = "个人对照检查材料\n一、存在的问题\n" + "一是学习不够深入，平时读原文少。\n" * 8
    text = f"【篇一】\n{one}【篇二】\n{one}"
    assert [block.text for block in plan(text) if block.new_page] == ["【篇二】"]
