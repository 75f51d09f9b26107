"""Cuts a run into pieces between which a line may break, so that nothing runs out of the page."""

from __future__ import annotations

import re
from unicodedata import combining

# What has no break of its own: neither blanks nor characters of Chinese.
UNBROKEN = re.compile(
    r"[^\s\u2e80-\u2fff\u3040-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]{20,}"
)
JOINERS = frozenset("\u200d\ufe0e\ufe0f")
MOST_MARKS = 31
"""A character with its marks (UAX 15, stream-safe format); the typesetter takes seconds over one with thousands."""


def pieces(text: str) -> list[str | None]:
    """The text in pieces: a line may break between any two, and must break where None stands."""
    found: list[str | None] = []
    for number, line in enumerate(text.split("\n")):
        found += [None] if number else []
        found += _line(line)
    return found


def _line(line: str) -> list[str]:
    """Long addresses and rows of signs character by character, all else in one piece."""
    found: list[str] = []
    at = 0
    for unbroken in UNBROKEN.finditer(line):
        found += [line[at : unbroken.start()], *_characters(unbroken[0])]
        at = unbroken.end()
    return [piece for piece in (*found, line[at:]) if piece]


def _characters(text: str) -> list[str]:
    """Single characters, each with the marks that belong to it."""
    found: list[str] = []
    for character in text:
        if found and _belongs(character, found[-1]):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(character: str, before: str) -> bool:
    joins = combining(character) or character in JOINERS or before[-1] in JOINERS
    # Marks that stand on nothing are pieces of their own.
    return bool(joins) and len(before) < MOST_MARKS and not combining(before[0])
