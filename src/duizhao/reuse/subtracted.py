"""A stretch of a text that screening leaves out of account."""

from __future__ import annotations

from dataclasses import dataclass

from duizhao.text import Span


@dataclass(frozen=True, slots=True)
class Subtracted:
    """A stretch left out of account, why, and by whose word."""

    span: Span
    reason: str
    source: str
