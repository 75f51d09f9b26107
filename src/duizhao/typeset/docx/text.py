"""Characters → WordprocessingML, and a search for characters that it cannot hold."""

from __future__ import annotations

import re

# XML 1.0 2.2: no control characters except tab and line ends, no halves of surrogate pairs.
UNSTORABLE_CHARACTER = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
ODD_BLANK = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
TAB_OR_BREAK = re.compile("[\t\n]")
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# Characters that some programs set in the Latin font and some in the Chinese: quotes, dashes, ×, ·, ①, Greek
# letters (17.3.2.26).
AMBIGUOUS = re.compile("[\u00a1-\u2e7f]")


def unstorable(text: str) -> re.Match[str] | None:
    """The first character that a .docx cannot hold."""
    return UNSTORABLE_CHARACTER.search(text)


def escaped(text: str) -> str:
    """`text` escaped for an element or an attribute."""
    return text.translate(ESCAPES)


def run_content(text: str) -> str:
    """`text` as the elements of a run."""
    if "\t" not in text and "\n" not in text:
        return _text_element(text)
    pieces: list[str] = []
    at = 0
    for mark in TAB_OR_BREAK.finditer(text):
        pieces += (
            _text_element(text[at : mark.start()]),
            "<w:tab/>" if mark[0] == "\t" else "<w:br/>",
        )
        at = mark.end()
    return "".join((*pieces, _text_element(text[at:])))


def _text_element(text: str) -> str:
    if not text:
        return ""
    return f'<w:t xml:space="preserve">{escaped(ODD_BLANK.sub(" ", text))}</w:t>'


def is_ambiguous(text: str) -> bool:
    """Whether a run needs a hint that its `text` is Chinese."""
    return not text.isascii() and AMBIGUOUS.search(text) is not None
