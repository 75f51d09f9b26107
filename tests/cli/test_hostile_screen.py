"""Hostile files into an index and against it: filed or refused in one line, soon and in little memory."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import COPIED, prose

from duizhao import api
from duizhao.read import MAX_CHARACTERS
from hostile.cases import CASES, RESULT
from hostile.process import run
from hostile.texts import longest

EMPTY = "文件里没有文字"
REFRAINS = ["一是甲\n", COPIED, "，", "\0", "“", "𠮷", "甲\u200b乙\u202e"]


def test_a_folder_of_hostile_files_is_filed_or_refused_one_by_one(tmp_path: Path) -> None:
    for number, case in enumerate(CASES):
        folder = tmp_path / "材料" / f"{number:03}"
        folder.mkdir(parents=True)
        case(folder)
    asked = "--index", "查重", "--no-progress", "-v"
    ran = run(tmp_path, "screen", "add", "材料", *asked, tries=1)
    ran.assert_clean()
    assert ran.code == 2
    for number, said in enumerate(CASES.values()):
        lines = [line for line in ran.said.splitlines() if f"/{number:03}/" in line]
        # What others can check, blank as it may be, is nothing to file.
        reason = EMPTY if said == RESULT else said
        assert len(lines) in range(said != RESULT, 2), (number, said, lines)
        assert not lines or re.search(reason, lines[0])
    listed = run(tmp_path, "screen", "list", "--index", "查重", "--format", "json")
    listed.assert_modest()
    joined = run(tmp_path, "screen", "join", "--index", "查重", "-o", "果.html")
    joined.assert_modest()


@pytest.mark.parametrize("unit", REFRAINS, ids=repr)
def test_the_longest_text_of_one_unit_is_compared_soon_and_in_little_memory(
    unit: str, tmp_path: Path
) -> None:
    text = longest(prose(1, 500), unit)[:-10]
    for name, words in (("甲", text), ("乙", text + "又及。"), ("丙", COPIED + text[:1000])):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    run(tmp_path, "screen", "add", "甲.txt", "丙.txt", "--index", "查重").assert_modest()
    ran = run(tmp_path, "screen", "check", "乙.txt", "--index", "查重", "-o", "果.html")
    ran.assert_modest()
    assert (tmp_path / "果.html").exists() == (ran.code != 2), ran.said


def test_a_longest_reworded_copy_is_compared_soon(tmp_path: Path) -> None:
    text = prose(1, MAX_CHARACTERS - 10)
    copy = "".join("改" if at % 10 == 3 else letter for at, letter in enumerate(text))
    index = api.ScreenIndex(tmp_path / "查重")
    index.add(text, "原文")
    index.close()
    (tmp_path / "乙.txt").write_text(copy, encoding="utf-8")
    ran = run(tmp_path, "screen", "check", "乙.txt", "--index", "查重", "-f", "json")
    ran.assert_modest()
    (match,) = json.loads(ran.said)["matches"]
    assert match["share"] > 0.99
