"""Which characters no font has, as the typesetter says when it refuses to promise that all can be read."""

from __future__ import annotations

import re
from unicodedata import category

# `error: PDF/A-2u error: the text `"\u{378}"` could not be displayed with font …`
REFUSED = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)", re.DOTALL)
SHORT = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def missing_glyphs(diagnostic: str) -> tuple[str, ...]:
    """The characters named in a message of the typesetter, each once, in the order of the message."""
    found = dict.fromkeys(_plain(each) for each in REFUSED.findall(diagnostic))
    # What joins or directs other characters leaves no box where it stands alone.
    return tuple(each for each in found if category(each[0]) != "Cf")


def _plain(escaped: str) -> str:
    """A string as Rust prints it for programmers → the string."""
    return ESCAPED.sub(_character, escaped)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else SHORT.get(found[2], found[2])
