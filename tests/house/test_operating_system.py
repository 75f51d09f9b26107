"""Which operating system this is, one module knows; what it answers is right for each of them."""

from __future__ import annotations

import ntpath
import os
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from duizhao import operating_system

SRC = Path(__file__).resolve().parents[2] / "src" / "duizhao"
MODULE = SRC / "operating_system.py"
ASKING = re.compile(
    r"sys\.platform|os\.name\b|os\.uname|import platform\b|platform\.(system|uname|release)|sys\.getwindowsversion"
    r"|get_all_start_methods|hasattr\((os|socket|signal|subprocess|time)\b|(os|ctypes)\.(startfile|windll)"
    r"|import (fcntl|msvcrt|winreg|winsound|pwd|grp|termios|resource|posix|nt)\b|[\"'](win32|darwin|nt)[\"']"
    r"|LOCALAPPDATA|XDG_|creationflags|start_new_session|killpg"
)
STANDS_ALONE = {"read/pdf_extractor.py": ["import resource"]}
"""A program of its own, which imports nothing of ours."""


def test_one_module_asks_which_system_this_is() -> None:
    asking = {
        path.relative_to(SRC).as_posix(): [found[0] for found in ASKING.finditer(text)]
        for path in SRC.rglob("*.py")
        if path != MODULE and ASKING.search(text := path.read_text(encoding="utf-8"))
    }
    assert asking == STANDS_ALONE
    assert ASKING.search(MODULE.read_text(encoding="utf-8"))


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(operating_system, "Path", PureWindowsPath)


def test_data_lie_where_the_system_has_them(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert operating_system.user_data_folder("-serve") == tmp_path / "duizhao-serve"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert operating_system.user_data_folder() == tmp_path / "对照"


def test_two_sockets_never_share_a_port() -> None:
    with operating_system.listening_socket("127.0.0.1", 0) as first:
        first.listen()
        with pytest.raises(OSError, match="in use"):
            operating_system.listening_socket("127.0.0.1", first.getsockname()[1])


def test_windows_is_asked_for_a_port_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(socket, "SO_EXCLUSIVEADDRUSE", -5, raising=False)
    monkeypatch.setattr(
        socket.socket, "setsockopt", lambda self, *options: asked.append(options), raising=False
    )
    operating_system.listening_socket("127.0.0.1", 0).close()
    assert asked == [(socket.SOL_SOCKET, -5, 1)]


def test_program_ends_with_those_it_started() -> None:
    # The child holds the other end of the pipe for as long as it lives.
    command = ["sh", "-c", "sleep 60 & echo started; wait"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, **operating_system.start_apart())
    with process.stdout as said:
        assert said.readline() == b"started\n"
        began = time.monotonic()
        operating_system.end_with_children(process)
        assert said.read() == b""
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    ("path", "long"),
    [
        ("D:\\" + "支部\\" * 90 + "张三.docx", "\\\\?\\D:\\" + "支部\\" * 90 + "张三.docx"),
        (
            "\\\\文件服务器\\材料\\" + "支部\\" * 90 + "张三.docx",
            "\\\\?\\UNC\\文件服务器\\材料\\" + "支部\\" * 90 + "张三.docx",
        ),
        ("\\\\?\\D:\\" + "支部\\" * 90 + "张三.docx", "\\\\?\\D:\\" + "支部\\" * 90 + "张三.docx"),
        ("D:\\材料\\张三.docx", "D:\\材料\\张三.docx"),
    ],
)
def test_windows_is_given_a_long_path_in_its_long_form(
    monkeypatch: pytest.MonkeyPatch, path: str, long: str
) -> None:
    monkeypatch.setattr(operating_system.os, "path", ntpath)
    assert operating_system.extended(path) == long


def test_file_in_use_for_a_moment_is_replaced_and_deleted_after_it(
    on_windows: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tries: Counter[str] = Counter()

    def refused_twice(name: str, act: Any) -> Any:
        def acting(*places: Any) -> None:
            tries[name] += 1
            if tries[name] <= 2:
                raise PermissionError(13, "in use")
            act(*places)

        return acting

    for name in ("replace", "unlink"):
        monkeypatch.setattr(os, name, refused_twice(name, getattr(os, name)))
    made, target = tmp_path / "新.txt", tmp_path / "旧.txt"
    made.write_text("新", encoding="utf-8")
    target.write_text("旧", encoding="utf-8")
    operating_system.replace(made, target)
    assert target.read_text(encoding="utf-8") == "新"
    operating_system.delete(target)
    assert not target.exists()
    tries.clear()
    monkeypatch.setattr(operating_system, "REFUSED_FOR_A_MOMENT", 0)
    with pytest.raises(PermissionError):
        operating_system.replace(made, target)


def test_names_with_a_star_are_found_where_no_shell_does_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("二稿[1].docx", "二稿[12].docx", "二稿1.docx", "100%PATH%.docx"):
        (tmp_path / name).touch()
    word = f"{tmp_path}/二稿[*"
    assert operating_system.named_by(word) == [word]
    monkeypatch.setattr(sys, "platform", "win32")
    assert operating_system.named_by(word) == sorted(
        f"{tmp_path}/二稿[{number}].docx" for number in (1, 12)
    )
    for plain in ("二稿[1].docx", "100%PATH%.docx", "~", "没有*.docx"):
        assert operating_system.named_by(f"{tmp_path}/{plain}") == [f"{tmp_path}/{plain}"]


def test_page_is_opened_by_its_path_on_windows(
    on_windows: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    assert operating_system.open_page(tmp_path / "对照.html")
    assert opened == [tmp_path / "对照.html"]
    monkeypatch.delattr(os, "startfile")
    monkeypatch.setattr(os, "startfile", lambda path: os.stat(path / "没有"), raising=False)
    assert not operating_system.open_page(tmp_path)


def test_windows_is_told_of_no_package_of_debian(on_windows: None) -> None:
    assert not operating_system.has_debian_packages()
    assert operating_system.how_to_install_font() == "右键点字体文件，选“安装”"
    assert str(operating_system.path_in_uri("/D:/对照")) == "D:\\对照"


def test_no_date_is_written_with_the_words_of_the_system() -> None:
    """On a Windows that is not set to Chinese strftime fails at 年."""
    formats = re.compile(
        r"strf?time\(\s*f?[\"'][^\"']*[^\x00-\x7f]|\{\w+:%[^{}\"']*[^\x00-\x7f][^{}\"']*\}"
    )
    assert [
        path.name for path in SRC.rglob("*.py") if formats.search(path.read_text(encoding="utf-8"))
    ] == []


def test_windows_starts_workers_anew(on_windows: None) -> None:
    assert not operating_system.can_fork()


def test_fonts_of_word_and_wps_are_looked_for_where_windows_has_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    for name in operating_system.WINDOWS_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("PROGRAMFILES(X86)")
    patterns = [each.replace("\\", "/") for each in operating_system.OFFICE_FONTS_ON_WINDOWS]
    monkeypatch.setattr(operating_system, "OFFICE_FONTS_ON_WINDOWS", patterns)
    there = [
        tmp_path / "LOCALAPPDATA" / "Microsoft" / "FontCache" / "4" / "CloudFonts",
        tmp_path / "LOCALAPPDATA" / "Kingsoft" / "WPS Office" / "12.1.0.1" / "office6" / "fonts",
    ]
    for each in there:
        each.mkdir(parents=True)
    assert list(operating_system.fonts_of_office_programs()) == there
    assert operating_system.name_for_offices() == "Windows"


def test_font_folders_that_are_not_there_are_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert operating_system.fonts_of_office_programs() == ()
