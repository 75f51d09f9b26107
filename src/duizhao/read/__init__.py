"""Bytes → Source: text files, .docx, and older formats through LibreOffice."""

from duizhao.read.file import (
    read,
    read_bytes,
    read_stream,
    read_stream_with_package,
    read_with_package,
)
from duizhao.read.limits import MAX_CHARACTERS, MAX_PARAGRAPHS, MAX_TEXT_BYTES
from duizhao.read.plain import refuse_long
from duizhao.read.walk import SUFFIXES, walk

__all__ = [
    "MAX_CHARACTERS",
    "MAX_PARAGRAPHS",
    "MAX_TEXT_BYTES",
    "SUFFIXES",
    "read",
    "read_bytes",
    "read_stream",
    "read_stream_with_package",
    "read_with_package",
    "refuse_long",
    "walk",
]
