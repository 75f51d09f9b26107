"""No path, a folder without files, a closed standard input: said at once, and nothing is waited for or written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = {
    "review": ["-o", "果.docx"],
    "typeset": ["-o", "果.docx"],
    "ledger": ["-o", "果.xlsx"],
}
PATIENCE = 60
"""Seconds of the wall clock: a run that waits for a terminal would wait for ever."""


def terminal() -> tuple[int, int]:
    """Both ends of a terminal."""
    try:
        return os.openpty()
    except OSError as fault:
        pytest.skip(f"this machine gives no terminal: {fault}")


def at_a_terminal(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the program with a terminal as its input, at which nobody types."""
    ours, its = terminal()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "duizhao", *arguments],
            cwd=folder,
            stdin=its,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    finally:
        os.close(ours)
        os.close(its)
    assert done.stdout == b""
    return done.returncode, done.stderr.decode()


FOLDERS = {
    "check": [],
    "check --diff": [],
    "check --fix": [],
    "review": ["-o", "果"],
    "typeset": ["-o", "果"],
    "ledger": ["-o", "果.xlsx"],
    "screen add": ["--index", "索引"],
}


@pytest.mark.parametrize("command", FOLDERS)
def test_a_folder_without_files_is_refused(command: str, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    (tmp_path / "空" / "图.png").write_bytes(b"")
    code, said = at_a_terminal(tmp_path, *command.split(), "空", *FOLDERS[command])
    assert code == 2
    assert said.startswith("错误：空 里没有可以读的文件：没有")
    assert " 1 份（图片 1 份）；能读 .doc、.docx" in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "空"]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_path_is_said(command: str, tmp_path: Path) -> None:
    code, said = at_a_terminal(tmp_path, command, *COMMANDS[command])
    assert code == 2
    assert said.endswith("错误：缺少参数 路径…\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_standard_input_is_said(command: str, tmp_path: Path) -> None:
    target = " ".join(COMMANDS[command])
    call = f"{sys.executable} -m duizhao {command} - {target} <&-"
    done = subprocess.run(call, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("错误：标准输入没有打开")


def test_a_terminal_that_is_asked_for_is_said_to_be_waited_for(tmp_path: Path) -> None:
    ours, its = terminal()
    with subprocess.Popen(
        [sys.executable, "-m", "duizhao", "ledger", "-", "-o", "果.xlsx"],
        cwd=tmp_path,
        stdin=its,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stderr
        assert child.stderr.readline().decode().startswith("正在从终端读入")
        child.kill()
    os.close(ours)
    os.close(its)
