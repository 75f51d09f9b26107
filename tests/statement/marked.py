"""Statements with their points marked: ⟦P…⟧ a problem, ⟦C…⟧ a cause, ⟦M…⟧ a measure."""

from __future__ import annotations

import re

from duizhao.text import Span

MARK = re.compile("⟦([PCM])|⟧")


def unmarked(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """A text without its marks, and its points in text order, each with its letter."""
    pieces: list[str] = []
    points: list[tuple[str, Span]] = []
    length = done = start = 0
    letter = ""
    for mark in MARK.finditer(marked):
        pieces.append(marked[done : mark.start()])
        length += len(pieces[-1])
        done = mark.end()
        if mark[1]:
            letter, start = mark[1], length
        else:
            points.append((letter, Span(start, length)))
    return "".join([*pieces, marked[done:]]), points
