"""Builds the programs of the folder for Windows."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.bundle.launcher.icon import icon
from tools.bundle.mingw import RESOURCES, compiled, run

SOURCE = Path(__file__).parent
PROGRAMS = {"对照.exe": ("desk.c", "-mwindows"), "duizhao.exe": ("console.c", "-mconsole")}


def build_programs(folder: Path, version: str, work: Path) -> None:
    """Put 对照.exe and duizhao.exe into the folder."""
    resources = _resources(version, work)
    for name, (source, system) in PROGRAMS.items():
        sources = (SOURCE / "start.c", SOURCE / source, resources)
        # The compiler need not know a name in Chinese.
        made = compiled(work / "program.exe", sources, "-O2", "-municode", system)
        shutil.copy(made, folder / name)


def _resources(version: str, work: Path) -> Path:
    """Icon, manifest and version, as an object file."""
    (work / "launcher.ico").write_bytes(icon())
    numbers = ",".join([*version.split("."), "0", "0"][:4])
    defined = ("-D", f"NUMBERS={numbers}", "-D", f'VERSION=\\"{version}\\"')
    made = work / "launcher.o"
    run(RESOURCES, "-I", SOURCE, "-I", work, *defined, SOURCE / "launcher.rc", made)
    return made
