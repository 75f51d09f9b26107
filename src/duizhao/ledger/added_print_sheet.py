"""The printed sheet for a workbook that was written before there was one."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from duizhao.ledger.address import TableAddress
from duizhao.ledger.column import CellForm
from duizhao.ledger.options import LedgerOptions
from duizhao.ledger.print_sheet import (
    HEAD_ROW,
    HEADS_NAME,
    PAGES,
    PRINT_SHEET,
    PRINT_SIZE,
    SIGNATURES,
    PrintLayout,
    SavedPrintSheet,
)
from duizhao.ledger.rows.table import SavedTable
from duizhao.ledger.xlsx.grid import CellGrid, column_letters
from duizhao.ledger.xlsx.references import quoted_sheet
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit

TITLE_SIZE, TITLE_HEIGHT, HEAD_HEIGHT = 16, 26, 30
A4_PAPER = "9"
HEADER_MARGIN = "0.25"
CENTRED = {"horizontal": "center", "vertical": "center", "wrapText": "1"}
LEFT = {"vertical": "center", "wrapText": "1"}
UNWRAPPED = {"vertical": "center"}
RIGHT = {"horizontal": "right", "vertical": "center"}


def add_print_sheet(edit: WorkbookEdit, table: SavedTable) -> SavedPrintSheet:
    """Add the sheet behind the others, with its heads and a row of formats; its rows are still to be written."""
    name = edit.add_sheet(PRINT_SHEET)
    grid = edit.workbook.grid(name)
    layout = PrintLayout(
        LedgerOptions().printed_columns, TableAddress(table.sheet, table.places), table.head
    )
    _put_texts(edit, name, layout, table)
    for at, width in enumerate(layout.widths):
        grid.set_column(at, width)
    _set_pages(grid, len(layout.columns))
    right = column_letters(len(layout.columns) - 1)
    sheet = quoted_sheet(name)
    edit.define(HEADS_NAME, f"{sheet}!$A${HEAD_ROW}:${right}${HEAD_ROW}")
    edit.define("_xlnm.Print_Titles", f"{sheet}!${HEAD_ROW}:${HEAD_ROW}", of_sheet=name)
    return SavedPrintSheet(name, HEAD_ROW, dict(enumerate(layout.columns)))


def _put_texts(edit: WorkbookEdit, name: str, layout: PrintLayout, table: SavedTable) -> None:
    grid, styles, like = edit.workbook.grid(name), edit.workbook.styles, table.text_style

    def look(
        points: float, alignment: Mapping[str, str], *, is_bold: bool = False, bare: bool
    ) -> str | None:
        base = None if bare else like
        return styles.for_print(base, points, alignment, is_bold=is_bold) if styles else base

    text = look(PRINT_SIZE, LEFT, bare=False)
    short = look(PRINT_SIZE, CENTRED, bare=False)
    head = look(PRINT_SIZE, CENTRED, is_bold=True, bare=False)
    last = len(layout.columns) - 1
    edit.put(name, 1, 0, "整改台账", look(TITLE_SIZE, CENTRED, is_bold=True, bare=True))
    edit.put(name, 2, 0, SIGNATURES, look(PRINT_SIZE, UNWRAPPED, bare=True))
    grid.put_text_formula(2, last, layout.missing(0), "", look(PRINT_SIZE, RIGHT, bare=True))
    for at, (words, column) in enumerate(layout.columns):
        edit.put(name, HEAD_ROW, at, words, head)
        grid.put(HEAD_ROW + 1, at, "", text if column.form is CellForm.TEXT else short)
    grid.raise_to(1, TITLE_HEIGHT)
    grid.raise_to(HEAD_ROW, HEAD_HEIGHT)


def _set_pages(grid: CellGrid, columns: int) -> None:
    """One page wide on A4 across, the heads on each page. The schema fixes the order of the elements."""
    root, tag = grid.root, grid.tag
    properties = etree.Element(tag("sheetPr"))
    etree.SubElement(properties, tag("pageSetUpPr"), fitToPage="1")
    views = etree.Element(tag("sheetViews"))
    view = etree.SubElement(views, tag("sheetView"), workbookViewId="0")
    pane = {"ySplit": str(HEAD_ROW), "topLeftCell": f"A{HEAD_ROW + 1}", "activePane": "bottomLeft"}
    etree.SubElement(view, tag("pane"), pane, state="frozen")
    root.insert(0, properties)
    root.insert(1, views)
    merged = etree.SubElement(root, tag("mergeCells"), count="1")
    etree.SubElement(merged, tag("mergeCell"), ref=f"A1:{column_letters(columns - 1)}1")
    etree.SubElement(root, tag("printOptions"), horizontalCentered="1")
    edges = {"left": PAGES.side, "right": PAGES.side, "top": PAGES.top, "bottom": PAGES.bottom}
    margins = {key: f"{value:g}" for key, value in edges.items()}
    etree.SubElement(root, tag("pageMargins"), margins, header=HEADER_MARGIN, footer=HEADER_MARGIN)
    setup = {"paperSize": A4_PAPER, "orientation": "landscape", "fitToHeight": "0"}
    etree.SubElement(root, tag("pageSetup"), setup)
    footer = etree.SubElement(root, tag("headerFooter"))
    etree.SubElement(footer, tag("oddFooter")).text = PAGES.footer
