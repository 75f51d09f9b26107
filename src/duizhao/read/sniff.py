"""The kind of a file by its first bytes: a suffix may be wrong."""

from __future__ import annotations

ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
KINDS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
)

OTHERS = {
    b"\x89PNG": "PNG 图片",
    b"\xff\xd8\xff": "JPEG 图片",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf": "7z 压缩包",
    b"GIF8": "GIF 图片",
    b"MIME-Version:": "网页存档（MHT）",
}

GUARDS = (b"%TSD-Header-###%", b"E-SafeNet")
"""Signs near the start of what document guards leave on disk for programs that they do not know."""
GUARD_END = 64

HEAD = 512
"""Bytes that are enough to know the kind."""


def kind(head: bytes) -> str:
    """The kind: zip, odt, ole, rtf, pdf, html, wordml (the single XML file of Word 2003) or text."""
    found = next((kind for magic, kind in KINDS if head.startswith(magic)), "text")
    if found == "zip":
        return "odt" if ODT in head else "zip"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<html", b"<!doctype html")):
        return "html"
    return "wordml" if start.startswith(b"<?xml") and b"word.document" in start else found


def foreign(head: bytes) -> str | None:
    """The Chinese name of a kind of file that has no text for us, or None."""
    return next((name for magic, name in OTHERS.items() if head.startswith(magic)), None)


def is_guarded(head: bytes) -> bool:
    """Did a document guard encrypt the file?"""
    return any(sign in head[:GUARD_END] for sign in GUARDS)
