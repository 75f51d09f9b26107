"""The author of our comments and tracked changes, and the sign by which they are known as ours.

A name alone would not do: the person who bears it comments too, in the same file and under the same name.
"""

from __future__ import annotations

AUTHOR = "duizhao"
MARK = "\u2060"
"""WORD JOINER: no program shows it, and no keyboard types it behind a name."""


def is_ours(author: str) -> bool:
    """Did we write what has this author, under whatever name?"""
    return author == AUTHOR or author.endswith(MARK)
