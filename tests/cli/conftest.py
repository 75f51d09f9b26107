"""A folder to work in, and a way to call the program in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from duizhao import cli

FAULTY = """\
个人对照检查材料
一、存在的问题
（一）推进xx工作不力，服务于部职工不够。
二、原因剖析
理论学习抓得不紧。
三、整改措施
每月通读一章原文。
"""
GOOD_ENOUGH = "会议通知\n定于周三上午九时开会。\n"


@dataclass(frozen=True)
class Ran:
    """What a call gave back."""

    code: int
    out: str
    err: str


Call = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with its own, empty configuration."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "duizhao.toml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def call(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Calls the program in this process: `call("check", "a.txt")`."""

    def run(*arguments: str) -> Ran:
        code = cli.run(arguments)
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run


@pytest.fixture
def faulty(folder: Path) -> Path:
    """A short statement with a blank and a slip."""
    path = folder / "a.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path
