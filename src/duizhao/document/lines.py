"""Where the lines of a text stand, without the blanks around them."""

from __future__ import annotations

import re

from duizhao.text import Span

# White space as Unicode has it, and the characters that show nothing at all.
BLANKS = (
    " \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_MARGIN = BLANKS + "\r\n"
MARGIN = frozenset(_MARGIN)
_BEFORE = MARGIN | {"#"}
MARKDOWN = re.compile(r"[ \t\u3000]*#{1,6}[ \t\u3000]+")

Line = tuple[int, int]


def lines(text: str, span: Span) -> list[Line]:
    """The lines in `span` that hold anything, each trimmed: `(start, end)` in `text`."""
    found: list[Line] = []
    at = span.start
    # Carriage returns become breaks of the same length, so that offsets stay true.
    for line in text[span.start : span.end].replace("\r", "\n").split("\n"):
        if line:
            if line[0] in _BEFORE or line[-1] in MARGIN:
                start, end = trim(line, _behind_mark(line), len(line))
                if start < end:
                    found.append((at + start, at + end))
            else:
                found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _behind_mark(line: str) -> int:
    """Where the words of a Markdown heading begin; 0 for any other line."""
    mark = MARKDOWN.match(line)
    return mark.end() if mark else 0


def trim(text: str, start: int, end: int) -> Line:
    """`text[start:end]` without the blanks and breaks around it."""
    if start >= end:
        return start, start
    if text[start] in MARGIN or text[end - 1] in MARGIN:
        piece = text[start:end]
        end = start + len(piece.rstrip(_MARGIN))
        start = min(end, start + len(piece) - len(piece.lstrip(_MARGIN)))
    return start, end
