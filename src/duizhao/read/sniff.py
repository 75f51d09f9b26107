"""What a file is, by its first bytes: a suffix may lie."""

from __future__ import annotations

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"

OTHERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG 图片",
    b"\xff\xd8\xff": "JPEG 图片",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf": "7z 压缩包",
    b"GIF8": "GIF 图片",
}

HEAD = 512
"""Bytes that are enough to tell."""


def kind(head: bytes) -> str:
    """zip, ole, rtf or text."""
    if head.startswith((ZIP, EMPTY_ZIP)):
        return "zip"
    if head.startswith(OLE):
        return "ole"
    return "rtf" if head.startswith(RTF) else "text"


def foreign(head: bytes) -> str | None:
    """The Chinese name of a kind of file that holds no text we can read, or None."""
    return next((name for magic, name in OTHERS.items() if head.startswith(magic)), None)
