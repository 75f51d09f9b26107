"""A file without a result."""

from __future__ import annotations

from duizhao.text import value


@value
class Failure:
    """A file that could not be checked: its name, and the reason in one line."""

    name: str
    reason: str
