"""What one slip has made of the rest of a phrase."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class SlipKind(Enum):
    """What happened to a phrase, as a message names it."""

    WRONG = "错了一个字"
    MISSING = "漏了字"
    EXTRA = "多了字"
    EXCHANGED = "有两个字颠倒了"
    AS_IT_STANDS = "写错了"


class Deviation(NamedTuple):
    """A slip: its offset, and how many characters it covers of the right text, and of the written one."""

    kind: SlipKind
    at: int
    of_right: int
    of_written: int


def deviation(right: str, text: str) -> Deviation | None:
    """The one slip by which `text` begins otherwise than `right`; None if it begins with it, or has more slips.

    >>> deviation("社会主义思想", "社会注义思想。")
    Deviation(kind=<SlipKind.WRONG: '错了一个字'>, at=2, of_right=1, of_written=1)
    >>> deviation("社会主义思想", "社主义思想。")
    Deviation(kind=<SlipKind.MISSING: '漏了字'>, at=1, of_right=1, of_written=0)
    """
    at = _mismatch(right, text)
    left = len(right) - at
    if not left or at >= len(text):
        return None
    after = right[at + 1 :]
    if left > 1 and text.startswith(right[at + 1] + right[at] + right[at + 2 :], at):
        return Deviation(SlipKind.EXCHANGED, at, 2, 2)
    if text.startswith(right[at:], at + 1):
        return Deviation(SlipKind.EXTRA, at, 0, 1)
    if text.startswith(after, at + 1):
        return Deviation(SlipKind.WRONG, at, 1, 1)
    if left > 1 and text.startswith(after, at):
        return Deviation(SlipKind.MISSING, at, 1, 0)
    if at > 1 and text[at : at + 2] == right[at - 2 : at] and text.startswith(right[at:], at + 2):
        return Deviation(SlipKind.EXTRA, at, 0, 2)
    return None


def _mismatch(right: str, text: str) -> int:
    """How much of `right` stands at the beginning of `text`."""
    for at, (one, other) in enumerate(zip(right, text, strict=False)):
        if one != other:
            return at
    return min(len(right), len(text))
