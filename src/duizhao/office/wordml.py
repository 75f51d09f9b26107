"""The names that Word uses in XML (WordprocessingML), Transitional and Strict."""

from __future__ import annotations

from functools import cache

from lxml import etree

from duizhao.office.xml import whole_number

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = " \t\r\n"
"""White space of XML: Word drops it at both ends of a text that does not ask to keep it (ISO 29500-1 17.3.3.31)."""


@cache
def word(name: str) -> tuple[str, str]:
    """The tag `name` in both namespaces."""
    return WORD + name, STRICT + name


FIXED = {
    tag: text
    for name, text in (
        ("tab", "\t"),
        ("ptab", "\t"),
        ("br", "\n"),
        ("cr", "\n"),
        ("noBreakHyphen", "-"),
    )
    for tag in word(name)
}
"""Elements of a run that always show the same character."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# By the usual prefix: lxml builds the map of all namespaces anew for each element, and a file may declare 100,000.
EXTENSIONS = frozenset(
    (
        "wps",
        "wpg",
        "wpc",
        "wpi",
        "wp14",
        "w14",
        "w15",
        "w16",
        "w16se",
        "w16cid",
        "w16cex",
        "a14",
        "v",
        "o",
    )
)
UNREAD = ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "instrText", "proofErr")
"""Elements that the walk does not enter: there are no paragraphs and runs in them."""


def value(element: etree._Element, name: str = "val") -> str | None:
    """The w: attribute `name`, in whichever of the two namespaces it is."""
    found = element.get(WORD + name)
    return element.get(STRICT + name) if found is None else found


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first direct w: child called `name`."""
    return None if element is None else next(element.iterchildren(*word(name)), None)


def is_on(element: etree._Element | None) -> bool | None:
    """A toggle such as w:vanish: on, off, or None if there is no such element (ISO 29500-1 17.17.4)."""
    if element is None:
        return None
    return value(element) not in {"0", "false", "off"}


def list_of(numbered: etree._Element | None) -> tuple[str | None, int | None]:
    """The list and the level that a w:numPr names."""
    if numbered is None:
        return None, None
    listed, level = child(numbered, "numId"), child(numbered, "ilvl")
    return None if listed is None else value(listed), None if level is None else whole_number(
        value(level)
    )


def keeps_blanks(text: etree._Element) -> bool:
    """Whether a w:t keeps blanks at its ends, by its own attribute or that of the root (XML 1.0, 2.10)."""
    space = text.get(SPACE)
    if space is None:
        space = text.getroottree().getroot().get(SPACE)
    return space == "preserve"


def is_understood(branch: etree._Element) -> bool:
    """Can a branch be shown? Word and WPS know their own extensions; a Fallback always can."""
    needed = (branch.get("Requires") or "").split()
    return branch.tag == FALLBACK or EXTENSIONS.issuperset(needed)
