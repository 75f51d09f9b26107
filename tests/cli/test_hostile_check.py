"""The worst texts that may be read end in a normal result, soon and in little memory; what is longer, in one line."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from duizhao import api
from hostile import bombs, texts
from hostile.archive import STORED, Entry
from hostile.cases import CASES, RESULT, Case
from hostile.process import MEGABYTES, TRIES, Ran, run
from hostile.word import save

SUFFIXES = {"text": "txt"}
OPENING = "个人对照检查材料\n一、存在的问题\n一是学习不够。\n二、整改措施\n一是学习。\n"
UNITS = [
    "一、\n", "一是甲\n", "（", "“", "xx。", "于部职工", "【篇一】\n一是甲\n", "（一）理论学习方面\n一是学习不够。\n",
    "<!-- 对照：略 -->\nxx\n", "比如，3月5日，",
]  # fmt: skip


def check(file: Path, form: str, tries: int = TRIES) -> Ran:
    """Check a file; the report goes beside it."""
    output = report_of(file, form)
    asked = "--no-progress", "--format", form, "-o", str(output)
    return run(file.parent, "check", str(file), *asked, tries=tries)


def report_of(file: Path, form: str) -> Path:
    return file.with_name(f"{file.stem}的报告.{SUFFIXES.get(form, form)}")


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_the_longest_text_of_one_unit_is_checked_soon_and_in_little_memory(
    unit: str, tmp_path: Path
) -> None:
    file = tmp_path / "长.txt"
    file.write_text(texts.longest(OPENING, unit), encoding="utf-8")
    ran = check(file, "json")
    ran.assert_modest()
    assert ran.code in (0, 1), ran.said


SIGNED = OPENING + "周明远\n2024年1月8日\n"


@pytest.mark.parametrize(
    "unit", ["一是甲\n", "一是下乡听汇报多，全年只有4次住下来，石桥村缺水。\n"]
)
def test_the_longest_text_is_soon_compared_with_documents_that_repeat_it(
    unit: str, tmp_path: Path
) -> None:
    pytest.importorskip("numpy", reason="the extra `screen` is not installed")
    text = texts.longest(SIGNED, unit)
    index = api.ScreenIndex(tmp_path / "索引")
    for number, person in enumerate(["周明远", "李静", ""]):
        label = api.DocumentLabel(person=person, year="2022")
        index.add(text[: len(text) // 2 + number], f"{number}.txt", label)
    index.close()
    (tmp_path / "duizhao.toml").write_text('[screen]\nindex = "索引"\n', encoding="utf-8")
    (tmp_path / "长.txt").write_text(text, encoding="utf-8")
    ran = run(tmp_path, "check", "长.txt", "--format", "json")
    ran.assert_modest()
    assert ran.code in (0, 1), ran.said


def test_a_text_of_fifty_megabytes_on_one_line_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "长.txt"
    with file.open("wb") as target:
        for _ in range(50):
            target.write(b"a" * 1_000_000)
    ran = check(file, "text")
    ran.assert_modest()
    assert ran.code == 2
    (told,) = [
        line
        for line in report_of(file, "text").read_text(encoding="utf-8").splitlines()
        if "超过上限" in line
    ]
    assert "长.txt" in told


EVERY_CASE = sorted(CASES, key=lambda case: f"{case.__module__}.{case.__name__}")
HEAVIEST = [bombs.up_to_every_limit, bombs.of_tabs, bombs.of_lists, texts.one_line_up_to_the_limit]


@pytest.mark.parametrize("case", HEAVIEST, ids=lambda case: case.__name__)
def test_the_heaviest_hostile_files_are_checked_soon_and_in_little_memory(
    case: Case, tmp_path: Path
) -> None:
    ran = check(case(tmp_path), "html")
    ran.assert_modest()
    assert ran.code == 1, ran.said


def test_a_folder_of_all_hostile_files_names_what_each_suffers_from(tmp_path: Path) -> None:
    for number, case in enumerate(EVERY_CASE):
        (tmp_path / f"{number:03}").mkdir()
        case(tmp_path / f"{number:03}")
    ran = check(tmp_path, "json", tries=1)
    ran.assert_clean()
    assert ran.code == 2
    assert ran.megabytes <= MEGABYTES
    report = json.loads(report_of(tmp_path, "json").read_text(encoding="utf-8"))
    reasons = {failure["name"]: failure["reason"] for failure in report["failures"]}
    reasons |= {file["name"]: RESULT for file in report["files"]}
    told = {Path(name).parent.name: reason for name, reason in reasons.items()}
    for number, case in enumerate(EVERY_CASE):
        assert re.search(CASES[case], told[f"{number:03}"]), case
        assert told[f"{number:03}"].isprintable()


def test_a_folder_of_things_that_are_no_files_is_gone_through(tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    (folder / "空.docx").mkdir(parents=True)
    (folder / "断.docx").symlink_to("无.docx")
    (folder / "圈.txt").symlink_to("圈.txt")
    (folder / "环").symlink_to(folder)
    (folder / "零.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "管.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "座.md"))
    (folder / "好.txt").write_text(OPENING, encoding="utf-8")
    ran = check(folder, "json")
    ran.assert_modest()
    assert ran.code == 2
    assert ran.said.endswith("查了 1 份、读不了 5 份、没有查 1 份（快捷方式 1 份）\n")
    report = json.loads(report_of(folder, "json").read_text(encoding="utf-8"))
    assert [Path(file["name"]).name for file in report["files"]] == ["好.txt"]
    unread = {Path(failure["name"]).name for failure in report["failures"]}
    assert unread == {"断.docx", "圈.txt", "零.txt", "管.txt", "座.md"}


@pytest.mark.parametrize("piece", ["学习不深".encode(), b"\0", b"\xd0\xcf\x11\xe0", b"PK\x03\x04"])
def test_a_hundred_megabytes_on_standard_input_are_refused_in_one_line(
    piece: bytes, tmp_path: Path
) -> None:
    block = piece * (1_000_000 // len(piece))
    ran = run(tmp_path, "check", "-", feed=[block] * 100)
    ran.assert_modest()
    assert ran.code == 2
    assert ran.said == "错误：标准输入：超过 32 MB；请存成文件再检查\n"


def test_standard_input_that_is_closed_is_said() -> None:
    command = f"{sys.executable} -m duizhao check - <&-"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("错误：标准输入没有打开")


def test_a_word_file_with_large_pictures_is_read_from_standard_input(tmp_path: Path) -> None:
    picture = Entry("word/media/image1.png", bytes(5_000_000), 5_000_000, 0, STORED)
    data = save(tmp_path, added=(picture,)).read_bytes()
    command = [sys.executable, "-m", "duizhao", "check", "-", "--format", "json"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    (file,) = json.loads(done.stdout)["files"]
    assert (file["name"], file["format"]) == ("标准输入", "docx")
