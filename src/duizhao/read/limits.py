"""Limits of reading. Those of packages are in `office/limits.py`.

A normal statement has 3,000–20,000 characters. Each limit leaves it room by a factor of ten or more and keeps the
worst file that passes all of them under 400 MB of memory and 4 s (measured by tests/read/test_hostile.py).
"""

from __future__ import annotations

MAX_CHARACTERS = 300_000
"""Forty statements in one file. A text that consists of headings has a node for every third character:
to check the worst one takes under 4 s and 400 MB (measured by tests/cli/test_hostile_check.py)."""

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding that we know needs more than four bytes for a character, and four for a byte order mark."""

MAX_STREAM_BYTES = 32_000_000
"""Bytes of standard input, which is held in memory whole: a Word file with a photo on each page."""

MAX_DEPTH = 100
"""Nested elements. Tables in text boxes in tables reach about 40; Python's own stack ends near 1,000 calls."""

MAX_PARAGRAPHS = 50_000
"""In one part; a long statement has 500."""

OFFICE_SECONDS = 60.0
"""A cold start of LibreOffice takes 3–10 s on a slow disk, a long document a few more."""

PDF_SECONDS = 20.0
"""Of the clock, for a busy machine; of the processor a PDF gets 5 s (pdf_extractor.py)."""

MAX_OFFICE_BYTES = 64_000_000
"""An old-format file that is handed to another program."""
