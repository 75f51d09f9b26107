"""What the program says of itself: help, versions, mistakes of the caller, faults of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from calling import FAULTY, Call

from duizhao import __version__, api
from duizhao.cli import commands, terminal

LATIN_SENTENCE = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "缺少参数 路径…"),
        (["check", "a", "--formt", "json"], "没有这个选项：--formt，是不是 --format？"),
        (["check", "a", "--format", "pdf"], "选项 --format 的值不对，可用：text、json"),
        (["check", "a", "--jobs", "0"], "选项 --jobs 应为不小于 1 的整数"),
        (["check", "a", "--jobs", "two"], "选项 --jobs 应为不小于 1 的整数"),
        (["check", "a", "-o"], "选项 -o 后面要给出值"),
        (["check", "a", "--fix=1"], "选项 --fix 不带值"),
        (["chekc"], "没有这个命令：chekc，是不是 check？"),
        (["--verson"], "没有这个选项：--verson，是不是 --version？"),
        (["explain", "a", "b"], "多余的参数：b"),
        (["explain", "DZ999"], "没有规则“DZ999”"),
        (["profiles", "20233"], "是不是“2023”？"),
        (["check", ".", "--select", "DZ30l"], "没有规则“DZ30l”"),
    ],
)
def test_mistakes_are_answered_in_chinese_with_code_2(
    call: Call, arguments: list[str], words: str
) -> None:
    ran = call(*arguments)
    assert ran.code == 2
    assert words in ran.err
    assert not LATIN_SENTENCE.search(ran.err)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["check", "--help"], ["explain", "--help"]])
def test_help_is_in_chinese(call: Call, arguments: list[str]) -> None:
    ran = call(*arguments)
    text = ran.out + ran.err
    assert text.startswith("用法：duizhao")
    assert "--help" in text
    assert not LATIN_SENTENCE.search(text)


def test_version_is_said(call: Call) -> None:
    assert call("--version").out == f"duizhao {__version__}\n"


def test_rule_is_explained_by_code_and_by_name(call: Call) -> None:
    rule = api.rules()[0]
    page = call("explain", rule.code.lower()).out
    assert page == call("explain", rule.name).out
    assert rule.title in page
    assert "反例" in page
    assert "~~~" not in page


def test_all_rules_are_listed(call: Call) -> None:
    listed = call("explain").out
    assert all(rule.code in listed and rule.title in listed for rule in api.rules())


def test_profiles_are_listed_and_told(call: Call) -> None:
    assert "2023" in call("profiles").out
    assert "对照方面" in call("profiles", "2023").out


def test_own_fault_is_one_line_that_says_how_to_see_more(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "Checker", lambda _: 1 // 0)
    ran = call("check", "duizhao.toml")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert commands.DEBUG in ran.err


def program(*arguments: str, **settings: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "duizhao", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **settings,  # type: ignore[call-overload]
    )


def test_reader_that_goes_away_ends_the_run_in_silence(folder: Path) -> None:
    (folder / "a.txt").write_text(FAULTY, encoding="utf-8")
    with program("check", *["./" * n + "a.txt" for n in range(5)]) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == terminal.CLOSED_PIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_one_line(folder: Path) -> None:
    (folder / "a.txt").write_text(FAULTY, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "duizhao", "check", "a.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert "标准输出".encode() in done.stderr


def test_output_into_a_pipe_is_utf8_whatever_the_locale(folder: Path) -> None:
    (folder / "a.txt").write_text(FAULTY, encoding="utf-8")
    with program("check", "a.txt", env={**os.environ, "PYTHONIOENCODING": "ascii"}) as running:
        assert "空白".encode() in running.communicate()[0]


@pytest.mark.parametrize(("arguments", "goal"), [(["--version"], 0.12), (["check", "a.txt"], 0.3)])
def test_start_is_quick(folder: Path, arguments: list[str], goal: float) -> None:
    """The bench measures against the goal; here other tests slow the processor, so twice as long is let pass.

    Counted in processor time: how long the program waits for its turn says nothing of it.
    """
    (folder / "a.txt").write_text(FAULTY, encoding="utf-8")
    times = []
    for _ in range(5):
        started = os.times()
        with program(*arguments) as running:
            running.communicate()
        ended = os.times()
        times.append(sum(ended[2:4]) - sum(started[2:4]))
    assert min(times) < 2 * goal
