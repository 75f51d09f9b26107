"""Word files with tables and pictures, made for tests, and what stands in typeset ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import docx
from docx.document import Document
from lxml import etree

from duizhao import api

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = ("民主生活会个人对照检查材料", "区图书馆馆长　沈若梅")


def png(width: int, height: int, red: int = 200) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + bytes((red, 60, 60)) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def bitmap(width: int, height: int) -> bytes:
    """The same as a BMP file, which no PDF can hold."""
    row = bytes((60, 60, 200)) * width
    row += bytes(-len(row) % 4)
    body = row * height
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(body), 2835, 2835, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + len(body), 0, 0, 54) + head + body


def new() -> Document:
    """A Word file that begins as a statement does."""
    made = docx.Document()
    for line in TITLE:
        made.add_paragraph(line)
    return made


def saved(document: Document, folder: Path) -> Path:
    file = folder / "原件.docx"
    document.save(str(file))
    return file


def body(file: Path | bytes) -> etree._Element:
    """The w:body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def media(data: bytes) -> list[bytes]:
    """The image files in a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist() if "/media/" in name]


def words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def rows(table: etree._Element) -> list[list[str]]:
    """The words of each cell."""
    return [
        [words(cell) for cell in row.iterchildren(f"{W}tc")] for row in table.iterchildren(f"{W}tr")
    ]


def typeset(file: Path, form: str = "docx") -> api.TypesetText:
    return api.Typesetter(form).typeset_file(file, api.Checker())
