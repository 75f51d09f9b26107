"""The desk as a program: files named at the start, a second start, three ways to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import running_desk

from duizhao.web.data_folder import DataFolder
from duizhao.web.in_browser import show_fault

ROOT = Path(__file__).resolve().parents[2]
FAULTY, GOOD = ROOT / "examples" / "faulty.docx", ROOT / "examples" / "good.txt"


def start_again(data: Path, *arguments: str) -> str:
    command = ["desk", "--no-browser", "--data", str(data), *arguments]
    done = subprocess.run(
        [sys.executable, "-m", "duizhao", *command],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stderr


def test_files_named_at_the_start_are_a_batch(tmp_path: Path) -> None:
    with running_desk(tmp_path, str(FAULTY), str(GOOD)) as desk:
        path = desk.link.removeprefix(desk.base).partition("?")[0]
        page = DeskClient(tmp_path).get(path).text
        assert "faulty.docx" in page
        assert "good.txt" in page
        said = start_again(tmp_path, str(GOOD))
        assert "已经在运行" in said
        second = said[said.index("/batches/") :].partition("?")[0]
        assert "good.txt" in DeskClient(tmp_path).get(second).text
        assert second != path


def test_page_ends_the_program(tmp_path: Path) -> None:
    with running_desk(tmp_path) as desk:
        # Whoever opens it for the first time is one click from an example, and from a whole meeting.
        first = DeskClient(tmp_path).get("/").text
        assert "放入例子" in first
        assert "放入演示单位" in first
        assert "已经结束" in DeskClient(tmp_path).post("/end").text
        assert desk.process.wait(60) == 0
    assert not (tmp_path / "running.json").exists()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_the_program(tmp_path: Path, sent: signal.Signals) -> None:
    with running_desk(tmp_path) as desk:
        desk.process.send_signal(sent)
        assert desk.process.wait(60) == 0


def test_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "duizhao", "desk", "--data", str(tmp_path), "没有 <1>.docx"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        # A browser that shows nothing.
        env={**os.environ, "BROWSER": "true"},
    )
    assert done.returncode == 2
    # Whoever has double-clicked sees no error output.
    assert "没有 &lt;1&gt;.docx：文件" in (tmp_path / "fault.html").read_text(encoding="utf-8")
    assert "没有 <1>.docx：文件或文件夹不存在" in done.stderr


def test_fault_that_a_launcher_shows_is_not_shown_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIZHAO_SHOWS_FAULTS", "1")
    show_fault(DataFolder(tmp_path), "没有权限")
    assert list(tmp_path.iterdir()) == []


def test_data_of_the_desk_are_its_owners_alone(tmp_path: Path) -> None:
    with running_desk(tmp_path):
        open_to_others = [
            path.name for path in [tmp_path, *tmp_path.iterdir()] if path.stat().st_mode & 0o077
        ]
    assert not open_to_others
