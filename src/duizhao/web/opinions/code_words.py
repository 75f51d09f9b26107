"""Codes of slips and receipts: 80 random bits in four groups of four letters that nobody mistakes for another."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 of them, without 0 and O, 1 and I."""
GROUPS, GROUP_CHARACTERS = 4, 4
CODE_CHARACTERS = GROUPS * GROUP_CHARACTERS
MISTAKEN = str.maketrans({"0": "Q", "O": "Q", "1": "L", "I": "L"})
"""What people read for a letter that looks alike."""
DASHES = str.maketrans("", "", "-－—–―‐_.·, \t\r\n\u3000")


def new_code() -> str:
    """A random code as it is printed: 7KQ2-M9XD-…"""
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE_CHARACTERS))
    return in_groups(letters)


def in_groups(letters: str) -> str:
    """A code as it is printed."""
    return "-".join(
        letters[at : at + GROUP_CHARACTERS] for at in range(0, CODE_CHARACTERS, GROUP_CHARACTERS)
    )


def as_letters(typed: str) -> str:
    """The letters of a code as somebody typed it: in small or wide letters, with any dashes or none."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(DASHES)
    return plain.translate(MISTAKEN)


def is_code(letters: str) -> bool:
    """Whether these are the letters of a code."""
    return len(letters) == CODE_CHARACTERS and set(letters) <= set(LETTERS)


def hash_of(letters: str) -> str:
    """The SHA-256 of a code."""
    return hashlib.sha256(letters.encode()).hexdigest()


def receipt_of_item(receipt_hash: str, number: int) -> str:
    """By what the item with this number of one person is found: items of one person have nothing in common."""
    return hash_of(f"{receipt_hash}:{number}")
