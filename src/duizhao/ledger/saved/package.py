"""An .xlsx as a zip of parts: bounded reading, and writing back with a few parts replaced, the others as they were."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.office.package import BROKEN_ZIP, Package
from duizhao.office.xml import parse

# A ledger of 500 statements has 6,000 rows of 30 cells: 20 MB of cells and texts, 700,000 tags.
MOST_TAGS = 900_000
MOST_COPIED = 128_000_000
"""Bytes of all parts together, pictures included: what is only copied is never held whole."""

CHUNK = 1 << 20
OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"


class Spreadsheet(Package):
    """The parts of a workbook."""

    part_bytes = 32_000_000
    package_bytes = 80_000_000
    package_markup = 2_000_000
    remedy = "请用 Excel 或 WPS 打开后另存为 .xlsx"

    def sheet(self, part: str) -> etree._Element:
        """The root of a part that must be there."""
        data = self.read(part)
        if data is None:
            raise self.refuse(f"缺少部件 {part}，文件不完整；{self.remedy}")
        return self.parse(data, part, _parse)

    def rewritten(self, parts: Mapping[str, bytes], dropped: frozenset[str] = frozenset()) -> bytes:
        """The package with these parts in place of its own or added to them, and without those dropped."""
        waiting = {name.lower(): (name, data) for name, data in parts.items()}
        made = BytesIO()
        left = MOST_COPIED
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
            for info in self._zip.infolist():
                if info.filename.lower() in dropped:
                    continue
                entry = _entry(info.filename)
                if info.filename.lower() in waiting:
                    target.writestr(entry, waiting.pop(info.filename.lower())[1])
                else:
                    left = self._copy(info, target, left)
            for name, data in waiting.values():
                target.writestr(_entry(name), data)
        return made.getvalue()

    def _copy(self, info: zipfile.ZipInfo, target: zipfile.ZipFile, left: int) -> int:
        try:
            with self._zip.open(info) as source, target.open(_entry(info.filename), "w") as out:
                while chunk := source.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise self.refuse(f"解压后超过 {MOST_COPIED / 1e6:.0f} MB，不是正常的台账")
                    out.write(chunk)
        except BROKEN_ZIP:
            raise self.refuse(f"{info.filename} 无法解压，文件不完整或已损坏") from None
        return left


def spreadsheet(data: bytes, name: str) -> Spreadsheet:
    """The bytes of an .xlsx as its parts. Raises UnreadableDocument."""
    if data.startswith(OLE):
        raise UnreadableDocument(
            name, "文件已加密，或是旧版 .xls；请去掉密码，用 Excel 或 WPS 另存为 .xlsx"
        )
    if not data.startswith(ZIP):
        raise UnreadableDocument(name, "不是 .xlsx 电子表格；请给出 duizhao ledger 写的台账")
    return Spreadsheet(BytesIO(data), name)


def _parse(data: bytes) -> etree._Element:
    return parse(data, MOST_TAGS)


def _entry(name: str) -> zipfile.ZipInfo:
    # The earliest day that a zip can name: the same content gives the same bytes.
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
