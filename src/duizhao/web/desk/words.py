"""Words of the desk that are put together."""

from __future__ import annotations

from datetime import datetime

from duizhao import api


def batch_name(at: datetime) -> str:
    """The name of a batch that nobody has named: when it was put in."""
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M} 放入"


def accepted() -> str:
    """The suffixes that a browser offers when files are chosen."""
    return ",".join(sorted(api.readable_suffixes()))
