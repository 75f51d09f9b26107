"""Characters as WordprocessingML: what XML cannot hold is told beforehand."""

from __future__ import annotations

import re

# XML 1.0 2.2: no control characters but tab and line ends, no halves of surrogate pairs.
UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
ODD_BLANK = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
MARKS = re.compile("[\t\n]")
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# Letters that are Latin to one program and Chinese to another: quotes, dashes, ×, ·, ①, Greek (17.3.2.26).
AMBIGUOUS = re.compile("[\u00a1-\u2e7f]")


def unstorable(text: str) -> re.Match[str] | None:
    """The first character that a .docx cannot hold."""
    return UNSTORABLE.search(text)


def escaped(text: str) -> str:
    """`text` for an element or an attribute."""
    return text.translate(ESCAPES)


def content(text: str) -> str:
    """`text` inside a run."""
    if "\t" not in text and "\n" not in text:
        return _words(text)
    pieces: list[str] = []
    at = 0
    for mark in MARKS.finditer(text):
        pieces += (_words(text[at : mark.start()]), "<w:tab/>" if mark[0] == "\t" else "<w:br/>")
        at = mark.end()
    return "".join((*pieces, _words(text[at:])))


def _words(text: str) -> str:
    if not text:
        return ""
    return f'<w:t xml:space="preserve">{escaped(ODD_BLANK.sub(" ", text))}</w:t>'


def is_ambiguous(text: str) -> bool:
    """Whether a program has to be told that `text` is Chinese."""
    return not text.isascii() and AMBIGUOUS.search(text) is not None
