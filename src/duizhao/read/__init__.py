"""Bytes → Source: text files, .docx, PDF, and older formats through Word, WPS or LibreOffice."""

from duizhao.read.conversion_batch import converted_together
from duizhao.read.converted_folder import ConvertedFolder
from duizhao.read.encoding import decode
from duizhao.read.file import (
    read,
    read_bytes,
    read_bytes_with_package,
    read_stream,
    read_stream_with_package,
    read_with_package,
    unpack,
)
from duizhao.read.limits import MAX_CHARACTERS, MAX_PARAGRAPHS, MAX_TEXT_BYTES, refuse_long
from duizhao.read.passed_over import PassedOver
from duizhao.read.plain import TEXT_FORMATS
from duizhao.read.run_text import run_text
from duizhao.read.walk import SUFFIXES, readable_suffixes, survey, walk

__all__ = [
    "MAX_CHARACTERS",
    "MAX_PARAGRAPHS",
    "MAX_TEXT_BYTES",
    "SUFFIXES",
    "TEXT_FORMATS",
    "ConvertedFolder",
    "PassedOver",
    "converted_together",
    "decode",
    "read",
    "read_bytes",
    "read_bytes_with_package",
    "read_stream",
    "read_stream_with_package",
    "read_with_package",
    "readable_suffixes",
    "refuse_long",
    "run_text",
    "survey",
    "unpack",
    "walk",
]
