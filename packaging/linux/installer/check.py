"""Whether this computer can run the program, said before anything is written."""

from __future__ import annotations

import platform
import sys
from importlib import import_module
from pathlib import Path

NEEDED = ("ctypes", "sqlite3", "zlib", "pyexpat", "unicodedata")
"""Parts of Python that some systems put into packages of their own."""
OLDEST_GLIBC = (2, 28)


def refuse_unfit(folder: Path) -> None:
    """End with a line of what is missing."""
    machine = (folder / "wheels" / "machine.txt").read_text(encoding="ascii").strip()
    if platform.machine() != machine:
        sys.exit(f"这个安装包给 {machine} 的电脑用，这台是 {platform.machine()}：请换一个安装包")
    if not wheels_for_python(folder).is_dir():
        sys.exit(f"这个安装包里没有 Python {version()} 要用的文件")
    library, number = platform.libc_ver()
    if library == "glibc" and tuple(map(int, number.split(".")[:2])) < OLDEST_GLIBC:
        sys.exit(f"系统太旧：glibc 是 {number}，要 2.28 或更新")
    if missing := [name for name in NEEDED if not has(name)]:
        sys.exit(f"{sys.executable} 不完整，缺 {'、'.join(missing)}：请装完整的 Python {version()}")


def wheels_for_python(folder: Path) -> Path:
    """The wheels for the Python that runs this, next to those for every Python."""
    return folder / "wheels" / f"cp{sys.version_info[0]}{sys.version_info[1]}"


def version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def has(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True
