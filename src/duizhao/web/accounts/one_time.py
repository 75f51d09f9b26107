"""Codes and first passwords: made by chance, good once, easy to copy by hand."""

from __future__ import annotations

import secrets

from django.utils.crypto import constant_time_compare

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that are mistaken for each other: 0 o, 1 l i."""
GROUPS, GROUP_LETTERS = 4, 4


def one_time_word() -> str:
    """Four groups of four: 79 bits, too many to be guessed."""
    return "-".join(
        "".join(secrets.choice(LETTERS) for _ in range(GROUP_LETTERS)) for _ in range(GROUPS)
    )


class SetUpCode:
    """The code that the start of the program prints: who has it may make the first administrator."""

    def __init__(self) -> None:
        self._code = one_time_word()

    @property
    def printed(self) -> str:
        return self._code

    def is_right(self, code: str) -> bool:
        return constant_time_compare(code.strip().lower(), self._code)


SET_UP_CODE = SetUpCode()
"""Of this process: it is the one that serves the site."""
