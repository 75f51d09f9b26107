"""Official wording of a unit's own: a list of phrases, or documents that all its people had to write from."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"[^。！？；\n\r]+")
# A shorter sentence is a heading or a form of address, and would take the same few words out of every text.
SHORTEST = 8


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a list: one a line; a line that begins with # is a remark."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a document, each to be left out where it comes back word for word."""
    found = (match[0].strip() for match in SENTENCE.finditer(text))
    return tuple(dict.fromkeys(one for one in found if len(one) >= SHORTEST))
