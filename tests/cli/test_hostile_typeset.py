"""The worst texts end in a typeset file or in one line, soon; a killed run leaves a whole file."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from duizhao import api
from duizhao.read import MAX_CHARACTERS
from hostile.process import run

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
KILLS = 50


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_longest_text_ends_soon_and_in_little_memory(unit: str, tmp_path: Path) -> None:
    text = OPENING + unit * (MAX_CHARACTERS // len(unit))
    (tmp_path / "长.txt").write_text(text[:MAX_CHARACTERS], encoding="utf-8")
    ran = run(tmp_path, "typeset", "--no-progress", "长.txt", "-o", "排版.docx")
    ran.assert_modest()
    assert ran.code in (0, 2), ran.said
    assert (ran.code == 0) == (tmp_path / "排版.docx").exists()


def test_killed_at_any_moment_it_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """Fifty runs, each killed at a random moment around the one at which a run writes."""
    (tmp_path / "甲.txt").write_text(OPENING, encoding="utf-8")
    new = api.Typesetter()(api.Checker(), api.read(tmp_path / "甲.txt")).data
    output = tmp_path / "排版.docx"
    command = [sys.executable, "-m", "duizhao", "typeset", "甲.txt", "-o", "排版.docx"]
    start = time.perf_counter()
    subprocess.run(command, cwd=tmp_path, check=True, stderr=subprocess.DEVNULL)
    moment = time.perf_counter() - start
    dice = random.Random(9704)
    seen = set()
    for _ in range(KILLS):
        output.write_bytes(b"old")
        child = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
        time.sleep(moment * dice.uniform(0.7, 1.2))
        child.send_signal(signal.SIGKILL)
        child.wait()
        left = output.read_bytes()
        assert left in (b"old", new)
        seen.add(left)
        # A busy machine is now slower, now quicker: go after the moment, whenever it is.
        moment *= 0.9 if left == new else 1.1
    assert len(seen) == 2
