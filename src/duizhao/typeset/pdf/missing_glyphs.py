"""The characters that no font has, read from the message with which typst refuses PDF/A."""

from __future__ import annotations

import re
from unicodedata import category

# `error: PDF/A-2u error: the text `"\u{378}"` could not be displayed with font …`
NOT_DISPLAYED = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)", re.DOTALL)
SHORT_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def missing_glyphs(diagnostic: str) -> tuple[str, ...]:
    """The characters named in a message of typst, each once, in the order of the message."""
    found = dict.fromkeys(_unescape(each) for each in NOT_DISPLAYED.findall(diagnostic))
    # A format character (joiner, direction mark) shows no box where the font lacks it.
    return tuple(each for each in found if category(each[0]) != "Cf")


def _unescape(escaped: str) -> str:
    """A string in Rust's debug format → the string."""
    return RUST_ESCAPE.sub(_character, escaped)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else SHORT_ESCAPES.get(found[2], found[2])
