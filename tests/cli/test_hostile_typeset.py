"""The worst texts end in a typeset file or in one line, soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.process import run
from hostile.texts import longest

OPENING = "个人对照检查材料\n一、存在的问题\n一是学习不够。\n二、整改措施\n一是学习。\n"
UNITS = [
    "一、\n",
    "一是甲不够\n",
    "（",
    "字",
    "附件1\n",
    "##ab##",
    "\u200b\n",
    "# 一\n",
    "　",
    "a\n",
]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_longest_text_ends_soon_and_in_little_memory(unit: str, tmp_path: Path) -> None:
    (tmp_path / "长.txt").write_text(longest(OPENING, unit), encoding="utf-8")
    ran = run(tmp_path, "typeset", "--no-progress", "长.txt", "-o", "排版.docx")
    ran.assert_modest()
    assert ran.code in (0, 2), ran.said
    assert (ran.code == 0) == (tmp_path / "排版.docx").exists()
