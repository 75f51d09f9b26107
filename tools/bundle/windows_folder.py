"""The folder for Windows: Python, the packages, and programs to double-click."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.bundle import licences, sbom
from tools.bundle.archive import write_digests
from tools.bundle.bytecode import compile_packages
from tools.bundle.embedded_python import EmbeddedPython
from tools.bundle.launcher import build_programs
from tools.bundle.plain_blas import replace_openblas
from tools.bundle.prune import PYTHON_LEFT_OUT, prune
from tools.bundle.target import ROOT, Target
from tools.bundle.wheels import build_ours, fetch, our_version, unpack
from tools.user_guide import write_guide

SEARCHED = ("python{digits}.zip", ".", r"..\lib", r"..\lib\win32", r"..\lib\win32\lib")
"""Where Python finds modules, from its own folder, and nowhere else: win32 is how pywin32 is laid out."""
BESIDE_PYTHON = ("pywintypes", "pythoncom")
"""Libraries of pywin32 that its modules need before any of its own code can say where they are."""
PLACED = ROOT / "packaging" / "windows"
"""Files that stand in the folder as they are."""


def build(target: Target, python: EmbeddedPython, folder: Path, work: Path) -> None:
    """Fill the folder, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    packages = folder / "lib"
    wheels = [*fetch(target, python.version), build_ours(work)]
    unpack(wheels, packages)
    _put_python(python, folder / "python", packages)
    bill = sbom.bill(our_version(), licences.packages(packages), wheels, python)
    (folder / sbom.BILL).write_text(bill, encoding="utf-8")
    licences.gather(packages, python.files["LICENSE.txt"], folder / licences.FOLDER)
    prune(packages)
    replace_openblas(packages, work)
    compile_packages(packages, python.version)
    build_programs(folder, our_version(), work)
    shutil.copytree(
        PLACED, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
    )
    write_guide("windows", folder)
    write_digests(folder)


def _put_python(python: EmbeddedPython, place: Path, packages: Path) -> None:
    place.mkdir(parents=True)
    for name, data in python.files.items():
        if name not in PYTHON_LEFT_OUT:
            (place / name).write_bytes(data)
    digits = python.version.replace(".", "")
    lines = "".join(f"{line.format(digits=digits)}\r\n" for line in SEARCHED)
    (place / f"python{digits}._pth").write_bytes(lines.encode("ascii"))
    for library in sorted((packages / "pywin32_system32").glob("*.dll")):
        if library.name.startswith(BESIDE_PYTHON):
            library.rename(place / library.name)
