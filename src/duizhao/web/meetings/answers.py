"""What pages of meetings have in common."""

from __future__ import annotations

OVERTAKEN = "这一页打开之后，别人又改过。下面是你填的，请对照看过，再存一次"


def whole_number(text: str) -> int | None:
    """The number that a field holds; None where it holds none."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 7 else None
