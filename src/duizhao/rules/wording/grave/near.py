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
    if left > 1 and text[at : at + 2] == right[at + 1] + right[at]:
        return _if_goes_on(Deviation(SlipKind.EXCHANGED, at, 2, 2), right, text)
    for kind, of_right, of_written in (
        (SlipKind.EXTRA, 0, 1),
        (SlipKind.WRONG, 1, 1),
        *(((SlipKind.MISSING, 1, 0),) if left > 1 else ()),
        *(((SlipKind.EXTRA, 0, 2),) if at > 1 and text[at : at + 2] == right[at - 2 : at] else ()),
    ):
        if found := _if_goes_on(Deviation(kind, at, of_right, of_written), right, text):
            return found
    return None


def _if_goes_on(found: Deviation, right: str, text: str) -> Deviation | None:
    """The slip, if the rest stands behind it."""
    rest = right[found.at + found.of_right :]
    return found if text.startswith(rest, found.at + found.of_written) else None


def _mismatch(right: str, text: str) -> int:
    """How much of `right` stands at the beginning of `text`."""
    for at, (one, other) in enumerate(zip(right, text, strict=False)):
        if one != other:
            return at
    return min(len(right), len(text))
