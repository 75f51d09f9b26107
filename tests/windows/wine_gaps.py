"""What wine 8 lacks and Windows has, as libraries next to python.exe: the folder that offices get runs as it is.

- Rust's packages (ahocorasick_rs) call ProcessPrng of bcryptprimitives.dll, which wine does not have.
- numpy 2 calls crealf and its like of ucrtbase.dll, which end the process in wine: a library of that name has them, and
  forwards everything else to a copy of wine's own.

Set WINEDLLOVERRIDES to `OVERRIDES` when the folder is started.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

OVERRIDES = "ucrtbase=n,b"
COMPILER = "x86_64-w64-mingw32-gcc"
WINES_OWN = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll")
FORWARDED_TO = "ucrtreal"
RANDOM = """
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
    return SystemFunction036(data, (ULONG)size);
}
"""
PARTS = """
struct singles { float real, imaginary; };
struct doubles { double real, imaginary; };
float crealf(struct singles z) { return z.real; }
float cimagf(struct singles z) { return z.imaginary; }
double creal(struct doubles z) { return z.real; }
double cimag(struct doubles z) { return z.imaginary; }
"""
MADE_HERE = ("creal", "cimag", "crealf", "cimagf")


def fill(python: Path) -> None:
    """Put the libraries into the folder that has python.exe."""
    _build(python / "bcryptprimitives.dll", RANDOM, "", "-ladvapi32")
    shutil.copy(WINES_OWN, python / f"{FORWARDED_TO}.dll")
    _build(python / "ucrtbase.dll", PARTS, _definition(), "-nostdlib", "-Wl,--entry=0")


def _definition() -> str:
    lines = [f'"{name}"={FORWARDED_TO}."{name}"' for name in _exports() if name not in MADE_HERE]
    return "\n".join(['LIBRARY "ucrtbase.dll"', "EXPORTS", *lines, *MADE_HERE, ""])


def _exports() -> list[str]:
    """The names that wine's own library exports, without those that a definition file cannot state."""
    dump = subprocess.run(
        [COMPILER.replace("gcc", "objdump"), "-p", WINES_OWN],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    named = dump.partition("[Ordinal/Name Pointer]")[2]
    return sorted(set(re.findall(r"^\s+\[ *\d+\].* (\w+)$", named, re.MULTILINE)))


def _build(library: Path, code: str, definition: str, *options: str) -> None:
    source = library.with_suffix(".c")
    source.write_text(code, encoding="ascii")
    listed = library.with_suffix(".def")
    listed.write_text(definition or "EXPORTS\n", encoding="ascii")
    subprocess.run(
        [COMPILER, "-fno-builtin", "-shared", "-o", library, source, listed, *options], check=True
    )
    source.unlink()
    listed.unlink()
