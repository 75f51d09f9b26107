"""The sheets of a workbook by their names, and the texts and styles that they share."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from duizhao.ledger.saved.grid import Grid, string
from duizhao.ledger.saved.package import Spreadsheet
from duizhao.ledger.saved.styles import Styles

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
MOST_SHEETS = 200


class Book:
    """A workbook as its program saved it. Sheets are parsed when they are asked for."""

    def __init__(self, package: Spreadsheet) -> None:
        self.package = package
        relations = {each.kind: each.target for each in package.relationships("")}
        if "officeDocument" not in relations:
            raise package.refuse("不是 .xlsx 电子表格；请给出 duizhao ledger 写的台账")
        self.part = relations["officeDocument"]
        self.root = package.sheet(self.part)
        self._ns = f"{{{etree.QName(self.root).namespace or ''}}}"
        self._targets = {each.key: each for each in package.relationships(self.part)}
        self._grids: dict[str, Grid] = {}
        if len(self.sheets) > MOST_SHEETS:
            raise package.refuse(f"工作表超过 {MOST_SHEETS} 张，不是正常的台账")

    def tag(self, name: str) -> str:
        return self._ns + name

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The part of each worksheet by its name, in the order of the tabs."""
        found: dict[str, str] = {}
        for sheet in self.tabs:
            key = sheet.get(RELATION) or sheet.get(STRICT_RELATION) or ""
            target = self._targets.get(key)
            if target and target.kind == "worksheet" and target.target:
                found[sheet.get("name") or ""] = target.target
        return found

    @property
    def tabs(self) -> etree._Element:
        """The list of all sheets."""
        tabs = self.root.find(self.tag("sheets"))
        if tabs is None:
            raise self.package.refuse("没有工作表，不是正常的台账")
        return tabs

    @property
    def names(self) -> list[str]:
        """The names of all tabs, sheets of charts among them."""
        return [tab.get("name") or "" for tab in self.tabs]

    def add(self, name: str, part: str) -> None:
        """Take in an empty sheet, which has its place in the list of tabs already."""
        root = etree.fromstring(f'<worksheet xmlns="{self._ns[1:-1]}"/>')
        self.sheets[name] = part
        self._grids[name] = Grid(root, ())

    def index(self, name: str) -> int:
        """The place of a sheet among all tabs, by which defined names call it."""
        return self.names.index(name)

    def grid(self, name: str) -> Grid:
        """The cells of a sheet."""
        if name not in self._grids:
            self._grids[name] = Grid(self.package.sheet(self.sheets[name]), self._strings)
        return self._grids[name]

    @cached_property
    def styles(self) -> Styles | None:
        part = self.shared("styles")
        return Styles(self.package.sheet(part)) if part else None

    def shared(self, kind: str) -> str | None:
        """The part that all sheets share, of a kind such as `styles`; None where there is none."""
        targets = (each.target for each in self._targets.values() if each.kind == kind)
        return next(targets, None)

    @cached_property
    def counts_from_1904(self) -> bool:
        settings = self.root.find(self.tag("workbookPr"))
        return settings is not None and settings.get("date1904") in {"1", "true"}

    @cached_property
    def _strings(self) -> list[str]:
        part = self.shared("sharedStrings")
        if not part:
            return []
        return [string(each) for each in self.package.sheet(part)]
