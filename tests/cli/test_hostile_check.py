"""The worst texts that may be read end in a normal result, soon and in little memory; what is longer, in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from duizhao.read import MAX_CHARACTERS

SECONDS = 5.0
MEGABYTES = 400
OPENING = "个人对照检查材料\n一、存在的问题\n一是学习不够。\n二、整改措施\n一是学习。\n"
UNITS = [
    "一、\n", "一是甲\n", "（", "“", "xx。", "于部职工", "【篇一】\n一是甲\n", "（一）理论学习方面\n一是学习不够。\n",
    "<!-- 对照：略 -->\nxx\n", "比如，3月5日，",
]  # fmt: skip


def check(file: Path, form: str) -> tuple[int, float, float, str]:
    """Exit code, CPU seconds, peak megabytes and what was said on standard error."""
    command = [sys.executable, "-m", "duizhao", "check", str(file), "--no-progress"]
    child = subprocess.Popen(
        [*command, "--format", form, "-o", str(file.with_suffix(".out"))],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert child.stderr is not None
    said = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_the_longest_text_of_one_unit_is_checked_soon_and_in_little_memory(
    unit: str, tmp_path: Path
) -> None:
    file = tmp_path / "长.txt"
    text = OPENING + unit * (MAX_CHARACTERS // len(unit))
    file.write_text(text[:MAX_CHARACTERS], encoding="utf-8")
    code, seconds, megabytes, said = check(file, "json")
    assert code in (0, 1), said
    assert "Traceback" not in said
    # A machine at work counts more seconds for the same steps.
    assert seconds <= 2 * SECONDS
    assert megabytes <= MEGABYTES


def test_a_text_of_fifty_megabytes_on_one_line_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "长.txt"
    with file.open("wb") as target:
        for _ in range(50):
            target.write(b"a" * 1_000_000)
    code, seconds, megabytes, said = check(file, "text")
    assert code == 2
    assert "Traceback" not in said
    (told,) = [
        line
        for line in file.with_suffix(".out").read_text(encoding="utf-8").splitlines()
        if "超过上限" in line
    ]
    assert "长.txt" in told
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
