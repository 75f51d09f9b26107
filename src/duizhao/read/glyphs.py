"""The character that an element inside a run shows: a tab, a break, a symbol."""

from __future__ import annotations

from lxml import etree

from duizhao.office.wordml import FIXED, value, word

EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
EMOJI_CHARACTER = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}char"

SYMBOL = frozenset((*word("sym"), EMOJI))

# The tick boxes and bullets of Wingdings, Wingdings 2 and Symbol that Chinese forms use.
SYMBOLS = {
    ("wingdings", 0xF06C): "●",
    ("wingdings", 0xF06E): "■",
    ("wingdings", 0xF06F): "□",
    ("wingdings", 0xF075): "◆",
    ("wingdings", 0xF0A8): "□",
    ("wingdings", 0xF0D8): "➢",
    ("wingdings", 0xF0FC): "✓",
    ("wingdings", 0xF0FD): "☒",
    ("wingdings", 0xF0FE): "☑",
    ("wingdings 2", 0xF050): "✓",
    ("wingdings 2", 0xF052): "☑",
    ("wingdings 2", 0xF053): "☒",
    ("wingdings 2", 0xF0A3): "□",
    ("symbol", 0xF0B7): "•",
}


def glyph(element: etree._Element) -> str:
    """The character that `element`, a child of w:r, shows; "" if it shows none."""
    tag = element.tag
    if tag in FIXED:
        return FIXED[tag]
    return _symbol(element) if tag in SYMBOL else ""


def _symbol(element: etree._Element) -> str:
    code = _code(value(element, "char") or element.get(EMOJI_CHARACTER))
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    font = (value(element, "font") or "").lower()
    return SYMBOLS.get((font, code | 0xF000), chr(code))


def _code(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return 0
