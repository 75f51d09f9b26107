"""A path or the bytes of standard input → Source. The first bytes decide how it is read; the suffix only helps."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from duizhao.errors import UnreadableDocument
from duizhao.operating_system import LongPath
from duizhao.os_reason import reason_of
from duizhao.read import sniff
from duizhao.read.limits import MAX_OFFICE_BYTES, MAX_STREAM_BYTES, MAX_TEXT_BYTES
from duizhao.read.plain import read_text, too_long
from duizhao.read.walk import PDF, SUFFIXES
from duizhao.text import Source
from duizhao.text.visible import names_decoded, printable

if TYPE_CHECKING:
    from duizhao.read.archive import ArchivedFile

Made = TypeVar("Made")

STREAM = "标准输入"
READING = {
    "ENOENT": "文件不存在，请检查路径",
    "EACCES": "没有读取权限，请检查文件属性",
    "EPERM": "没有读取权限，请检查文件属性",
}
"""What fits better than the words for any file."""
TEXT_SUFFIXES = frozenset(("", ".txt", ".md"))
PLAIN_KINDS = frozenset(("text", "pdf"))
MARKUP = frozenset(("html", "wordml"))
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(path: Path | str) -> Source:
    """The document at `path`. Raises UnreadableDocument, or MissingTool if it needs LibreOffice."""
    return _from(path if isinstance(path, LongPath) else LongPath(path), _read)


def read_with_package(path: Path | str) -> tuple[Source, bytes | None]:
    """The document at `path` and the Word package to which its origins refer; None for plain text and PDF.

    For an older format it is the package that the converter makes. Raises UnreadableDocument and MissingTool.
    """
    return _from(LongPath(path), _read_with_package)


def _from(path: Path, reader: Callable[[BinaryIO, str, Path, str], Made]) -> Made:
    name = printable(names_decoded(str(path)))
    suffix = path.suffix.lower()
    if suffix and suffix not in SUFFIXES and suffix != PDF:
        raise UnreadableDocument(
            name, f"不认识 {printable(suffix)} 格式；请另存为 .docx 或 .txt 后再试"
        )
    try:
        # Reading a pipe or a device may wait or go on for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableDocument(name, "不是普通文件（是文件夹、管道或设备），或文件夹无法打开")
        with path.open("rb") as file:
            return reader(file, name, path, suffix)
    except OSError as fault:
        raise UnreadableDocument(name, reason_of(fault, **READING)) from None


def _read_with_package(
    file: BinaryIO, name: str, path: Path | None, suffix: str
) -> tuple[Source, bytes | None]:
    head = file.read(sniff.HEAD)
    kind = sniff.kind(head)
    file.seek(0)
    if kind in PLAIN_KINDS or (kind in MARKUP and suffix in TEXT_SUFFIXES):
        return _read(file, name, path, suffix), None
    from duizhao.read import old_format
    from duizhao.read.docx import read_docx

    if kind == "zip":
        # The package is in memory twice, media included: as it was read and as it will be written.
        if file.seek(0, 2) > MAX_OFFICE_BYTES:
            size = f"文件超过 {MAX_OFFICE_BYTES / 1e6:.0f} MB，过大；请压缩其中的图片后再试"
            raise UnreadableDocument(name, size)
        file.seek(0)
        package = file.read()
        return read_docx(io.BytesIO(package), name, path), package
    if kind == "ole" and _is_encrypted(file):
        raise UnreadableDocument(name, "文件已加密，请先解除密码")
    package = old_format.convert(file, name, kind)
    source = read_docx(io.BytesIO(package), name, path)
    # The typography of the copy is the converter's.
    return replace(source, format=suffix.lstrip(".") or kind, typography=None), package


def read_bytes(data: bytes, name: str = STREAM, format: str | None = None) -> Source:
    """The document in `data`; `format` is txt, md, docx …; if it is None, the bytes decide."""
    return _read(io.BytesIO(data), name, None, f".{format}" if format else "")


def read_bytes_with_package(
    data: bytes, name: str, format: str | None = None
) -> tuple[Source, bytes | None]:
    """The document in `data`, and its package, as for `read_with_package`."""
    return _read_with_package(io.BytesIO(data), name, None, f".{format}" if format else "")


def unpack(data: bytes, name: str) -> Iterator[ArchivedFile]:
    """The files of a .zip, one after the other. Raises UnreadableDocument."""
    from duizhao.read.archive import DocumentArchive

    return DocumentArchive(io.BytesIO(data), name).files()


def read_stream(stream: BinaryIO) -> Source:
    """The document that is piped in. Raises UnreadableDocument, also for a stream without end."""
    return read_bytes(_piped(stream))


def read_stream_with_package(stream: BinaryIO) -> tuple[Source, bytes | None]:
    """The document that is piped in, and its package, as for `read_with_package`."""
    return _read_with_package(io.BytesIO(_piped(stream)), STREAM, None, "")


def _piped(stream: BinaryIO) -> bytes:
    data = stream.read(MAX_STREAM_BYTES + 1)
    if len(data) > MAX_STREAM_BYTES:
        limit = MAX_STREAM_BYTES // 1_000_000
        raise UnreadableDocument(STREAM, f"超过 {limit} MB；请存成文件再检查")
    return data


def _read(file: BinaryIO, name: str, path: Path | None, suffix: str) -> Source:
    head = file.read(sniff.HEAD)
    kind = sniff.kind(head)
    if kind == "text" or (kind in MARKUP and suffix in TEXT_SUFFIXES):
        return _text(file, head, name, path, suffix)
    if kind == "pdf":
        from duizhao.read.pdf import read_pdf

        return read_pdf(file, name, path)
    if kind == "zip":
        # Imported here: a text file does not wait for lxml, nor a .docx for what starts LibreOffice.
        from duizhao.read.docx import read_docx

        return read_docx(file, name, path)
    from duizhao.read import old_format

    if kind == "ole" and _is_encrypted(file):
        raise UnreadableDocument(name, "文件已加密，请先解除密码")
    return replace(
        old_format.read_office(file, name, kind), path=path, format=suffix.lstrip(".") or kind
    )


def _text(file: BinaryIO, head: bytes, name: str, path: Path | None, suffix: str) -> Source:
    if sniff.is_guarded(head):
        raise UnreadableDocument(name, "文件已被加密软件加密，请先解密")
    foreign = sniff.foreign(head)
    if foreign is not None:
        raise UnreadableDocument(name, f"这是 {foreign}，读不出文字；请另存为 .docx 或 .txt 后再试")
    if not head and suffix not in TEXT_SUFFIXES:
        raise UnreadableDocument(name, "文件是空的；请重新取得原件")
    data = head + file.read(MAX_TEXT_BYTES + 1 - len(head))
    if len(data) > MAX_TEXT_BYTES:
        raise too_long(name, file.seek(0, 2))
    return read_text(data, name, path, "md" if suffix == ".md" else "txt")


def _is_encrypted(file: BinaryIO) -> bool:
    """Does an OLE file have the stream of an encrypted package ([MS-OFFCRYPTO] 2.3.4)?"""
    file.seek(0)
    return ENCRYPTED in file.read(MAX_TEXT_BYTES)
