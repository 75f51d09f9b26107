"""Document defaults, styles and direct formatting → the resulting format (ISO 29500-1 17.7.2)."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any, TypeVar

from lxml import etree

from duizhao.office.typography import ParagraphFormat, RunFormat
from duizhao.office.wordml import child, value, word
from duizhao.read.styles import MAX_BASES, MAX_TEMPLATES, Styles, is_default
from duizhao.read.typography.levels import ListLevels
from duizhao.read.typography.properties import (
    NOTHING,
    PARAGRAPH,
    RUN,
    THEME,
    Given,
    paragraph_properties,
    properties_key,
    run_properties,
)
from duizhao.read.typography.theme import ThemeFaces
from duizhao.read.written_runs import MAX_KEPT

Key = TypeVar("Key")
Kept = TypeVar("Kept")
RUN_FIELDS = frozenset(one.name for one in fields(RunFormat)) - {"themed"}
PARAGRAPH_FIELDS = frozenset(one.name for one in fields(ParagraphFormat)) - {"style"}


@dataclass(frozen=True, slots=True)
class StyleFormat:
    """One w:style: the properties that it sets itself, and the style on which it is based."""

    name: str = ""
    base: str | None = None
    run: Given = field(default_factory=dict)
    paragraph: Given = field(default_factory=dict)


NONE = StyleFormat()


class StyleSheet:
    """The styles part: the defaults of the document, and styles by id with all that they inherit."""

    def __init__(self, root: etree._Element | None = None) -> None:
        defaults = child(root, "docDefaults")
        self.run = run_properties(child(child(defaults, "rPrDefault"), "rPr"))
        self.paragraph = paragraph_properties(child(child(defaults, "pPrDefault"), "pPr"))
        elements = [] if root is None else list(root.iterchildren(*word("style")))
        self._own = {value(element, "styleId") or "": _style(element) for element in elements}
        self._default = next((value(e, "styleId") for e in elements if is_default(e)), None)
        self._whole: dict[str | None, StyleFormat] = {None: NONE}

    def of_paragraph(self, key: str | None) -> StyleFormat:
        """A paragraph style with all that it inherits; the default one if the paragraph names none that exists."""
        return self.of_run(key if key in self._own else self._default)

    def of_run(self, key: str | None) -> StyleFormat:
        """A style with all that it inherits."""
        found = self._whole.get(key)
        if found is None:
            found = self._whole[key] = self._inherited(key)
        return found

    def _inherited(self, key: str | None) -> StyleFormat:
        chain: list[StyleFormat] = []
        # The limit also ends a circle.
        while len(chain) < MAX_BASES and (one := self._own.get(key or "")):
            chain.append(one)
            key = one.base
        if len(chain) <= 1:
            return chain[0] if chain else NONE
        run: dict[str, Any] = {}
        paragraph: dict[str, Any] = {}
        for one in reversed(chain):
            run |= one.run
            paragraph |= one.paragraph
        return StyleFormat(chain[0].name, None, run or NOTHING, paragraph or NOTHING)


@lru_cache(maxsize=MAX_TEMPLATES)
def style_sheet(styles: Styles) -> StyleSheet:
    """The typography of styles; kept for the next document of the same template."""
    made = StyleSheet(None if styles.part is None else styles.part.root())
    if styles.part is not None:
        styles.part.tree = None
    return made


def _style(element: etree._Element) -> StyleFormat:
    name, base = child(element, "name"), child(element, "basedOn")
    return StyleFormat(
        "" if name is None else (value(name) or "")[:64],
        None if base is None else value(base),
        run_properties(child(element, "rPr")),
        paragraph_properties(child(element, "pPr")),
    )


def _keep(known: dict[Key, Kept], key: Key, made: Kept) -> None:
    if len(known) < MAX_KEPT:
        known[key] = made


SetParagraph = tuple[str | None, ParagraphFormat]
"""The style that a paragraph names, and its format."""


class Cascade:
    """Resolves formats. Equal formats are one value: a document of 80,000 runs has a few dozen formats."""

    def __init__(self, sheet: StyleSheet, levels: ListLevels, theme: ThemeFaces) -> None:
        self._sheet = sheet
        self._levels = levels
        self._theme = theme
        self._runs: dict[RunFormat, RunFormat] = {}
        self._paragraphs: dict[ParagraphFormat, ParagraphFormat] = {}
        self._set_runs: dict[tuple[object, ...], RunFormat] = {}
        self._set_paragraphs: dict[object, SetParagraph] = {}

    def set_paragraph(self, element: etree._Element, written: bytes | None) -> SetParagraph:
        """The style and the format of a w:p; `written` is the content of its w:pPr, if it is known as it is written."""
        properties = None if written is not None else child(element, "pPr")
        key = properties_key(properties, PARAGRAPH) if written is None else written
        found = self._set_paragraphs.get(key)
        if found is None:
            if written:
                properties = child(element, "pPr")
            direct = paragraph_properties(properties)
            found = direct.get("style"), self.paragraph(direct)
            _keep(self._set_paragraphs, key, found)
        return found

    def set_run(self, style: str | None, properties: etree._Element | None) -> RunFormat:
        """The format of a run with the w:rPr `properties`, in a paragraph of `style`."""
        key = (style, *properties_key(properties, RUN))
        found = self._set_runs.get(key)
        if found is None:
            found = self.run({"style": style}, run_properties(properties))
            _keep(self._set_runs, key, found)
        return found

    def paragraph(self, direct: Given) -> ParagraphFormat:
        """The format of a paragraph that sets `direct` itself."""
        style = self._paragraph_style(direct)
        # A list's indents lie over those of a style, unless the style brought the list (17.9.23).
        listed = self._listed(direct) if "list_id" in direct else NOTHING
        from_style = NOTHING if "list_id" in direct else self._listed(style.paragraph)
        whole = {**self._sheet.paragraph, **from_style, **style.paragraph, **listed, **direct}
        made = ParagraphFormat(
            style=style.name, **{key: whole[key] for key in PARAGRAPH_FIELDS & whole.keys()}
        )
        return self._paragraphs.setdefault(made, made)

    def _listed(self, given: Given) -> Given:
        return self._levels.get(given.get("list_id"), given.get("level"))

    def run(self, paragraph: Given, direct: Given) -> RunFormat:
        """The format of a run that sets `direct` itself, in a paragraph that sets `paragraph`."""
        of_paragraph = self._paragraph_style(paragraph).run
        of_character = self._sheet.of_run(direct["style"]).run if "style" in direct else NOTHING
        whole = {**self._sheet.run, **of_paragraph, **of_character, **direct}
        if "bold" not in direct:
            # A toggle set by both styles is off again (17.7.3).
            whole["bold"] = of_paragraph.get("bold", False) != of_character.get("bold", False)
            whole["bold"] |= self._sheet.run.get("bold", False)
        made = self._faced({key: whole[key] for key in RUN_FIELDS & whole.keys()})
        return self._runs.setdefault(made, made)

    def _paragraph_style(self, direct: Given) -> StyleFormat:
        return self._sheet.of_paragraph(direct.get("style"))

    def _faced(self, whole: dict[str, Any]) -> RunFormat:
        themed = (whole.get("face") or "").startswith(THEME)
        for slot in ("face", "western"):
            name = whole.get(slot) or ""
            if name.startswith(THEME):
                whole[slot] = self._theme.face(name.removeprefix(THEME))
            elif not name:
                whole[slot] = None
        return RunFormat(themed=themed, **whole)
