"""Word styles, as far as they change the text: by numbering and hidden text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from duizhao.office.package import Package
from duizhao.office.wordml import child, is_on, list_of, value, word
from duizhao.read.kept_part import KeptPart

STYLE = word("style")
BASE, RUN_PROPERTIES = word("basedOn"), word("rPr")
TELLING = (*BASE, *RUN_PROPERTIES, *word("pPr"))
MAX_BASES = 32
"""The longest chain of styles, each based on the next; it also ends a circle."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One w:style; a field is None if the style on which it is based decides.

    `numbered_by` is, of a style with all that it inherits, the one that names the list.
    """

    base: str | None = None
    list_id: str | None = None
    level: int | None = None
    hidden: bool | None = None
    numbered_by: str | None = None


NONE = TextStyle()
MAX_TEMPLATES = 2


class Styles:
    """All styles of a document by their ids."""

    def __init__(self, part: KeptPart | None = None) -> None:
        self.part = part
        self.tags = 0 if part is None else part.data.count(b"<")
        root = None if part is None else part.root()
        elements = [] if root is None else list(root.iterchildren(*STYLE))
        self._styles = {value(e, "styleId") or "": _style(e) for e in elements}
        self._default = next((value(e, "styleId") for e in elements if is_default(e)), None)
        self.can_hide = any(style.hidden for style in self._styles.values())
        self._whole: dict[str | None, TextStyle] = {None: NONE}

    def of_paragraph(self, style: str | None) -> TextStyle:
        """A paragraph style with all that it inherits; the default one if a paragraph names none."""
        return self.of_run(style or self._default)

    def of_run(self, style: str | None) -> TextStyle:
        """A style with all that it inherits."""
        found = self._whole.get(style)
        if found is None:
            found = self._whole[style] = self._inherited(style)
        return found

    def _inherited(self, style: str | None) -> TextStyle:
        list_id = level = hidden = numbered_by = None
        for _ in range(MAX_BASES):
            one = self._styles.get(style or "")
            if one is None:
                break
            if list_id is None and one.list_id is not None:
                list_id, numbered_by = one.list_id, style
            level = one.level if level is None else level
            hidden = one.hidden if hidden is None else hidden
            style = one.base
        return TextStyle(None, list_id, level, hidden, numbered_by)


class _RecentStyles:
    """Reads styles, and keeps those of the last documents.

    The statements of a folder share a template: its 100–350 KB of styles take longer to parse than the text. They are
    compared as the zip holds them: to inflate them takes as long as to read a short text.
    """

    def __init__(self) -> None:
        self._known: tuple[tuple[tuple[bytes, int, int], Styles], ...] = ()

    def read(self, package: Package, part: str) -> Styles | None:
        """The styles part of a package, if there is one. Raises UnreadableDocument."""
        packed = package.packed(part)
        for known, styles in self._known:
            if known == packed and styles.part is not None:
                package.charge(part, len(styles.part.data), styles.tags)
                return styles
        data = package.read(part)
        if data is None or packed is None:
            return None
        kept = KeptPart(data, package.parse(data, part))
        styles = Styles(kept)
        kept.let_go_if_large()
        self._known = ((packed, styles), *self._known[: MAX_TEMPLATES - 1])
        return styles


read_styles = _RecentStyles().read


def _style(element: etree._Element) -> TextStyle:
    base = list_id = level = hidden = None
    for inner in element.iterchildren(*TELLING):
        if inner.tag in BASE:
            base = value(inner)
        elif inner.tag in RUN_PROPERTIES:
            hidden = is_on(child(inner, "vanish"))
        else:
            list_id, level = list_of(child(inner, "numPr"))
    return TextStyle(base, list_id, level, hidden)


def is_default(element: etree._Element) -> bool:
    """Is this w:style the one for paragraphs that name none?"""
    return value(element, "type") == "paragraph" and value(element, "default") in {
        "1",
        "true",
        "on",
    }
