"""The compiler for Windows that runs on Debian; what it makes is the same each time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

COMPILER, RESOURCES, OBJDUMP = (
    f"x86_64-w64-mingw32-{tool}" for tool in ("gcc", "windres", "objdump")
)
OPTIONS = ("-s", "-static", "-Wall", "-Wextra", "-Werror")
REPEATABLE = ("-Wl,--no-insert-timestamp", "-Wl,--disable-auto-image-base")
"""Else the date, and for a library the name of the folder that it is built in, would be in it."""


def compiled(made: Path, sources: Iterable[Path], *options: str) -> Path:
    """A program or a library from C. Ends the build where there is no compiler, or a fault in the source."""
    if not shutil.which(COMPILER):
        sys.exit(f"没有 {COMPILER}：请先运行 sudo apt install gcc-mingw-w64-x86-64")
    run(COMPILER, *OPTIONS, *options, "-o", made, *sources, *REPEATABLE)
    return made


def run(*command: str | Path) -> None:
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"没有成功：{command[0]}")
