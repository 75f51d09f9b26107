"""Characters that cannot be shown or written as they are: controls, marks without a shape, halves of surrogate pairs.

A hostile text may use them to hide words or to take over a terminal; every format passes its text through here.
"""

from __future__ import annotations

import re

from duizhao.text.pattern import LazyPattern

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
SHAPELESS = "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
SURROGATES = "\ud800-\udfff"

UNSEEN = LazyPattern(f"[{CONTROLS}{SHAPELESS}{SURROGATES}\ufffe\uffff]")
BREAKS = LazyPattern("[\n\r]")
UNWRITABLE = LazyPattern(f"[{SURROGATES}]")
# In GB18030 the second byte of a character may be ASCII, and two bytes may happen to be one character of UTF-8.
NOT_UTF8 = LazyPattern("[\x80-\u07ff]*[\udc80-\udcff][!-.0-~\x80-\u07ff\udc80-\udcff]*")
# XML 1.0, production [2] Char
ILLEGAL_IN_XML = LazyPattern(f"[\x00-\x08\x0b\x0c\x0e-\x1f{SURROGATES}\ufffe\uffff]")


def encodable(text: str) -> str:
    """`text` with U+FFFD for every lone surrogate, so that UTF-8 can encode it; no offset changes."""
    try:
        # Refused in UTF-16 as in UTF-8, and found in a third of the time.
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return UNWRITABLE.sub("\ufffd", text)
    return text


def named(character: str) -> str:
    """A character by its number: `U+202E`."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """`text` with the number of each character without a shape (`<U+200B>`), for a terminal and for messages."""
    # Characters without a shape are unprintable, and most text has none: this test is quick. The same below.
    if text.isprintable():
        return text
    return UNSEEN.sub(lambda found: f"<{named(found[0])}>", text)


def on_one_line(text: str) -> str:
    """`text` with line breaks written out too, and tabs as spaces: nothing in it can begin a line of its own."""
    if text.isprintable():
        return text
    return BREAKS.sub(lambda found: f"<{named(found[0])}>", shown(text)).replace("\t", " ")


def names_decoded(text: str) -> str:
    """`text` with each file name that is no UTF-8 as GB18030 has it, which old archives and disks use.

    Python gives the bytes of such a name as halves of surrogate pairs. What is no GB18030 either becomes U+FFFD.
    """
    return text if text.isprintable() else encodable(NOT_UTF8.sub(_as_gb18030, text))


def _as_gb18030(found: re.Match[str]) -> str:
    data = found[0].encode("utf-8", "surrogateescape")
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return found[0]


def printable(text: str) -> str:
    """`text` as part of a message: each break, control and direction mark is U+FFFD."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
