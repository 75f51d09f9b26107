"""Makes the virtual environment that the Makefile works in. Needs nothing but the standard library.

    python3 tools/environment.py            the program alone
    python3 tools/environment.py test bench  with these extras

A fresh Debian has python3 without ensurepip: then python3-venv is installed where we may (root with apt-get),
otherwise one line explains what to do.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"


def main(extras: list[str]) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 – an older Python may well be asked to run this
        sys.exit(
            f"duizhao 需要 Python 3.11 或更新（needs 3.11 or later），这里是 {sys.version.split()[0]}"
        )
    if not has_pip():
        make()
    wanted = f"[{','.join(extras)}]" if extras else ""
    print(f"安装 duizhao{wanted} 到 .venv …", flush=True)
    run(
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "-e",
        f".{wanted}",
    )
    # What pip does for a package that it copies: else the first runs, or all where Python may not write, compile it.
    run(str(PYTHON), "-m", "compileall", "-q", "src")


def has_pip() -> bool:
    """Whether the environment is there and whole; one that was broken off half-way has no pip."""
    return (
        PYTHON.exists()
        and not subprocess.run(
            [PYTHON, "-c", "import pip"], check=False, capture_output=True
        ).returncode
    )


def make() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        install_ensurepip()
    run(sys.executable, "-m", "venv", "--clear", str(FOLDER))


def install_ensurepip() -> None:
    """Debian and its children ship ensurepip in a package of its own."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(
            "这里的 python3 缺 ensurepip；请先运行：sudo apt-get install python3-venv （needs python3-venv）"
        )
    print("安装 python3-venv …", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run("apt-get", "update", "-qq")
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "python3-venv")


def run(*command: str) -> None:
    code = subprocess.run(command, check=False, cwd=ROOT).returncode
    if code:
        sys.exit(f"失败（{code}）：{' '.join(command)}")


if __name__ == "__main__":
    main(sys.argv[1:])
