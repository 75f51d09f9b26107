"""The colours of deadlines for the column 延期至, in a workbook that was written before there was one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from duizhao.ledger.rows.table import SavedTable
from duizhao.ledger.xlsx.grid import CellGrid, column_letters
from duizhao.office.xml import whole_number


def colour_postponed(table: SavedTable) -> None:
    """Let the conditions of the deadlines count from 延期至 where it is filled, and colour that column by them too.

    People may have changed the conditions: those that do not look at the deadline alone stay as they are.
    """
    if not {"due", "postponed"} <= table.places.keys():
        return
    due, postponed = (column_letters(table.places[key]) for key in ("due", "postponed"))
    grid = table.grid
    only_due = re.compile(rf"{due}\d+(?::{due}\d+)?(?: {due}\d+(?::{due}\d+)?)*")
    for element in list(grid.root.iter(grid.tag("conditionalFormatting"))):
        if only_due.fullmatch(element.get("sqref") or ""):
            _colour(grid, element, due, postponed)
    for checked in list(grid.root.iter(grid.tag("dataValidation"))):
        if only_due.fullmatch(checked.get("sqref") or ""):
            checked.addnext(_moved(checked, due, postponed))
            listed = checked.getparent()
            if listed is not None and listed.get("count"):
                listed.set("count", str(len(listed)))


def _colour(grid: CellGrid, element: etree._Element, due: str, postponed: str) -> None:
    added = _moved(element, due, postponed)
    priority = max(_priorities(grid), default=0)
    for rule, copied in zip(list(element), list(added), strict=True):
        formula = rule.find(grid.tag("formula"))
        words = "" if formula is None else formula.text or ""
        # A cell that is wanted and empty: nobody has to postpone anything.
        if formula is None or f"TRIM(${due}" in words or f"${due}" not in words:
            added.remove(copied)
            continue
        priority += 1
        copied.set("priority", str(priority))
        for each, own in ((rule, due), (copied, postponed)):
            shown = each.find(grid.tag("formula"))
            if shown is not None:
                shown.text = _with_postponed(words, due, postponed, own)
    if len(added):
        element.addnext(added)


def _with_postponed(words: str, due: str, postponed: str, own: str) -> str:
    """A condition on the deadline as one on the later day, for cells of the column `own` that are filled."""
    cell = re.compile(rf"(?<![A-Z$])\${due}(\d+)")
    found = cell.search(words)
    if found is None:
        return words
    changed = cell.sub(rf'IF(${postponed}\1<>"",${postponed}\1,${due}\1)', words)
    return f'AND(${own}{found[1]}<>"",{changed})'


def _moved(element: etree._Element, due: str, postponed: str) -> etree._Element:
    """A copy of an element for the same rows of the other column."""
    copied = deepcopy(element)
    copied.set("sqref", re.sub(rf"\b{due}(?=\d)", postponed, element.get("sqref") or ""))
    return copied


def _priorities(grid: CellGrid) -> Iterator[int]:
    for rule in grid.root.iter(grid.tag("cfRule")):
        yield whole_number(rule.get("priority"))
