"""A package (.docx, .xlsx) as a zip of parts: the checks before any part is read, and bounded reading of one part."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, TypeVar, overload
from urllib.parse import unquote

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.office import xml
from duizhao.office.limits import (
    MAX_DIRECTORY_BYTES,
    MAX_PACKAGE_BYTES,
    MAX_PACKAGE_MARKUP,
    MAX_PART_BYTES,
)
from duizhao.office.xml_text import XmlText
from duizhao.text.value import value
from duizhao.text.visible import printable

Parsed = TypeVar("Parsed")

RELATIONSHIP_TAG = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LOCAL_MAGIC = b"PK\x03\x04"
# The header before an entry (APPNOTE.TXT 4.3.7): of its fields only the flags and the sizes of name and extra count.
LOCAL_HEADER = struct.Struct("<4s2xH18x2H")
UTF8_NAME = 0x800
MAX_EXPANSION = 65_536
"""Bytes by which deflate may lengthen a part that it cannot shorten."""

END_RECORD = b"PK\x05\x06"
ZIP64_LOCATOR = b"PK\x06\x07"
# All that zipfile and zlib raise on bytes that no program has written.
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    ValueError,
)
AGAIN = "请重新取得原件"


@value
class Relationship:
    """A link from one part to another: `kind` is the last word of its type, `target` a part name, "" if outside."""

    key: str
    kind: str
    target: str


class Package:
    """The parts of one file. A part is decompressed when it is read; media never are.

    The limits are those of a .docx. A package of another kind sets its own, and in `remedy` how to save it anew.
    """

    part_bytes = MAX_PART_BYTES
    package_bytes = MAX_PACKAGE_BYTES
    package_markup = MAX_PACKAGE_MARKUP
    remedy = "请用 Word 打开后另存为 .docx"

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        self._file = file
        self._bytes_left = self.package_bytes
        self._markup_left = self.package_markup
        self._check_directory(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except BROKEN_ZIP:
            raise self.refuse(f"压缩包的目录有误，文件不完整或已损坏；{AGAIN}") from None
        self._check_entries()
        self._entries = {info.filename.lower(): info for info in self._zip.infolist()}

    @property
    def names(self) -> set[str]:
        """The names of all parts, in lower case."""
        return set(self._entries)

    def checksums(self) -> Iterator[tuple[str, int, int]]:
        """The name in lower case, the checksum and the size of every part, as the directory lists them."""
        for name, info in self._entries.items():
            yield name, info.CRC, info.file_size

    @property
    def data(self) -> bytes:
        """The whole file."""
        self._file.seek(0)
        return self._file.read()

    def refuse(self, reason: str) -> UnreadableDocument:
        return UnreadableDocument(self.name, reason)

    def tree(self, part: str) -> etree._Element | None:
        """The root element of `part`, or None if the package has no such part."""
        data = self.read(part)
        return None if data is None else self.parse(data, part)

    @overload
    def parse(self, data: bytes, part: str) -> etree._Element: ...

    @overload
    def parse(self, data: bytes, part: str, reader: Callable[[bytes], Parsed]) -> Parsed: ...

    def parse(self, data: bytes, part: str, reader: Callable[[bytes], Any] = xml.parse) -> Any:
        """What `reader` makes of `data`, the XML of `part`. Raises UnreadableDocument where it raises Malformed."""
        try:
            made = reader(data)
        except xml.Malformed as fault:
            raise self.refuse(f"{printable(part)} {fault}") from None
        self._charge_markup(data.count(b"<"))
        return made

    def read(self, part: str) -> bytes | None:
        """The bytes of `part`, or None if there is no such part. The limits hold whatever size is declared."""
        info = self._entries.get(part.lower())
        if info is None:
            return None
        limit = min(self.part_bytes, self._bytes_left)
        data = self._decompress(info, limit)
        if len(data) > limit:
            raise self._too_large(part, limit)
        self._bytes_left -= len(data)
        return data

    def text(self, part: str, *, is_parsed: bool = False) -> XmlText | None:
        """The XML of `part` as characters, or None if there is no such part. `is_parsed`: it was found to be XML.

        Raises UnreadableDocument for a part that is not XML, or is in an encoding that we do not write.
        """
        data = self.read(part)
        if data is None:
            return None
        if not is_parsed:
            self.parse(data, part)
        try:
            return XmlText.from_bytes(data)
        except UnicodeDecodeError:
            reason = f"{part} 不是合法的 UTF-8，文件已损坏；{AGAIN}"
            raise self.refuse(reason) from None

    def packed(self, part: str) -> tuple[bytes, int, int] | None:
        """A part as the zip holds it, with its checksum and its size: equal ones hold the same part."""
        info = self._entries.get(part.lower())
        if info is None:
            return None
        return self._packed(info, self.part_bytes), info.CRC, info.file_size

    def charge(self, part: str, size: int, tags: int) -> None:
        """Count a part that was read from another package against the limits. Raises UnreadableDocument."""
        limit = min(self.part_bytes, self._bytes_left)
        if size > limit:
            raise self._too_large(part, limit)
        self._bytes_left -= size
        self._charge_markup(tags)

    def relationships(self, part: str) -> list[Relationship]:
        """The links from `part` to others ("" stands for the package itself)."""
        folder = posixpath.dirname(part)
        root = self.tree(relationships_part(part))
        return (
            [] if root is None else [_relationship(e, folder) for e in root.iter(RELATIONSHIP_TAG)]
        )

    def _charge_markup(self, tags: int) -> None:
        self._markup_left -= tags
        if self._markup_left < 0:
            raise self.refuse(
                f"各部件的标记合计超过 {self.package_markup:,} 个，不是正常的文档；请拆分后再试"
            )

    def _too_large(self, part: str, limit: int) -> UnreadableDocument:
        size = f"{limit / 1e6:.0f} MB"
        return self.refuse(f"{part} 解压后超过 {size}，不是正常的文档，可能是压缩炸弹")

    def _decompress(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        """At most `limit` + 1 bytes of an entry. Not with `zipfile.open`, which takes longer than inflating a part."""
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise self.refuse(f"{info.filename} 的压缩方式不受支持；{self.remedy}")
        packed = self._packed(info, limit)
        # Bytes behind the declared size are no part of the entry; if they should be, the checksum does not match.
        size = min(info.file_size, limit + 1)
        try:
            if info.compress_type == zipfile.ZIP_STORED:
                data = packed[:size]
            else:
                data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size) if size else b""
        except zlib.error:
            raise self.refuse(f"{info.filename} 无法解压，文件不完整或已损坏；{AGAIN}") from None
        if len(data) <= limit and zlib.crc32(data) != info.CRC:
            raise self.refuse(f"{info.filename} 校验和（CRC）不符，文件已损坏；{AGAIN}")
        return data

    def _packed(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        """The bytes of an entry as the zip holds them, no more than could inflate to `limit`."""
        self._file.seek(info.header_offset)
        header = self._file.read(LOCAL_HEADER.size)
        if len(header) == LOCAL_HEADER.size:
            magic, flags, name_size, extra_size = LOCAL_HEADER.unpack(header)
            name = self._file.read(name_size).decode(
                "utf-8" if flags & UTF8_NAME else "cp437", "replace"
            )
            if magic == LOCAL_MAGIC and name == info.orig_filename:
                self._file.seek(extra_size, 1)
                return self._file.read(min(info.compress_size, limit + MAX_EXPANSION))
        raise self.refuse(f"{info.filename} 与压缩包目录不符，文件已损坏；{AGAIN}")

    def _check_directory(self, file: BinaryIO) -> None:
        """Check the size of the list of entries, which zipfile reads into memory whole."""
        size = file.seek(0, 2)
        file.seek(max(0, size - 65_600))
        tail = file.read()
        place = len(tail) - 22 if tail[-22:-18] == END_RECORD else tail.rfind(END_RECORD)
        if place < 0 or len(tail) - place < 22:
            raise self.refuse(f"文件不完整（缺少压缩包的结尾），可能没有下载或复制完；{AGAIN}")
        listed = int.from_bytes(tail[place + 12 : place + 16], "little")
        if (
            tail[max(0, place - 20) : place].startswith(ZIP64_LOCATOR)
            or listed > MAX_DIRECTORY_BYTES
        ):
            raise self.refuse(f"压缩包内的条目过多，不是正常的文档；{self.remedy}")

    def _check_entries(self) -> None:
        """Refuse encrypted entries, two of one name, and entries that overlap."""
        seen: set[str] = set()
        end = 0
        for info in sorted(self._zip.infolist(), key=lambda info: info.header_offset):
            if info.flag_bits & 1:
                raise self.refuse("文件已加密，请先解除密码")
            # Part names differ by more than case (ISO 29500-2 6.2.2.3), or two programs read two texts.
            if info.filename.lower() in seen:
                raise self.refuse(
                    f"有两个同名的部件 {printable(info.filename)}，内容无法确定；{AGAIN}"
                )
            if info.header_offset < end:
                raise self.refuse(
                    f"{printable(info.filename)} 与别的条目重叠，文件已损坏或是压缩炸弹；{AGAIN}"
                )
            seen.add(info.filename.lower())
            end = info.header_offset + 30 + info.compress_size


def relationships_part(part: str) -> str:
    """The name of the part that holds the relationships of `part` ("" for those of the package)."""
    folder, leaf = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def _relationship(element: etree._Element, folder: str) -> Relationship:
    kind = (element.get("Type") or "").rpartition("/")[2]
    outside = element.get("TargetMode") == "External"
    target = "" if outside else _resolve(unquote(element.get("Target") or ""), folder)
    return Relationship(element.get("Id") or "", kind, target)


def _resolve(target: str, folder: str) -> str:
    # An absolute join and normpath: no number of ".." climbs out of the package.
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
