"""The form of an archive: a .zip of files for people, rows for programs, and a manifest with the digest of each file.

The same dossier gives the same bytes, except for the manifest, which has the day.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from duizhao.version import __version__

FORMAT, ROWS_FORMAT = "duizhao-archive", "duizhao-dossier"
SCHEMA_VERSION = 1
MACHINE = "机器数据"
MANIFEST, ROWS = f"{MACHINE}/清单.json", f"{MACHINE}/档案.json"
INDEX = "目录.html"
BEGINNING_OF_ZIP = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a .zip can name: the same bytes on any day."""
OWNERS_FILE = 0o100600 << 16
READ_AT_ONCE = 1 << 20


def stored_path(content: str) -> str:
    """Where a stored file lies in an archive that no folder for people has."""
    return f"{MACHINE}/文件/{content}"


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def as_json(value: Any) -> bytes:
    """A value as JSON that people can read: the same bytes for the same value."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


@dataclass(slots=True)
class ArchiveWriter:
    """Writes an archive: each file once, with its digest."""

    _zip: zipfile.ZipFile
    files: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def at(cls, target: IO[bytes]) -> ArchiveWriter:
        return cls(zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED))

    def add(self, path: str, data: bytes) -> None:
        """Add a file at a path that is not taken yet."""
        self.files.append({"path": path, "sha256": digest(data), "size": len(data)})
        self._write(path, data)

    def finish(self, about: Mapping[str, Any]) -> None:
        """Add the manifest, and close the archive."""
        manifest = {
            "format": FORMAT,
            "schema": SCHEMA_VERSION,
            "tool": __version__,
            **about,
            "files": sorted(self.files, key=lambda each: str(each["path"])),
        }
        self._write(MANIFEST, as_json(manifest))
        self._zip.close()

    def _write(self, path: str, data: bytes) -> None:
        entry = zipfile.ZipInfo(path, BEGINNING_OF_ZIP)
        entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, OWNERS_FILE
        entry.create_system = UNIX
        self._zip.writestr(entry, data)


UNIX = 3
"""Named in each entry, so that every system writes the same bytes."""
