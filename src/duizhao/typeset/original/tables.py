"""The properties of a table, a row and a cell in the XML of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from duizhao.office.typography import TWIPS_A_MILLIMETRE
from duizhao.office.wordml import child, is_on, value, word
from duizhao.office.xml import whole_number
from duizhao.typeset.original.shapes import CellShape, RowShape

MAX_COLUMNS = 63
"""Columns of a table; Word makes no more."""

MAX_TWIPS = 31_680
"""The longest length in Word: 22 inches."""

BORDERS = (*word("tblBorders"), *word("tcBorders"))
NO_BORDER = (None, "nil", "none")
VERTICAL = {"center": "center", "bottom": "bottom"}


def column_widths(table: etree._Element) -> list[float]:
    """The widths of the columns in mm; none where the table does not give all of them."""
    grid = child(table, "tblGrid")
    if grid is None:
        return []
    widths = [
        min(max(whole_number(value(each, "w")), 0), MAX_TWIPS) / TWIPS_A_MILLIMETRE
        for each in grid.iterchildren(*word("gridCol"))
    ]
    return widths if all(widths) else []


def row_shape(properties: etree._Element | None) -> RowShape:
    """A row without its cells."""
    before, height = child(properties, "gridBefore"), child(properties, "trHeight")
    return RowShape(
        is_head=bool(is_on(child(properties, "tblHeader"))),
        before=0 if before is None else _columns(before, 0),
        height=0
        if height is None
        else min(max(whole_number(value(height)), 0), MAX_TWIPS) / TWIPS_A_MILLIMETRE,
    )


def cell_shape(properties: etree._Element | None, first: int) -> CellShape:
    """A cell whose first paragraph is `first`."""
    span, merge = child(properties, "gridSpan"), child(properties, "vMerge")
    vertical = child(properties, "vAlign")
    return CellShape(
        first,
        columns=1 if span is None else _columns(span, 1),
        # Without a value it continues the cell above (17.4.84).
        merge="" if merge is None else value(merge) or "continue",
        vertical="top" if vertical is None else VERTICAL.get(value(vertical) or "", "top"),
    )


def _columns(element: etree._Element, least: int) -> int:
    return min(max(whole_number(value(element), least), least), MAX_COLUMNS + 1)


def has_borders(table: etree._Element, bordered: frozenset[str]) -> bool:
    """Whether a table draws lines: its own, those of its cells, or those of its style, one of `bordered`."""
    properties = child(table, "tblPr")
    own = child(properties, "tblBorders")
    if own is not None:
        drawn = any(value(side) not in NO_BORDER for side in own)
    else:
        style = child(properties, "tblStyle")
        drawn = style is not None and value(style) in bordered
    return drawn or any(_draws(each) for each in table.iterdescendants(*word("tcBorders")))


def _draws(borders: etree._Element) -> bool:
    return any(value(side) not in NO_BORDER for side in borders)


def bordered_styles(styles: etree._Element | None) -> frozenset[str]:
    """The ids of the table styles that draw lines, themselves or by the style that they are based on."""
    if styles is None:
        return frozenset()
    based: dict[str, str] = {}
    found: set[str] = set()
    for style in styles.iterchildren(*word("style")):
        if value(style, "type") != "table":
            continue
        key, base = value(style, "styleId") or "", child(style, "basedOn")
        based[key] = "" if base is None else value(base) or ""
        if any(_draws(each) for each in style.iterdescendants(*BORDERS)):
            found.add(key)
    return frozenset(key for key in based if not found.isdisjoint(_line(key, based)))


def _line(key: str, based: dict[str, str]) -> Iterator[str]:
    """A style and those it is based on. Word makes no line longer than 11 styles."""
    for _ in range(12):
        if not key:
            return
        yield key
        key = based.get(key, "")


def type_area(root: etree._Element) -> float:
    """The width of the type area in mm that the last section sets; Word's default where it sets none."""
    section = next(reversed([*root.iter(*word("sectPr"))]), None)
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width = 11_906 if size is None else whole_number(value(size, "w"), 11_906)
    left, right = (
        1_800 if margins is None else whole_number(value(margins, side), 1_800)
        for side in ("left", "right")
    )
    return max(width - left - right, 1_440) / TWIPS_A_MILLIMETRE
