"""Characters of a .docx: those that it cannot hold, and those with a font that depends on a hint."""

from __future__ import annotations

import re

from duizhao.office import new_word_package

# XML 1.0 2.2: no control characters except tab and line ends, no halves of surrogate pairs.
UNSTORABLE_CHARACTER = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
ODD_BLANK = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
# Characters that some programs set in the Latin font and some in the Chinese: quotes, dashes, ×, ·, ①, Greek
# letters (17.3.2.26).
AMBIGUOUS = re.compile("[\u00a1-\u2e7f]")


def unstorable(text: str) -> re.Match[str] | None:
    """The first character that a .docx cannot hold."""
    return UNSTORABLE_CHARACTER.search(text)


def run_content(text: str) -> str:
    """`text` as the elements of a run, odd blanks as plain ones."""
    return new_word_package.run_content(ODD_BLANK.sub(" ", text))


def is_ambiguous(text: str) -> bool:
    """Whether a run needs a hint that its `text` is Chinese."""
    return not text.isascii() and AMBIGUOUS.search(text) is not None
