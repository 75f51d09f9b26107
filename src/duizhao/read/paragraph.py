"""The properties of a paragraph that change the text: its numbering, and whether its paragraph mark was deleted."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from duizhao.office.wordml import child, is_on, list_of, value, word
from duizhao.read.numbering import LEVELS, Numbering
from duizhao.read.styles import Styles

PROPERTIES = frozenset(word("pPr"))
INSERTED = (*word("ins"), *word("moveTo"))
DELETED = (*word("del"), *word("moveFrom"))


@dataclass(frozen=True, slots=True)
class StoryParagraph:
    """Its numbering and its paragraph mark. `inserted` and `deleted` are the authors of changes to the mark."""

    style: str | None = None
    list_id: str | None = None
    level: int | None = None
    inserted: str | None = None
    deleted: str | None = None
    mark_hidden: bool = False

    def label(self, styles: Styles, numbering: Numbering) -> str:
        """Count the paragraph, and return the marker that Word writes before it."""
        style = styles.of_paragraph(self.style)
        list_id = style.list_id if self.list_id is None else self.list_id
        level = self.level
        if level is None and list_id is not None:
            owned = numbering.level_of_style(list_id, self.style)
            level = style.level if owned is None else owned
        level = level or 0
        # List 0 takes away the numbering that the style brings (ISO 29500-1 17.9.18).
        if list_id is None or list_id == "0" or not 0 <= level < LEVELS:
            return ""
        return numbering.label(list_id, level)


PLAIN = StoryParagraph()


def read_properties(element: etree._Element) -> StoryParagraph:
    """The properties of the w:p `element`."""
    if not len(element) or element[0].tag not in PROPERTIES:
        return PLAIN
    properties = element[0]
    style, numbered, mark = (child(properties, name) for name in ("pStyle", "numPr", "rPr"))
    list_id, level = list_of(numbered)
    inserted = None if mark is None else next(mark.iterchildren(*INSERTED), None)
    deleted = None if mark is None else next(mark.iterchildren(*DELETED), None)
    return StoryParagraph(
        style=None if style is None else value(style),
        list_id=list_id,
        level=level,
        inserted=None if inserted is None else value(inserted, "author") or "",
        deleted=None if deleted is None else value(deleted, "author") or "",
        mark_hidden=bool(is_on(child(mark, "vanish"))),
    )
