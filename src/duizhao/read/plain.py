"""Plain text and Markdown → Source."""

from __future__ import annotations

from pathlib import Path

from duizhao.errors import UnreadableDocument
from duizhao.read.encoding import decode
from duizhao.read.limits import MAX_TEXT_BYTES, refuse_long
from duizhao.text import Source

TEXT_FORMATS = ("txt", "md")
"""The formats of a source that is plain text: it can be written back as it was read."""


def read_text(data: bytes, name: str, path: Path | None = None, form: str = "txt") -> Source:
    """The text in `data`, every character of it; only a byte order mark is taken off."""
    if len(data) > MAX_TEXT_BYTES:
        raise too_long(name, len(data))
    decoded = decode(data, name)
    refuse_long(decoded.text, name)
    return Source(decoded.text, name, path, form, decoded.encoding, decoded.bom)


def too_long(name: str, size: int) -> UnreadableDocument:
    """The refusal of a text file that is too large to be decoded; `size` in bytes."""
    limit = MAX_TEXT_BYTES / 1_000_000
    return UnreadableDocument(
        name, f"文本文件有 {size / 1_000_000:.1f} MB，超过上限 {limit:.1f} MB；请拆分后再检查"
    )
