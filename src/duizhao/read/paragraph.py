"""The properties of a paragraph that change the text: its numbering, and whether its paragraph mark was deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
    ends_section: bool = False
    is_drop_cap: bool = False

    def label(self, styles: Styles, numbering: Numbering) -> str:
        """Count the paragraph, and return the marker that Word writes before it."""
        style = styles.of_paragraph(self.style)
        list_id = style.list_id if self.list_id is None else self.list_id
        level = self.level
        if level is None and list_id is not None:
            owned = numbering.level_of_style(list_id, self.style)
            if owned is None:
                owned = numbering.level_of_style(list_id, style.numbered_by)
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
    given: dict[str, Any] = {}
    for inner in element[0]:
        read = READERS.get(inner.tag)
        if read is not None:
            read(inner, given)
    return StoryParagraph(**given) if given else PLAIN


def _style(element: etree._Element, given: dict[str, Any]) -> None:
    given.setdefault("style", value(element))


def _numbering(element: etree._Element, given: dict[str, Any]) -> None:
    if "list_id" not in given:
        given["list_id"], given["level"] = list_of(element)


def _mark(element: etree._Element, given: dict[str, Any]) -> None:
    if "mark_hidden" in given:
        return
    given["mark_hidden"] = bool(is_on(child(element, "vanish")))
    for field, tags in (("inserted", INSERTED), ("deleted", DELETED)):
        change = next(element.iterchildren(*tags), None)
        if change is not None:
            given[field] = value(change, "author") or ""


def _section(_element: etree._Element, given: dict[str, Any]) -> None:
    given["ends_section"] = True


def _frame(element: etree._Element, given: dict[str, Any]) -> None:
    given["is_drop_cap"] = value(element, "dropCap") in {"drop", "margin"}


READERS: dict[object, Callable[[etree._Element, dict[str, Any]], None]] = {
    tag: read
    for name, read in (
        ("pStyle", _style),
        ("numPr", _numbering),
        ("rPr", _mark),
        ("sectPr", _section),
        ("framePr", _frame),
    )
    for tag in word(name)
}
