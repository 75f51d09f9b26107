"""Our mark in a report that is text, in HTML, JSON or a PDF: words where each form allows a remark, near its end.

The digest is made of all other bytes, so that it shows any change, also one that only saving has made.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from duizhao.output_mark import OutputKind, OutputMark, digest_of, mark_words

LONGEST_ENDING = 400
"""Bytes at the end of a file in which a mark begins."""
# ISO 32000-1 7.5.5: a PDF ends with the word startxref, a number and %%EOF; a comment may stand before it.
PDF_END = b"startxref"
WORDS = rb"(duizhao \S+ \S+ [0-9a-f]{16})"
MARK = (
    rb"%W\n(?=startxref)|<!--W-->\n\Z"
    rb'|,"mark":"W"(?=\}\s*\Z)|,"properties":\{"mark":"W"\}(?=\}\s*\Z)'
    rb"|^(?:# )?W\n\Z"
).replace(b"W", WORDS)


@cache
def _mark() -> re.Pattern[bytes]:
    # Compiled here: most runs meet no file of ours.
    return re.compile(MARK, re.MULTILINE)


def with_text_mark(data: bytes, kind: OutputKind) -> bytes:
    """The bytes of a report or a PDF of ours with our mark."""
    at, before, after = _place(data, kind)
    words = mark_words(kind, digest_of(data)).encode()
    return data[:at] + before + words + after + data[at:]


def read_text_mark(path: Path) -> OutputMark | None:
    """Our mark in a file; None for a file without one, or that cannot be read. Reads all of a file that has one."""
    # Opening a pipe may wait for ever.
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - LONGEST_ENDING))
            if b"duizhao " not in file.read():
                return None
            file.seek(0)
            return text_mark_in(file.read())
    except OSError:
        return None


def text_mark_in(data: bytes) -> OutputMark | None:
    """Our mark in the bytes of a file, as `read_text_mark` returns it."""
    found = _mark().search(data, max(0, len(data) - LONGEST_ENDING))
    if not found:
        return None
    digest = digest_of(data[: found.start()], data[found.end() :])
    return OutputMark.from_words(found[found.lastindex or 0].decode("utf-8", "replace"), digest)


def _place(data: bytes, kind: OutputKind) -> tuple[int, bytes, bytes]:
    """Where the mark goes, and what stands before and behind its words."""
    if data.startswith(b"%PDF"):
        return data.rfind(PDF_END), b"%", b"\n"
    if data.startswith(b"<!doctype html"):
        return len(data), b"<!--", b"-->\n"
    if data.startswith(b"{"):
        is_sarif = b"/sarif-" in data[:LONGEST_ENDING]
        around = (b',"properties":{"mark":"', b'"}') if is_sarif else (b',"mark":"', b'"')
        return data.rfind(b"}"), *around
    return len(data), b"# " if kind is OutputKind.PROFILE else b"", b"\n"
