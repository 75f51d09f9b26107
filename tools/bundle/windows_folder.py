"""The folder for Windows: Python, the packages, and programs to double-click."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.bundle.embedded_python import EmbeddedPython
from tools.bundle.launcher import build_programs
from tools.bundle.target import Target
from tools.bundle.wheels import build_ours, fetch, our_version, unpack

SEARCHED = ("python{digits}.zip", ".", r"..\lib", r"..\lib\win32", r"..\lib\win32\lib")
"""Where Python finds modules, from its own folder, and nowhere else: win32 is how pywin32 is laid out."""
BESIDE_PYTHON = ("pywintypes", "pythoncom")
"""Libraries of pywin32 that its modules need before any of its own code can say where they are."""


def build(target: Target, python: EmbeddedPython, folder: Path, work: Path) -> None:
    """Fill the folder, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    place = folder / "python"
    place.mkdir(parents=True)
    for name, data in python.files.items():
        (place / name).write_bytes(data)
    digits = python.version.replace(".", "")
    lines = "".join(f"{line.format(digits=digits)}\r\n" for line in SEARCHED)
    (place / f"python{digits}._pth").write_bytes(lines.encode("ascii"))
    unpack([*fetch(target, python.version), build_ours(work)], folder / "lib")
    build_programs(folder, our_version(), work)
    for library in sorted((folder / "lib" / "pywin32_system32").glob("*.dll")):
        if library.name.startswith(BESIDE_PYTHON):
            library.rename(place / library.name)
