"""Limits of packages. Those of text are in `read/limits.py`."""

from __future__ import annotations

MAX_PART_BYTES = 16_000_000
"""One decompressed part. Word writes 20–60 bytes of markup a character: 16 MB is a book."""

MAX_PACKAGE_BYTES = 32_000_000
"""All decompressed parts together: headers, comments and styles included, media never opened."""

MAX_MARKUP = 280_000
"""Tags, and attributes, of one part; a long statement has 25,000. libxml2 keeps 120 bytes for a tag, 216 for an
attribute, and the walk takes 5 µs for a tag."""

MAX_PACKAGE_MARKUP = 350_000
"""Tags of all parsed parts together: thousands of small headers cost as much as one large document."""

MAX_DIRECTORY_BYTES = 500_000
"""The zip's list of entries, about 5,000 of them; a statement with a photo on each page has 100."""
