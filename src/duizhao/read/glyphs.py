"""The characters that an element inside a run shows: text, a tab, a break, a symbol."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from duizhao.office.wordml import BLANKS, FIXED, keeps_blanks, value, word
from duizhao.text.pattern import LazyPattern

EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
EMOJI_CHARACTER = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}char"


def _row(first: int, signs: str) -> dict[int, str]:
    return {0xF000 + first + at: sign for at, sign in enumerate(signs)}


CIRCLED = _row(0x81, "①②③④⑤⑥⑦⑧⑨⑩") | _row(0x8C, "❶❷❸❹❺❻❼❽❾❿")
GREEK = _row(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ") | _row(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
MATHEMATICS = _row(0xA3, "≤⁄∞") | _row(0xAC, "←↑→↓°±″≥×∝∂•÷≠≡≈…") | _row(0xD5, "∏√")
FONTS = {
    "wingdings": _row(0x21, "✏✂✁") | _row(0x28, "☎✆") | _row(0x3E, "✇✍") | {0xF041: "✌"}
    | _row(0x45, "☜☞☝☟") | {0xF04A: "☺", 0xF04C: "☹"} | _row(0x6C, "●❍■□") | _row(0x71, "❑❒⬧⧫◆❖⬥⌧")
    | CIRCLED | _row(0x9E, "·•") | _row(0xA4, "◉◎") | {0xF0A1: "○"} | _row(0xA7, "▪□") | _row(0xAA, "✦★✶✴✹")
    | {0xF0D8: "➢"} | _row(0xDF, "←→↑↓↖↗↙↘") | {0xF0E8: "➔"} | _row(0xEF, "⇦⇨⇧⇩") | _row(0xFB, "✗✓☒☑"),
    "wingdings 2": {0xF048: "☞"} | _row(0x4F, "✗✓☒☑☒☒") | _row(0x6A, "①②③④⑤⑥⑦⑧⑨⑩")
    | _row(0x75, "❶❷❸❹❺❻❼❽❾❿") | {0xF097: "●"} | _row(0xA2, "■□"),
    "webdings": _row(0x33, "◀▶▲▼") | {0xF061: "✔", 0xF063: "□", 0xF067: "■", 0xF06E: "●", 0xF072: "✖"},
    "symbol": GREEK | MATHEMATICS,
}  # fmt: skip
"""Characters of symbol fonts in Unicode; these fonts have them in U+F020–F0FF."""
OTHER_SYMBOL = "▪"
"""Stands for a sign of a symbol font without a place in the tables: readers see a sign, whichever it is."""
SYMBOL_FONTS = frozenset((*FONTS, "wingdings 3"))
PRIVATE = LazyPattern("[\uf020-\uf0ff]")
RUN_FONTS = word("rFonts")


def symbol_font(properties: etree._Element) -> str:
    """The symbol font in which a run with these w:rPr is set; "" if it is set in none."""
    fonts = next(properties.iterchildren(*RUN_FONTS), None)
    named = () if fonts is None else (str(each).lower() for each in fonts.attrib.values())
    return next((each for each in named if each in SYMBOL_FONTS), "")


def as_signs(text: str, font: str) -> str:
    """`text` as it shows in a symbol font, character for character."""
    signs = FONTS.get(font, {})
    return PRIVATE.sub(lambda found: signs.get(ord(found[0]), OTHER_SYMBOL), text)


def _text(element: etree._Element, font: str) -> str:
    text = element.text or ""
    if text and (text[0] in BLANKS or text[-1] in BLANKS) and not keeps_blanks(element):
        text = text.strip(BLANKS)
    # A line break inside w:t is white space to Word; only w:br breaks a line.
    return (as_signs(text, font) if font else text).replace("\n", " ")


def _fixed(element: etree._Element, _: str) -> str:
    return FIXED[element.tag]


def _symbol(element: etree._Element, _: str) -> str:
    code = _code(value(element, "char") or element.get(EMOJI_CHARACTER))
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    font = (value(element, "font") or "").lower()
    sign = FONTS.get(font, {}).get(code | 0xF000)
    return sign or (OTHER_SYMBOL if 0xF020 <= code <= 0xF0FF else chr(code))


def _code(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return 0


CHARACTERS_SHOWN: dict[object, Callable[[etree._Element, str], str]] = {
    **dict.fromkeys((*word("t"), *word("delText")), _text),
    **dict.fromkeys(FIXED, _fixed),
    **dict.fromkeys((*word("sym"), EMOJI), _symbol),
}
"""The elements of a run that show something, and what each shows in a run set in a symbol font; "" is no such font."""
