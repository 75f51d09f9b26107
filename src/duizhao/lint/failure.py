"""A file without a result."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be checked: its name, and the reason in one line."""

    name: str
    reason: str
