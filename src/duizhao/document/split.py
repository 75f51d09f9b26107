"""Finds the statements in a source: most hold one, a collection holds many."""

from __future__ import annotations

from duizhao.text import Marks, Source, Span


def split(source: Source, marks: Marks | None = None) -> tuple[Span, ...]:
    """The span of each statement in `source`, in order."""
    return (Span(0, len(source.text)),)
