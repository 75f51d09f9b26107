"""A unit's own layout in the configuration is what the rules of the layout go by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import Call

UNIT = """\
title = "云溪县水务局版式"
[margins]
top = 30
bottom = 30
[grid]
lines = 25
characters = 26
pitch = 26.8
[roles.title]
face = "华文中宋"
size = 24
[roles.heading-2]
bold = true
[page-number]
odd = "center"
even = "center"
below = 12
[signature]
right = 4
date-offset = 0
[fonts]
"华文中宋" = ["华文中宋"]
"""
TEXT = """\
个人对照检查材料

一、存在的问题
（一）理论学习方面
一是学习前松后紧。我把自学放在周末，只写了5篇笔记。
二、整改措施
一是每周自学2小时，由我在2024年6月底前办完。

云溪县水务局党组
2024年1月8日
"""


@pytest.fixture
def unit(folder: Path) -> Path:
    (folder / "版式.toml").write_text(UNIT, encoding="utf-8")
    (folder / "材料.txt").write_text(TEXT, encoding="utf-8")
    return folder


def findings(call: Call) -> dict[str, str]:
    """The findings of the layout by their codes, each with what it rests on."""
    ran = call("check", "材料.docx", "--select", "DZ7", "--format", "json")
    (file,) = json.loads(ran.out)["files"]
    return {finding["code"]: finding["message"] + finding["source"] for finding in file["findings"]}


def test_deviation_in_the_unit_s_layout_is_no_finding(call: Call, unit: Path) -> None:
    assert call("typeset", "材料.txt", "-o", "材料.docx", "--layout", "版式.toml").code == 0
    by_standard = findings(call)
    assert {"DZ702", "DZ704", "DZ705", "DZ706", "DZ711", "DZ720", "DZ721", "DZ722"} <= set(
        by_standard
    )
    assert "GB/T 9704-2012 5.2.1" in by_standard["DZ702"]
    (unit / "duizhao.toml").write_text('layout = "版式.toml"\n', encoding="utf-8")
    assert findings(call) == {}


def test_figure_of_the_standard_is_one_where_the_unit_deviates(call: Call, unit: Path) -> None:
    assert call("typeset", "材料.txt", "-o", "材料.docx").code == 0
    assert findings(call) == {}
    (unit / "duizhao.toml").write_text('layout = "版式.toml"\n', encoding="utf-8")
    found = findings(call)
    assert {"DZ702", "DZ704", "DZ705", "DZ706", "DZ720", "DZ721", "DZ722"} <= set(found)
    assert all("云溪县水务局版式" in found[code] for code in ("DZ702", "DZ706", "DZ720", "DZ722"))
    assert "应为156×237毫米（云溪县水务局版式）" in found["DZ702"]
