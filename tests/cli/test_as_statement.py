"""--as-statement and its key: a file that does not look like a statement is taken for one where the user says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Call

SUMMARY = """\
2024年个人工作总结
一、存在的问题
一是学习不够系统，集中学习缺席三次。
二是急躁，与群众争吵一次。
二、下一步打算
一是每月自学一本书。
"""


@pytest.fixture(autouse=True)
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("总结.txt").write_text(SUMMARY, encoding="utf-8")


def test_report_says_how_to_insist(call: Call) -> None:
    ran = call("check", "总结.txt")
    assert "DZ101" in ran.out
    assert "标题是“总结”一类，不是对照检查材料；确是这种材料的，加 --as-statement 再查" in ran.out


def test_title_that_the_finding_advises_is_enough(call: Call) -> None:
    assert "标题写明“对照检查材料”一类的名称" in "".join(call("check", "总结.txt").out.split())
    renamed = SUMMARY.replace("2024年个人工作总结", "对照检查材料")
    Path("总结.txt").write_text(renamed, encoding="utf-8")
    assert "DZ101" not in call("check", "总结.txt").out


def test_file_is_checked_as_a_statement_where_the_user_insists(call: Call) -> None:
    ran = call("check", "总结.txt", "--as-statement")
    assert "DZ101" not in ran.out
    assert "查摆的问题 2 个" in ran.out


def test_ledger_takes_a_row_for_each_problem_where_the_user_insists(call: Call) -> None:
    assert "加 --as-statement" in call("ledger", "总结.txt", "-o", "空.xlsx").err
    assert "问题 2 个" in call("ledger", "总结.txt", "-o", "满.xlsx", "--as-statement").err


@pytest.mark.parametrize(("glob", "is_taken"), [("总结*", True), ("班子/*", False)])
def test_key_names_the_files(call: Call, glob: str, is_taken: bool) -> None:
    Path("duizhao.toml").write_text(f'as-statement = ["{glob}"]\n', encoding="utf-8")
    assert ("DZ101" not in call("check", "总结.txt").out) is is_taken
