"""install.sh for one user, with a program of a few lines in the place of ours: in, again, newer, out."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bundle_samples import wheel
from tools.bundle.target import ROOT

MAIN = "import sys\nprint({version!r}, sys.argv[1:])\n"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    home = tmp_path / "张 三"
    home.mkdir()
    return home


def given_out(place: Path, version: str, machine: str = platform.machine()) -> Path:
    """A folder as it is given out."""
    folder = place / f"对照 {version}"
    shutil.copytree(
        ROOT / "packaging" / "linux", folder, ignore=shutil.ignore_patterns("__pycache__")
    )
    (folder / "installer" / "duizhao.png").write_bytes(b"")
    wheels = folder / "wheels"
    (wheels / "any").mkdir(parents=True)
    (wheels / f"cp{sys.version_info[0]}{sys.version_info[1]}").mkdir()
    (wheels / "version.txt").write_text(f"{version}\n", encoding="ascii")
    (wheels / "machine.txt").write_text(f"{machine}\n", encoding="ascii")
    files = {"duizhao/__init__.py": "", "duizhao/__main__.py": MAIN.format(version=version)}
    wheel(wheels / "any", "duizhao", files)
    return folder


def run(user: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(user), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def install(user: Path, folder: Path) -> str:
    done = run(user, "sh", folder / "install.sh", "--python", sys.executable)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_installed_updated_and_removed_with_data_kept(user: Path, tmp_path: Path) -> None:
    command = user / ".local" / "bin" / "duizhao"
    assert str(command) in install(user, given_out(tmp_path, "1.0"))
    assert run(user, command, "check", "张 三.docx").stdout == "1.0 ['check', '张 三.docx']\n"
    entry = user / ".local" / "share" / "applications" / "duizhao.desktop"
    assert f'Exec="{user}/.local/lib/duizhao/open-desk.sh" %F' in entry.read_text(encoding="utf-8")

    newer = given_out(tmp_path, "1.1")
    for _ in range(2):
        install(user, newer)
    assert run(user, command).stdout == "1.1 []\n"
    home = user / ".local" / "lib" / "duizhao"
    assert sorted(path.name for path in home.glob("[0-9]-*")) == ["2-1.1", "3-1.1"]

    data = user / ".local" / "share" / "duizhao"
    data.mkdir()
    assert str(data) in run(user, "sh", newer / "uninstall.sh").stdout
    assert not command.exists()
    assert not entry.exists()
    assert not home.exists()
    assert data.exists()


def test_uninstalling_a_server_names_no_folder_that_is_not_there(
    user: Path, tmp_path: Path
) -> None:
    folder = given_out(tmp_path, "1.0")
    install(user, folder)
    said = run(user, "sh", user / ".local" / "lib" / "duizhao" / "uninstall.sh").stdout
    assert str(user / ".local" / "share" / "duizhao") not in said
    assert "--data" in said


def test_folder_for_another_machine_is_refused_before_anything_is_written(
    user: Path, tmp_path: Path
) -> None:
    folder = given_out(tmp_path, "1.0", "mips64")
    done = run(user, "sh", folder / "install.sh", "--python", sys.executable)
    assert done.returncode == 1
    assert "这个安装包给 mips64 的电脑用" in done.stderr
    assert not list(user.iterdir())


def test_python_that_is_not_there_is_said(user: Path, tmp_path: Path) -> None:
    done = run(user, "sh", given_out(tmp_path, "1.0") / "install.sh", "--python", "/no/python3")
    assert done.returncode == 1
    assert "没有找到 Python 3.11" in done.stderr
