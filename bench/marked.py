"""Statements with their points marked: ⟦P…⟧ a problem, ⟦C…⟧ a cause, ⟦M…⟧ a measure."""

from __future__ import annotations

import re

from duizhao.statement import Statement
from duizhao.statement.outline.labelled_points import LetteredSpan
from duizhao.text import Span

MARK = re.compile("⟦([PCM])|⟧")
CLOSING = " \u3000\n；;。，"


def unmarked(marked: str) -> tuple[str, list[LetteredSpan]]:
    """A text without its marks, and its points in text order."""
    pieces: list[str] = []
    points: list[LetteredSpan] = []
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


def trimmed(text: str, point: LetteredSpan) -> LetteredSpan:
    """A point without blanks around it and without closing punctuation."""
    letter, (start, end) = point
    words = text[start:end]
    stop = start + len(words.rstrip(CLOSING))
    return letter, Span(start + len(words) - len(words.lstrip()), stop)


def found_points(read: Statement) -> list[LetteredSpan]:
    """The points that the program finds, kind by kind."""
    kinds = (("P", read.problems), ("C", read.causes), ("M", read.measures))
    return [(letter, each.span) for letter, points in kinds for each in points]
