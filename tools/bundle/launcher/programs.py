"""Builds the programs of the folder for Windows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tools.bundle.launcher.icon import icon

SOURCE = Path(__file__).parent
COMPILER, RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
PROGRAMS = {"对照.exe": ("desk.c", "-mwindows"), "duizhao.exe": ("console.c", "-mconsole")}
OPTIONS = ["-O2", "-s", "-municode", "-static", "-Wall", "-Wextra", "-Werror"]
# The date of the build would make every build differ.
LINKED = ["-Wl,--no-insert-timestamp"]


def build_programs(folder: Path, version: str, work: Path) -> None:
    """Put 对照.exe and duizhao.exe into the folder."""
    if not shutil.which(COMPILER):
        sys.exit(f"没有 {COMPILER}：请先运行 sudo apt install gcc-mingw-w64-x86-64")
    resources = _resources(version, work)
    for name, (source, system) in PROGRAMS.items():
        # The compiler need not know a name in Chinese.
        built = work / "program.exe"
        sources = (SOURCE / "start.c", SOURCE / source, resources)
        _run(COMPILER, *OPTIONS, system, "-o", built, *sources, *LINKED)
        shutil.copy(built, folder / name)


def _resources(version: str, work: Path) -> Path:
    """Icon, manifest and version, as an object file."""
    (work / "launcher.ico").write_bytes(icon())
    numbers = ",".join([*version.split("."), "0", "0"][:4])
    defined = ["-D", f"NUMBERS={numbers}", "-D", f'VERSION=\\"{version}\\"']
    searched = ["-I", SOURCE, "-I", work]
    made = work / "launcher.o"
    _run(RESOURCES, *searched, *defined, SOURCE / "launcher.rc", made)
    return made


def _run(*command: str | Path) -> None:
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"没有成功：{command[0]}")
