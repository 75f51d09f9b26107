"""Names out of a file, fit for a message."""

from __future__ import annotations


def printable(text: str) -> str:
    """`text` fit for one line of a message: no breaks, controls or direction marks."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
