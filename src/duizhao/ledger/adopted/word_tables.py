"""The tables of a Word document, with the cells that are joined."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from duizhao.ledger.adopted.sheet_cells import MAX_COLUMNS, MAX_ROWS, CellBlock, SheetCells
from duizhao.office.package import Package
from duizhao.office.wordml import STRICT, WORD, word
from duizhao.office.xml import whole_number

LEAST_LINES = 2
Element = etree._Element


def word_tables(data: bytes, name: str) -> tuple[SheetCells, ...]:
    """The tables of a .docx that have a head and a line. Raises UnreadableDocument."""
    package = Package(BytesIO(data), name)
    main = next((each for each in package.relationships("") if each.kind == "officeDocument"), None)
    root = package.tree(main.target) if main else None
    if root is None:
        raise package.refuse("不是 Word 文档；请给出 .xlsx 或 .docx 的台账")
    found = [_table(table, f"第 {at} 张表") for at, table in enumerate(root.iter(*word("tbl")), 1)]
    return tuple(table for table in found if len(table.lines) >= LEAST_LINES)


def _table(table: Element, name: str) -> SheetCells:
    lines: list[tuple[str, ...]] = []
    blocks: list[CellBlock] = []
    open_: dict[int, tuple[int, int]] = {}
    for line, row in enumerate(list(table.iterchildren(*word("tr")))[:MAX_ROWS]):
        cells: list[str] = []
        for cell in row.iterchildren(*word("tc")):
            at = len(cells)
            span = max(1, min(whole_number(_setting(cell, "gridSpan"), 1), MAX_COLUMNS - at))
            if at >= MAX_COLUMNS:
                break
            merge = _setting(cell, "vMerge")
            is_continued = merge is not None and merge != "restart"
            cells += ["" if is_continued else _text(cell), *[""] * (span - 1)]
            if not is_continued:
                blocks += _closed(open_, at, line - 1)
                open_[at] = (line, span)
        lines.append(tuple(cells))
    for at in list(open_):
        blocks += _closed(open_, at, len(lines) - 1)
    return SheetCells(name, tuple(lines), tuple(blocks))


def _closed(open_: dict[int, tuple[int, int]], at: int, last: int) -> Iterator[CellBlock]:
    """The block that began in a column, if it covers more than one cell."""
    if at in open_:
        top, span = open_.pop(at)
        if last > top or span > 1:
            yield CellBlock(top, at, last, at + span - 1)


def _setting(cell: Element, name: str) -> str | None:
    """The value of a property of a cell; an empty word where it has none; None without the property."""
    settings = next(cell.iterchildren(*word("tcPr")), None)
    found = None if settings is None else next(settings.iterchildren(*word(name)), None)
    if found is None:
        return None
    values = (found.get(f"{space}val") for space in (WORD, STRICT))
    return next((value for value in values if value is not None), "")


def _text(cell: Element) -> str:
    """The paragraphs of a cell, a line each."""
    lines = ("".join(_runs(each)).strip() for each in cell.iter(*word("p")))
    return "\n".join(line for line in lines if line)


def _runs(paragraph: Element) -> Iterator[str]:
    for each in paragraph.iter(*word("t"), *word("br"), *word("tab")):
        yield each.text or "" if each.tag in word("t") else " "
