"""`duizhao screen 今年/ 去年/`: what a clerk does once a year, without an index."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import prose

from duizhao import api
from duizhao.cli.commands import run
from duizhao.cli.screen import once

STATEMENT = """{year}年度民主生活会对照检查材料
云溪县水务局{post}　{person}
一、存在的问题
{body}
云溪县水务局　{person}
{next}年1月5日
"""


def statement(person: str, year: int, body: str, post: str = "副局长") -> str:
    return STATEMENT.format(person=person, year=year, next=year + 1, body=body, post=post)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This year's four statements, two of them from last year's three, and a temporary folder to look into."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "临时").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "临时"))
    write("去年/李建国2023.txt", statement("李建国", 2023, prose(1)))
    write("去年/王丽华2023.txt", statement("王丽华", 2023, prose(2)))
    write("去年/周明远2023.txt", statement("周明远", 2023, prose(2)))
    write("今年/李建国.txt", statement("李建国", 2024, prose(3, 500) + prose(1)[:400]))
    write("今年/王丽华.txt", statement("王丽华", 2024, prose(4)))
    write("今年/赵志强.txt", statement("赵志强", 2024, prose(1)))
    write("今年/孙晓梅.txt", statement("孙晓梅", 2024, prose(5)))
    return tmp_path


def screened(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert run(["screen", *arguments, "-f", "json"]) in (0, 1, 2)
    return json.loads(capsys.readouterr().out)


def pairs(told: dict) -> set[tuple[str, ...]]:
    found = [
        *told["pairs"],
        *(pair for group in told["groups"] for pair in (*group["pairs"], *group["others"])),
    ]
    return {
        (*sorted(Path(each[side]["name"]).stem for side in ("left", "right")), each["relation"])
        for each in found
        if max(each["leftShare"], each["rightShare"]) >= 0.1
    }


def test_this_year_is_compared_with_last_year_and_own_past_is_told_apart(folder, capsys) -> None:
    assert pairs(screened(capsys, "今年", "去年")) == {
        ("李建国2023", "赵志强", "colleague"),
        ("李建国", "李建国2023", "own-past"),
    }
    # Last year's two with one text are left alone; what one has of the other is not.
    assert pairs(screened(capsys, "去年")) == {("周明远2023", "王丽华2023", "colleague")}


def test_what_is_shared_most_comes_first_and_this_year_stands_in_front(folder, capsys) -> None:
    assert run(["screen", "今年", "去年", "-o", "相同段落.html"]) == 1
    page = Path("相同段落.html").read_text(encoding="utf-8")
    assert "今年 4 份，两两相比，也与 去年 3 份相比：" in page
    first, second = page.index("今年/赵志强.txt"), page.index("今年/李建国.txt")
    assert first < page.index("去年/李建国2023.txt") < second
    assert run(["screen", "今年", "去年"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("  1. 100%、100%")
    assert lines[3].strip() == "今年/赵志强.txt ↔ 去年/李建国2023.txt"


def test_nothing_is_kept(folder) -> None:
    assert run(["screen", "今年", "去年", "-o", "相同段落.xlsx"]) == 1
    assert list(Path("临时").iterdir()) == []
    assert sorted(path.name for path in folder.iterdir()) == [
        "临时",
        "今年",
        "去年",
        "相同段落.xlsx",
    ]


def test_nothing_is_kept_where_the_program_is_asked_to_end(folder, monkeypatch) -> None:
    monkeypatch.setattr(api, "write_shown", lambda *_, **__: os.kill(os.getpid(), signal.SIGTERM))
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit):
        run(["screen", "今年", "去年"])
    assert list(Path("临时").iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) == before


def test_terminal_shows_a_line_a_pair_and_all_with_verbose(folder, capsys, monkeypatch) -> None:
    monkeypatch.setattr(once, "is_terminal", lambda: True)
    assert run(["screen", "今年", "去年"]) == 1
    told = capsys.readouterr().out
    assert "今年/赵志强.txt ↔ 去年/李建国2023.txt" in told
    assert "加 -o 相同段落.html" in told
    assert "第 1 对" not in told
    assert run(["screen", "今年", "去年", "-v"]) == 1
    assert "第 1 对" in capsys.readouterr().out


def test_terminal_that_reports_no_width_is_written_as_wide_as_none(
    folder, capsys, monkeypatch
) -> None:
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((0, 0)))
    assert run(["screen", "今年", "去年"]) == 1
    assert "今年/赵志强.txt ↔ 去年/李建国2023.txt\n" in capsys.readouterr().out


def test_what_has_nothing_to_be_compared_with_is_refused(folder, capsys) -> None:
    Path("空").mkdir()
    assert run(["screen", "今年", "空"]) == 2
    assert "空 里没有可以读的文件" in capsys.readouterr().err
    assert run(["screen", "今年/李建国.txt"]) == 2
    assert "能读的材料只有 1 份，至少要有两份才能比" in capsys.readouterr().err
    assert run(["screen", "今年", "今年", "-o", "果.html"]) == 1
    assert "今年 4 份，两两相比：" in Path("果.html").read_text(encoding="utf-8")


def test_files_of_the_same_content_are_a_pair(folder, capsys) -> None:
    text = statement("孙晓梅", 2024, prose(5))
    write("今年/另存/孙晓梅.txt", text)
    write("去年/孙晓梅2023.txt", text)
    found = screened(capsys, "今年", "去年")
    names = {each["left"]["name"] for each in found["pairs"]}
    names |= {each["right"]["name"] for each in found["pairs"]}
    names |= {member["name"] for group in found["groups"] for member in group["members"]}
    assert {"今年/另存/孙晓梅.txt", "今年/孙晓梅.txt", "去年/孙晓梅2023.txt"} <= names


def test_files_are_compared_with_each_other_or_with_a_folder(folder, capsys) -> None:
    both = ("今年/李建国.txt", "今年/赵志强.txt")
    assert pairs(screened(capsys, *both)) == {("李建国", "赵志强", "colleague")}
    assert pairs(screened(capsys, "今年/赵志强.txt", "去年")) == {
        ("李建国2023", "赵志强", "colleague")
    }


def test_folder_of_a_commands_name_is_written_as_a_path(folder, capsys) -> None:
    write("add/李建国.txt", statement("李建国", 2022, prose(1)))
    assert pairs(screened(capsys, "./add", "去年"))
    assert run(["screen", "add"]) == 2
    assert "duizhao screen add [选项]" in capsys.readouterr().err
    assert run(["screen", "--help"]) == 0
    assert "screen 今年/ 去年/" in capsys.readouterr().out


def test_options_may_come_first_and_mistyped_commands_are_known(folder, capsys) -> None:
    assert run(["screen", "-o", "果.html", "--exclude", "王*", "今年", "去年"]) == 1
    assert "王丽华" not in Path("果.html").read_text(encoding="utf-8")
    assert run(["screen", "joni", "今年"]) == 2
    assert "没有这个命令：joni，是不是 join？" in capsys.readouterr().err
    assert run(["screen", "前年/", "去年/"]) == 2
    assert "前年：文件或文件夹不存在" in capsys.readouterr().err


def test_what_cannot_be_read_is_named_in_every_form(folder, capsys) -> None:
    Path("今年/坏.docx").write_bytes(b"PK\x03\x04nothing")
    write("今年/空.txt", "\n")
    write("今年/合影.jpg", "")
    told = screened(capsys, "今年", "去年")
    assert {Path(each["name"]).name for each in told["unread"]} == {"坏.docx", "空.txt", "合影.jpg"}
    assert run(["screen", "今年", "去年"]) == 2
    said = capsys.readouterr()
    assert "空.txt：文件里没有文字" in said.out
    assert "合影.jpg：这是图片" in said.out
    assert said.err == "读了 7 份、读不了 2 份、没有读 1 份（图片 1 份）\n"
    for form in ("html", "xlsx"):
        assert run(["screen", "今年", "去年", "-o", f"果.{form}"]) == 2
    assert "没有比的 3 份" in Path("果.html").read_text(encoding="utf-8")


def test_person_is_known_by_the_file_and_by_a_unit_of_more_or_fewer_words(folder, capsys) -> None:
    # A surname that is rare is no name by itself.
    write("去年/2023年度材料（褚文斌）.txt", statement("褚文斌", 2023, prose(7)))
    write("今年/褚文斌对照检查材料.txt", statement("褚文斌", 2024, prose(7)))
    write("去年/陈国栋.txt", statement("陈国栋", 2023, prose(8), "办公室主任"))
    write("今年/陈国栋.txt", statement("陈国栋", 2024, prose(8)))
    found = pairs(screened(capsys, "今年", "去年"))
    assert ("2023年度材料（褚文斌）", "褚文斌对照检查材料", "own-past") in found
    assert ("陈国栋", "陈国栋", "own-past") in found


def test_names_in_the_bytes_of_old_archives_are_read_and_shown(folder, capsys) -> None:
    old = os.fsencode(folder) + "/材料".encode("gbk")
    Path(os.fsdecode(old)).mkdir()
    for name, text in (
        ("孙晓梅.txt", statement("孙晓梅", 2022, prose(5))),
        ("坏.docx", "PK\x03\x04"),
    ):
        Path(os.fsdecode(old + b"/" + name.encode("gbk"))).write_text(text, encoding="utf-8")
    assert run(["screen", "今年", os.fsdecode("材料".encode("gbk"))]) == 2
    told = capsys.readouterr().out
    assert "今年 4 份，两两相比，也与 材料 1 份相比" in told
    assert "今年/孙晓梅.txt ↔ 材料/孙晓梅.txt" in told
    assert "材料/坏.docx：" in told


def test_an_input_is_not_written_over(folder, capsys) -> None:
    before = Path("今年/李建国.txt").read_bytes()
    assert run(["screen", "今年", "去年", "-o", "今年/李建国.txt"]) == 2
    assert Path("今年/李建国.txt").read_bytes() == before


def test_names_are_those_below_the_folder_that_all_are_in(folder, capsys) -> None:
    (pair,) = screened(capsys, str(folder / "去年"))["pairs"]
    assert {pair[side]["name"] for side in ("left", "right")} == {
        "王丽华2023.txt",
        "周明远2023.txt",
    }
    told = screened(capsys, str(folder / "今年"), str(folder / "去年"))
    assert "今年/赵志强.txt" in json.dumps(told, ensure_ascii=False)
    assert str(folder) not in json.dumps(told, ensure_ascii=False)


def test_nothing_shared_is_said(folder, capsys) -> None:
    write("甲/一.txt", prose(11))
    write("甲/二.txt", prose(12))
    assert run(["screen", "甲"]) == 0
    assert capsys.readouterr().out == "甲 2 份，两两相比：没有找到相同段落\n"
