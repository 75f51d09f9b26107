"""Word styles, as far as they change the text: numbering and hidden text that a style brings along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from duizhao.read.markup import child, is_on, number, parse, value, word

STYLE = word("style")


@dataclass(frozen=True, slots=True)
class Style:
    """One w:style; None where it leaves the question to the style it is based on."""

    base: str | None
    numbering: str | None
    level: int | None
    hidden: bool | None


class Styles:
    """All styles of a document by their ids."""

    def __init__(self, root: etree._Element | None = None) -> None:
        elements = [] if root is None else list(root.iterchildren(*STYLE))
        self._styles = {value(e, "styleId") or "": _style(e) for e in elements}
        self._default = next((value(e, "styleId") for e in elements if _is_default(e)), None)

    def numbering(self, style: str | None) -> tuple[str | None, int | None]:
        """Number list and level that a paragraph style brings; None where it does not say."""
        chain = list(self._chain(style or self._default))
        listed = next((one.numbering for one in chain if one.numbering is not None), None)
        return listed, next((one.level for one in chain if one.level is not None), None)

    def hides(self, style: str | None, of_paragraph: bool = False) -> bool:
        """Does text in this style not show?"""
        chain = self._chain(style or (self._default if of_paragraph else None))
        return next((one.hidden for one in chain if one.hidden is not None), False)

    def _chain(self, style: str | None) -> Iterator[Style]:
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = self._styles[style].base


@lru_cache(maxsize=2)
def read_styles(data: bytes) -> Styles:
    """The styles part. Kept for the next document: a folder of statements shares a template, whose 100–350 KB of
    styles take longer to parse than the text."""
    return Styles(parse(data))


def _style(element: etree._Element) -> Style:
    based = child(element, "basedOn")
    numbered = child(child(element, "pPr"), "numPr")
    listed, level = child(numbered, "numId"), child(numbered, "ilvl")
    return Style(
        base=None if based is None else value(based),
        numbering=None if listed is None else value(listed),
        level=None if level is None else number(value(level)),
        hidden=is_on(child(child(element, "rPr"), "vanish")),
    )


def _is_default(element: etree._Element) -> bool:
    return value(element, "type") == "paragraph" and value(element, "default") in {
        "1",
        "true",
        "on",
    }
