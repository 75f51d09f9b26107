"""The places of the lines of a text, without surrounding blanks."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# White space by Unicode, and invisible characters.
BLANKS = (
    " \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_MARGIN = BLANKS + "\r\n"
MARGIN = frozenset(_MARGIN)
QUOTES = ">＞"
_BEFORE = MARGIN | {"#", "*", *QUOTES}
MARKDOWN = LazyPattern(r"[ \t\u3000]*#{1,6}[ \t\u3000]+")
# The marks before each line of a mail that is sent on.
QUOTED = LazyPattern(r"(?:[>＞][ \t\u3000]*)+")

Line = tuple[int, int]


def lines(text: str, span: Span) -> list[Line]:
    """The trimmed lines in `span` that are not empty: `(start, end)` in `text`."""
    found: list[Line] = []
    at = span.start
    # \r becomes \n, which is as long: offsets stay valid.
    for line in text[span.start : span.end].replace("\r", "\n").split("\n"):
        if line:
            if line[0] in _BEFORE or line[-1] in MARGIN:
                start, end = _within_bold(line, *trim(line, _behind_mark(line), len(line)))
                if start < end:
                    found.append((at + start, at + end))
            else:
                found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _behind_mark(line: str) -> int:
    """The length of the mark of a Markdown heading, or of a quoted line of a mail; 0 for any other line."""
    mark = (QUOTED if line[0] in QUOTES else MARKDOWN).match(line)
    return mark.end() if mark else 0


def _within_bold(line: str, start: int, end: int) -> Line:
    """A line without the marks of bold type around all of it: **一、存在的问题**."""
    bold = end - start > 4 and line.startswith("**", start) and line.endswith("**", start, end)
    if not bold or line.find("**", start + 2, end - 2) >= 0:
        return start, end
    return trim(line, start + 2, end - 2)


def trim(text: str, start: int, end: int) -> Line:
    """`text[start:end]` without surrounding blanks and line breaks."""
    if start >= end:
        return start, start
    if text[start] in MARGIN or text[end - 1] in MARGIN:
        piece = text[start:end]
        end = start + len(piece.rstrip(_MARGIN))
        start = min(end, start + len(piece) - len(piece.lstrip(_MARGIN)))
    return start, end


def quoted_lines(text: str, found: Sequence[Line]) -> list[bool]:
    """Whether each line is quoted by “>”, as in a mail that is sent on; empty if most lines are not."""
    if not any(mark in text for mark in QUOTES):
        return []
    quoted = [_is_quoted(text, start) for start, _ in found]
    return quoted if sum(quoted) * 2 >= len(found) else []


def _is_quoted(text: str, start: int) -> bool:
    while start and text[start - 1] in BLANKS:
        start -= 1
    return start > 0 and text[start - 1] in QUOTES
