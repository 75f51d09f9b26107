"""The archive that a folder is given out as, and the list of digests in it: the same folder gives the same bytes."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from gzip import GzipFile
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

DIGESTS = "SHA256SUMS.txt"
DATE = (2025, 1, 1, 0, 0, 0)
TAR_DATE = 1735689600
PROGRAM, FILE = 0o100755, 0o100644
SMALLEST = 9
UNIX = 3
ELF = b"\x7fELF"
"""How programs and libraries of Linux begin."""


def write_digests(folder: Path) -> None:
    """Put the list of digests into the folder, in the form that `sha256sum -c` reads."""
    (folder / DIGESTS).unlink(missing_ok=True)
    lines = [f"{digest(path)}  {name}\n" for name, path in files(folder)]
    (folder / DIGESTS).write_text("".join(lines), encoding="utf-8")


def write_zip(folder: Path, made: Path) -> None:
    """Pack the folder, under its own name."""
    made.unlink(missing_ok=True)
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=SMALLEST) as packed:
        for name, path in files(folder):
            entry = ZipInfo(f"{folder.name}/{name}", DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = (PROGRAM if _is_program(path) else FILE) << 16
            packed.writestr(entry, path.read_bytes(), compresslevel=SMALLEST)


def write_tar(folder: Path, made: Path) -> None:
    """Pack the folder as .tar.gz, under its own name: links and who may run what are kept, dates and owners are not."""
    made.unlink(missing_ok=True)
    with (
        made.open("wb") as file,
        GzipFile("", "wb", SMALLEST, file, mtime=0) as pressed,
        tarfile.open(fileobj=pressed, mode="w", format=tarfile.PAX_FORMAT) as packed,
    ):
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            entry = packed.gettarinfo(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = TAR_DATE, 0, 0, "", ""
            runs = entry.isdir() or (entry.isfile() and _is_program(path))
            entry.mode = 0o755 if runs else 0o644
            if entry.isfile():
                with path.open("rb") as data:
                    packed.addfile(entry, data)
            else:
                packed.addfile(entry)


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder by their names in it, in one order on every machine."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    for name in sorted(found):
        if found[name].is_file():
            yield name, found[name]


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(len(ELF))
    return path.suffix in {".exe", ".sh"} or start.startswith((b"#!", ELF))
