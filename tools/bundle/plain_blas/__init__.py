"""A small library in the place of OpenBLAS: docs/decisions/plain-blas.md"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.bundle.mingw import OBJDUMP, compiled

SOURCE = Path(__file__).parent
BLAS, OPENBLAS = "scipy_cblas_", "libscipy_openblas64_-*.dll"


def replace_openblas(packages: Path, work: Path) -> int:
    """Put the small library in the place of the large one. Returns how many bytes less that is."""
    library = next((packages / "numpy.libs").glob(OPENBLAS))
    called = {name for module in (packages / "numpy").rglob("*.pyd") for name in _called(module)}
    absent = sorted(name for name in called if not name.startswith(BLAS))
    (work / "absent.h").write_text(
        "".join(f"ABSENT({name})\n" for name in absent), encoding="ascii"
    )
    sources = (SOURCE / "plain_blas.c", SOURCE / "no_lapack.c")
    made = compiled(work / "plain_blas.dll", sources, "-shared", "-O2", "-I", str(work))
    if missing := called - _exported(made):
        sys.exit(f"plain_blas.c 里没有：{'、'.join(sorted(missing))}")
    saved = library.stat().st_size - made.stat().st_size
    shutil.copy(made, library)
    return saved


def _called(module: Path) -> set[str]:
    return set(re.findall(r"\s(scipy_\w+)$", _dump(module), re.MULTILINE))


def _exported(library: Path) -> set[str]:
    named = _dump(library).partition("[Ordinal/Name Pointer]")[2]
    return set(re.findall(r"\s(scipy_\w+)$", named, re.MULTILINE))


def _dump(file: Path) -> str:
    done = subprocess.run([OBJDUMP, "-p", file], capture_output=True, text=True, check=True)
    return done.stdout
