"""A folder to work in, and a way to call the program in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import FAULTY, Call, Ran

from duizhao.cli.commands import run as run_call


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
        code = run_call(arguments)
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run


@pytest.fixture
def faulty(folder: Path) -> Path:
    """A short statement with a blank and a slip."""
    path = folder / "a.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path
