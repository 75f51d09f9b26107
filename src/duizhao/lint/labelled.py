"""Enums with an English value for files and a Chinese name for people."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Labelled(Enum):
    """An Enum of members such as `ERROR = "error", "必改"`: their value, and their name to users.

    `rank` is the place of a member, 0 for the first.
    """

    _value_: str
    label: str
    rank: int

    def __new__(cls, value: str, label: str) -> Self:
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        member.rank = len(cls.__members__)
        return member

    # Members are counted by the thousand, and the hash of Enum is a function in Python.
    __hash__ = object.__hash__

    @classmethod
    def from_word(cls, word: str) -> Self | None:
        """The member that users call by its value or by its Chinese name; None for another word."""
        return next((each for each in cls if word in (each.value, each.label)), None)
