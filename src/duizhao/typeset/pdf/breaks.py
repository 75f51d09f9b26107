"""Cuts a run into pieces between which a line may break, so that long unbroken text stays on the page."""

from __future__ import annotations

import re
from unicodedata import combining

# Text in which typst finds no break: neither blanks nor Chinese characters.
UNBROKEN = re.compile(
    r"[^\s\u2e80-\u2fff\u3040-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]{20,}"
)
JOINERS = frozenset("\u200d\ufe0e\ufe0f")
MAX_COMBINING_MARKS = 31
"""Marks on one character (UAX 15, stream-safe format); typst takes seconds for one with thousands."""


def unbreakable_pieces(text: str) -> list[str | None]:
    """The text in pieces: a line may break between any two, and must break at None."""
    found: list[str | None] = []
    for number, line in enumerate(text.split("\n")):
        found += [None] if number else []
        found += _line(line)
    return found


def _line(line: str) -> list[str]:
    """Long addresses and rows of signs are cut into characters; other text stays in one piece."""
    found: list[str] = []
    at = 0
    for unbroken in UNBROKEN.finditer(line):
        found += [line[at : unbroken.start()], *_characters(unbroken[0])]
        at = unbroken.end()
    return [piece for piece in (*found, line[at:]) if piece]


def _characters(text: str) -> list[str]:
    """Single characters, each with its combining marks."""
    found: list[str] = []
    for character in text:
        if found and _belongs(character, found[-1]):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(character: str, before: str) -> bool:
    joins = combining(character) or character in JOINERS or before[-1] in JOINERS
    # A mark without a base character is a piece of its own.
    return bool(joins) and len(before) < MAX_COMBINING_MARKS and not combining(before[0])
