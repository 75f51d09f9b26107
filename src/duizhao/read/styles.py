"""Word styles, as far as they change the text: numbering and hidden text that a style brings along."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from duizhao.office.wordml import child, is_on, list_of, value, word
from duizhao.office.xml import parse
from duizhao.read.kept_part import KeptPart

STYLE = word("style")
BASE, RUN_PROPERTIES = word("basedOn"), word("rPr")
TELLING = (*BASE, *RUN_PROPERTIES, *word("pPr"))
MAX_BASES = 32
"""Styles based on styles; also the end of a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """One w:style; None where it leaves the question to the style it is based on."""

    base: str | None = None
    list_id: str | None = None
    level: int | None = None
    hidden: bool | None = None


NONE = Style()
MAX_TEMPLATES = 2


class Styles:
    """All styles of a document by their ids."""

    def __init__(self, part: KeptPart | None = None) -> None:
        self.part = part
        root = None if part is None else part.root()
        elements = [] if root is None else list(root.iterchildren(*STYLE))
        self._styles = {value(e, "styleId") or "": _style(e) for e in elements}
        self._default = next((value(e, "styleId") for e in elements if is_default(e)), None)
        self.can_hide = any(style.hidden for style in self._styles.values())
        self._whole: dict[str | None, Style] = {None: NONE}

    def of_paragraph(self, style: str | None) -> Style:
        """A paragraph style with everything it inherits; the default one where a paragraph names none."""
        return self.of_run(style or self._default)

    def of_run(self, style: str | None) -> Style:
        """A style with everything it inherits."""
        found = self._whole.get(style)
        if found is None:
            found = self._whole[style] = self._inherited(style)
        return found

    def _inherited(self, style: str | None) -> Style:
        list_id = level = hidden = None
        for _ in range(MAX_BASES):
            one = self._styles.get(style or "")
            if one is None:
                break
            list_id = one.list_id if list_id is None else list_id
            level = one.level if level is None else level
            hidden = one.hidden if hidden is None else hidden
            style = one.base
        return Style(None, list_id, level, hidden)


class _Recent:
    """The styles of the last documents, by the bytes of the part.

    A folder of statements shares a template, whose 100–350 KB of styles take longer to parse than the text. Bytes are
    compared, not hashed: that is ten times as quick.
    """

    def __init__(self) -> None:
        self._known: tuple[tuple[bytes, Styles], ...] = ()

    def get(self, data: bytes) -> Styles:
        for known, styles in self._known:
            if known == data:
                return styles
        part = KeptPart(data, parse(data))
        styles = Styles(part)
        part.let_go_if_large()
        self._known = ((data, styles), *self._known[: MAX_TEMPLATES - 1])
        return styles


read_styles = _Recent().get


def _style(element: etree._Element) -> Style:
    base = list_id = level = hidden = None
    for inner in element.iterchildren(*TELLING):
        if inner.tag in BASE:
            base = value(inner)
        elif inner.tag in RUN_PROPERTIES:
            hidden = is_on(child(inner, "vanish"))
        else:
            list_id, level = list_of(child(inner, "numPr"))
    return Style(base, list_id, level, hidden)


def is_default(element: etree._Element) -> bool:
    """Is this w:style the one of paragraphs that name none?"""
    return value(element, "type") == "paragraph" and value(element, "default") in {
        "1",
        "true",
        "on",
    }
