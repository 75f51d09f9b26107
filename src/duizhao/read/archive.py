"""A .zip of documents: its files with their names, each unpacked within limits. Nothing is written to disk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.errors import UnreadableDocument
from duizhao.office.package import Package
from duizhao.read.limits import MAX_OFFICE_BYTES
from duizhao.read.passed_over import is_silent
from duizhao.text.visible import names_decoded, printable

MAX_ARCHIVED_FILES = 1_000
MAX_UNPACKED_BYTES = 300_000_000
MAX_UNPACKED_RATIO = 200
"""Of an archive as a whole: documents are packed already, and text shrinks to a fifth."""
RATIO_COUNTS_FROM_BYTES = 20_000_000
UTF8_NAME = 0x800
ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file of an archive: its name with its folders; its bytes, or the reason why they were not unpacked."""

    name: str
    data: bytes
    reason: str = ""


class DocumentArchive(Package):
    """A .zip of documents, with the checks and limits of a package, wider ones."""

    part_bytes = MAX_OFFICE_BYTES
    package_bytes = MAX_UNPACKED_BYTES
    remedy = "请解压后把里面的文件放进来"

    def files(self) -> Iterator[ArchivedFile]:
        """The files in the order of the list, without folders and what systems leave in them.

        Raises UnreadableDocument where the archive is no usual one.
        """
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        self._check_sizes(infos)
        for info in infos:
            name = _name(info)
            if name and not any(map(is_silent, name.split("/"))):
                yield self._unpacked(info, name)

    def _unpacked(self, info: zipfile.ZipInfo, name: str) -> ArchivedFile:
        if name.lower().endswith(ARCHIVES):
            return ArchivedFile(name, b"", "压缩包里的压缩包没有解开，请解压后再放进来")
        try:
            data = self.read(info.filename)
        except UnreadableDocument as fault:
            return ArchivedFile(name, b"", fault.reason)
        assert data is not None
        return ArchivedFile(name, data)

    def _check_sizes(self, infos: list[zipfile.ZipInfo]) -> None:
        if len(infos) > MAX_ARCHIVED_FILES:
            raise self.refuse(f"压缩包里的文件超过 {MAX_ARCHIVED_FILES:,} 个；请分成几个再放进来")
        packed = sum(info.compress_size for info in infos)
        unpacked = sum(info.file_size for info in infos)
        if unpacked > MAX_UNPACKED_BYTES:
            size = f"{MAX_UNPACKED_BYTES / 1e6:.0f} MB"
            raise self.refuse(f"压缩包解开后超过 {size}；请分成几个再放进来")
        if unpacked > max(RATIO_COUNTS_FROM_BYTES, packed * MAX_UNPACKED_RATIO):
            raise self.refuse("压缩包解开后大得不正常，可能是压缩炸弹，没有解开")


def _name(info: zipfile.ZipInfo) -> str:
    """The name as people see it, without a place outside the archive. Old programs write it in GBK."""
    raw = info.orig_filename
    if not info.flag_bits & UTF8_NAME:
        raw = raw.encode("cp437", "replace").decode("utf-8", "surrogateescape")
    parts = printable(names_decoded(raw)).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..") and part[1:] != ":")
