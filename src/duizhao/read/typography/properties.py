"""One w:rPr or w:pPr → the properties that it sets itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from duizhao.office.wordml import child, is_on, value, word
from duizhao.office.xml import whole_number
from duizhao.read.typography.lengths import half_points, length, lengths

Given = Mapping[str, Any]
"""Properties by the names of the fields of RunFormat and ParagraphFormat; the faces of a theme begin with +."""

Reader = Callable[[etree._Element, dict[str, Any]], None]
NOTHING: Given = {}
NUMBERED = frozenset(word("numPr"))
NUMBERS = dict.fromkeys((*word("numId"), *word("ilvl")))
THEME = "+"
MAX_NAME = 64
ALIGNMENTS = {"start": "left", "end": "right"}
# Strict files call the sides start and end.
INDENTS: dict[object, str] = {
    tag: field
    for name, field in {
        "left": "left",
        "start": "left",
        "leftChars": "left_chars",
        "startChars": "left_chars",
        "right": "right",
        "end": "right",
        "rightChars": "right_chars",
        "endChars": "right_chars",
        "firstLine": "first_line",
        "firstLineChars": "first_line_chars",
        "hanging": "hanging",
        "hangingChars": "hanging_chars",
    }.items()
    for tag in word(name)
}
LINES: dict[object, str] = {
    tag: field
    for name, field in {
        "line": "line",
        "before": "before",
        "after": "after",
        "beforeLines": "before_lines",
        "afterLines": "after_lines",
    }.items()
    for tag in word(name)
}


def properties_key(
    element: etree._Element | None, readers: Mapping[Any, object]
) -> tuple[object, ...]:
    """The elements of a w:rPr or w:pPr that `readers` read: if two keys are equal, the properties are equal too."""
    if element is None:
        return ()
    return tuple(
        [
            (tag, *(properties_key(inner, NUMBERS) if tag in NUMBERED else inner.items()))
            for inner in element
            if (tag := inner.tag) in readers
        ]
    )


def run_properties(element: etree._Element | None) -> dict[str, Any]:
    """The properties that a w:rPr sets; its style is `style`."""
    given: dict[str, Any] = {}
    for inner in () if element is None else element:
        read = RUN.get(inner.tag)
        if read is not None:
            read(inner, given)
    return given


def _faces(element: etree._Element, given: dict[str, Any]) -> None:
    # A face of the theme wins over a named one in the same element (ISO 29500-1 17.3.2.26).
    for field, name in (("face", "eastAsia"), ("western", "ascii")):
        themed, named = value(element, f"{name}Theme"), value(element, name)
        if themed is not None:
            given[field] = THEME + themed[:MAX_NAME]
        elif named is not None:
            given[field] = named[:MAX_NAME]
    hint = value(element, "hint")
    if hint is not None:
        given["hinted"] = hint == "eastAsia"


def _size(element: etree._Element, given: dict[str, Any]) -> None:
    size = half_points(element)
    if size is not None:
        given["size"] = size


def _bold(element: etree._Element, given: dict[str, Any]) -> None:
    given["bold"] = is_on(element)


def _colour(element: etree._Element, given: dict[str, Any]) -> None:
    given["colour"] = (value(element) or "auto")[:8]


def _spacing(element: etree._Element, given: dict[str, Any]) -> None:
    given["spacing"] = length(element, "val") or 0


def _style(element: etree._Element, given: dict[str, Any]) -> None:
    given["style"] = value(element)


RUN: dict[object, Reader] = {
    tag: read
    for name, read in {
        "rFonts": _faces,
        "sz": _size,
        "b": _bold,
        "color": _colour,
        "spacing": _spacing,
        "rStyle": _style,
    }.items()
    for tag in word(name)
}


def paragraph_properties(element: etree._Element | None) -> dict[str, Any]:
    """The properties that a w:pPr sets, also that of a style or a list level; its style is `style`."""
    given: dict[str, Any] = {}
    for inner in () if element is None else element:
        read = PARAGRAPH.get(inner.tag)
        if read is not None:
            read(inner, given)
    return given


def _alignment(element: etree._Element, given: dict[str, Any]) -> None:
    alignment = value(element) or "left"
    given["alignment"] = ALIGNMENTS.get(alignment, alignment[:MAX_NAME])


def _indent(element: etree._Element, given: dict[str, Any]) -> None:
    found = lengths(element, INDENTS)
    for suffix in ("", "_chars"):
        hanging = found.pop(f"hanging{suffix}", None)
        # Both at once: hanging wins (17.3.1.12).
        if hanging:
            found[f"first_line{suffix}"] = -hanging
        elif hanging is not None:
            found.setdefault(f"first_line{suffix}", 0)
    given.update(found)


def _lines(element: etree._Element, given: dict[str, Any]) -> None:
    given.update(lengths(element, LINES))
    rule = value(element, "lineRule")
    if rule is not None or "line" in given:
        given["line_rule"] = rule if rule in {"exact", "atLeast"} else "auto"


def _outline(element: etree._Element, given: dict[str, Any]) -> None:
    level = whole_number(value(element), 9)
    given["outline"] = level if 0 <= level < 9 else None


def _break(element: etree._Element, given: dict[str, Any]) -> None:
    given["breaks_page"] = is_on(element)


def _grid(element: etree._Element, given: dict[str, Any]) -> None:
    given["on_grid"] = is_on(element)


def _list(element: etree._Element, given: dict[str, Any]) -> None:
    for field, name in (("list_id", "numId"), ("level", "ilvl")):
        found = child(element, name)
        if found is not None:
            given[field] = value(found)


PARAGRAPH: dict[object, Reader] = {
    tag: read
    for name, read in {
        "jc": _alignment,
        "ind": _indent,
        "spacing": _lines,
        "outlineLvl": _outline,
        "pageBreakBefore": _break,
        "snapToGrid": _grid,
        "pStyle": _style,
        "numPr": _list,
    }.items()
    for tag in word(name)
}
