"""Limits of reading. Those of packages are in `office/limits.py`.

A normal statement has 3,000–20,000 characters. Each limit leaves it room by a factor of ten or more and keeps the
worst file that passes all of them under 400 MB of memory and 2.5 s (measured by tests/read/test_hostile.py).
"""

from __future__ import annotations

from duizhao.errors import UnreadableDocument

MAX_CHARACTERS = 300_000
"""Forty statements in one file."""

MAX_PARAGRAPHS = 22_000
"""In a text, and in one part of a Word file; a long statement has 500. Each may be a heading with findings of its own:
to check the worst text takes under 2.5 s and 400 MB (measured by tests/cli/test_hostile_check.py)."""

MAX_COMMENTS = 18_000
"""In one Word file; a reviewed copy gets some hundred. Each is a story of its own to read."""

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding that we know needs more than four bytes for a character, and four for a byte order mark."""

MAX_STREAM_BYTES = 32_000_000
"""Bytes of standard input, which is held in memory whole: a Word file with a photo on each page."""

MAX_DEPTH = 100
"""Nested elements. Tables in text boxes in tables reach about 40; Python's own stack ends near 1,000 calls."""

OFFICE_SECONDS = 60.0
"""A cold start of LibreOffice takes 3–10 s on a slow disk, a long document a few more."""

PDF_SECONDS = 20.0
"""Of the clock, for a busy machine; of the processor a PDF gets 5 s (pdf_extractor.py)."""

MAX_OFFICE_BYTES = 64_000_000
"""An old-format file that is handed to another program."""


def refuse_long(text: str, name: str) -> None:
    """Raises UnreadableDocument for a text that would take too long to check."""
    lines = 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
    for count, limit, unit in ((len(text), MAX_CHARACTERS, "字"), (lines, MAX_PARAGRAPHS, "行")):
        if count > limit:
            raise UnreadableDocument(
                name, f"共 {count:,} {unit}，超过上限 {limit:,} {unit}；请拆分后再检查"
            )
