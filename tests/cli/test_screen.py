"""`duizhao screen`: what a clerk does with an index, from the first file to its removal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import COPIED, prose

from duizhao.cli.commands import run

STATEMENT = """对照检查材料
办公室  张三
一、存在的问题
{}
张三
2024年1月5日
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "材料").mkdir()
    return tmp_path


def screen(*arguments: str, index: str = "查重") -> int:
    return run(["screen", arguments[0], *arguments[1:], "--index", index])


def test_files_are_filed_with_the_label_that_they_give(folder: Path, capsys) -> None:
    Path("材料/甲.txt").write_text(STATEMENT.format(COPIED), encoding="utf-8")
    Path("材料/乙.txt").write_text(prose(1), encoding="gb18030")
    assert screen("add", "材料", "--unit", "办公室") == 0
    assert "收入 2 份，已有同样内容的 0 份" in capsys.readouterr().err
    assert screen("list", "--format", "json") == 0
    entries = {each["name"]: each["label"] for each in json.loads(capsys.readouterr().out)}
    assert entries["材料/甲.txt"]["person"] == "张三"
    assert entries["材料/甲.txt"]["year"] == "2024"
    assert entries["材料/乙.txt"] == {
        "person": "",
        "unit": "办公室",
        "year": "",
        "campaign": "",
        "kind": "statement",
    }


def test_same_files_again_add_nothing_and_a_broken_one_is_named(folder: Path, capsys) -> None:
    Path("材料/甲.txt").write_text(COPIED, encoding="utf-8")
    Path("材料/坏.docx").write_bytes(b"PK\x03\x04nothing")
    assert screen("add", "材料") == 2
    assert screen("add", "材料") == 2
    said = capsys.readouterr().err
    assert "收入 0 份，已有同样内容的 1 份" in said
    assert "读了 1 份、读不了 1 份\n" in said
    assert "坏.docx：" in said


def test_a_list_says_whose_the_files_are(folder: Path, capsys) -> None:
    for name in ("甲", "乙"):
        Path(f"材料/{name}.txt").write_text(prose(ord(name)), encoding="utf-8")
    Path("名单.csv").write_bytes(
        "文件,姓名,年度,类别\n甲.txt,李四,2023,材料\n丙.txt,王五,,\n".encode("gbk")
    )
    assert screen("add", "材料", "--labels", "名单.csv") == 0
    assert "名单里的 丙.txt 不在所给的路径里" in capsys.readouterr().err
    assert screen("list", "--person", "李四") == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 2
    assert rows[1].split()[1:] == ["材料", "李四", "2023", "材料/甲.txt"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("文件,性名\n", "没有“性名”这一列，是不是“姓名”？"),
        ("姓名\n", "并有“文件”一列"),
        ("文件,类别\n甲.txt,别的\n", "第 2 行：类别写“材料”或“范文”"),
        ("", "第一行要写各列的名称"),
    ],
)
def test_a_wrong_list_says_what_is_wrong(folder: Path, capsys, content: str, says: str) -> None:
    Path("名单.csv").write_text(content, encoding="utf-8")
    assert screen("add", "材料", "--labels", "名单.csv") == 2
    assert says in capsys.readouterr().err


def test_a_changed_file_is_told_and_replaced_when_asked(folder: Path, capsys) -> None:
    file = Path("材料/甲.txt")
    for text in (prose(1), prose(2)):
        file.write_text(text, encoding="utf-8")
        assert screen("add", "材料") == 0
    assert "有 1 份文件改过" in capsys.readouterr().err
    assert screen("add", "材料", "--replace") == 0
    assert "移出改动之前的 1 份" in capsys.readouterr().err
    assert screen("stats") == 0
    assert capsys.readouterr().out.startswith("1 份：材料 1\n")


def test_a_document_is_removed_by_its_id_or_its_name(folder: Path, capsys) -> None:
    for name in ("甲", "乙"):
        Path(f"材料/{name}.txt").write_text(prose(ord(name)), encoding="utf-8")
    screen("add", "材料")
    screen("list", "--format", "json")
    entries = json.loads(capsys.readouterr().out)
    assert screen("remove", entries[0]["id"][:6], entries[1]["name"]) == 0
    assert screen("stats", "--format", "json") == 0
    stats = json.loads(capsys.readouterr().out)
    assert (stats["documents"], stats["fingerprints"]) == (0, 0)
    assert screen("remove", "甲") == 2
    assert "索引里没有 甲" in capsys.readouterr().err


def test_without_an_index_it_says_how_to_make_one(folder: Path, capsys) -> None:
    assert screen("list", index="没有") == 2
    assert "请先用 duizhao screen add 建立" in capsys.readouterr().err
    assert not Path("没有").exists()
    assert run(["screen", "list"]) == 2
    assert "请用 --index" in capsys.readouterr().err


def test_a_file_that_is_no_index_is_said_to_be_none(folder: Path, capsys) -> None:
    Path("查重").mkdir()
    Path("查重/screen.sqlite").write_bytes(b"this is no database, and has never been one" * 50)
    assert screen("list") == 2
    assert "不是查重索引" in capsys.readouterr().err
