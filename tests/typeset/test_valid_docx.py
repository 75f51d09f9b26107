"""Every part of a .docx that we set is what the schema of WordprocessingML allows."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import plan

from duizhao import api
from duizhao.layout import standard_layout
from duizhao.typeset.docx import write_docx
from valid import faults

EXAMPLES = Path(__file__).parents[2] / "examples"
LINES = st.sampled_from([
    "个人对照检查材料", "县水务局党组成员　周明远", "（2024年1月8日）", "各位领导、同志们：", "一、存在的问题",
    "（一）学习抓得不紧。没有读“原文”——只读<摘要> & 目录。", "1. 第一项", "（1）甲\t乙", "①丙", "一是丁；二是戊。",
    "", "附件：1. 清单", "　　　2. 说明", "中共云溪县水务局党组", "2024年1月8日", "##paidbegin##", "e\u0301𠀀\u200b",
])  # fmt: skip


@pytest.mark.parametrize("name", ["faulty.txt", "good.txt", "faulty.docx", "good.docx"])
def test_examples_are_set_as_the_schema_says(name: str) -> None:
    data = api.Typesetter().typeset(api.read(EXAMPLES / name), api.Checker()).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {"word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml"} <= set(
            package.namelist()
        )  # fmt: skip
    assert faults(data) == set()


@settings(max_examples=30)
@given(st.lists(LINES, min_size=1, max_size=12))
def test_any_text_is_set_as_the_schema_says(lines: list[str]) -> None:
    blocks = plan("\n".join(lines))
    if blocks:
        assert faults(write_docx(blocks, standard_layout())) == set()


@pytest.mark.parametrize(
    "deviation",
    [
        "[fonts]\n仿宋 = [\"方正仿宋_GBK\"]\n",
        "[margins]\ntop = 35\n",
        "[grid]\nlines = 20\n",
    ],
)  # fmt: skip
def test_layout_of_a_unit_is_set_as_the_schema_says(deviation: str, tmp_path: Path) -> None:
    own = tmp_path / "版式.toml"
    own.write_text(deviation.replace("仿宋 =", '"仿宋" ='), encoding="utf-8")
    data = api.Typesetter(layout=own).typeset(api.read(EXAMPLES / "good.txt"), api.Checker()).data
    assert faults(data) == set()
