"""A workbook as its program saved it: its package, its sheets by their names, and the texts and styles they share."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date, timedelta
from functools import cached_property
from io import BytesIO

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.ledger.xlsx.grid import CellGrid, string_text
from duizhao.office.package import Package
from duizhao.office.xml import parse, whole_number

# A ledger of 500 statements has 6,000 rows of 30 cells: 20 MB of cells and texts, 700,000 tags.
MAX_TAGS = 900_000
MAX_SHEETS = 200

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
ZIP_SIGNATURE = b"PK\x03\x04"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

# Day 0 of a workbook. 1900 counts a 29 February that never was, so that days are right from March 1900 on.
DAY_0, DAY_0_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
LAST_DAY = 2_958_465  # 9999-12-31, counted from DAY_0


class XlsxPackage(Package):
    """The parts of an .xlsx file, within the limits of a workbook."""

    part_bytes = 32_000_000
    package_bytes = 80_000_000
    package_markup = 2_000_000
    remedy = "请用 Excel 或 WPS 打开后另存为 .xlsx"

    def required(self, part: str) -> etree._Element:
        """The root element of a part. Raises UnreadableDocument if there is no such part."""
        data = self.read(part)
        if data is None:
            raise self.refuse(f"缺少部件 {part}，文件不完整；{self.remedy}")
        return self.parse(data, part, _parse)


def _parse(data: bytes) -> etree._Element:
    return parse(data, MAX_TAGS)


class CellStyles:
    """The cell formats of `xl/styles.xml`, by the number with which cells refer to them."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._ns = f"{{{etree.QName(root).namespace or ''}}}"
        self._quoted: dict[str, str] = {}
        self.is_changed = False

    def quoted(self, style: str | None) -> str | None:
        """The number of a format like `style` with the text prefix, so that its text is never taken for a formula."""
        formats = self.root.find(self._ns + "cellXfs")
        number = style or "0"
        if formats is None or not number.isdigit() or int(number) >= len(formats):
            return style
        if formats[int(number)].get("quotePrefix") in {"1", "true"}:
            return number
        if number not in self._quoted:
            added = deepcopy(formats[int(number)])
            added.set("quotePrefix", "1")
            self._quoted[number] = self._appended(formats, added)
        return self._quoted[number]

    def for_print(
        self,
        style: str | None,
        points: float,
        alignment: Mapping[str, str],
        *,
        is_bold: bool = False,
    ) -> str | None:
        """The number of a format like `style` in this size and alignment."""
        formats, fonts = (self.root.find(self._ns + name) for name in ("cellXfs", "fonts"))
        number = style or "0"
        if formats is None or fonts is None or not number.isdigit() or int(number) >= len(formats):
            return style
        added = deepcopy(formats[int(number)])
        at = whole_number(added.get("fontId"))
        if not 0 <= at < len(fonts):
            return style
        font = deepcopy(fonts[at])
        self._size(font).set("val", f"{points:g}")
        if is_bold and font.find(self._ns + "b") is None:
            font.insert(0, etree.Element(self._ns + "b"))
        added.set("fontId", self._appended(fonts, font))
        added.set("applyFont", "1")
        for old in added.findall(self._ns + "alignment"):
            added.remove(old)
        added.insert(0, etree.Element(self._ns + "alignment", dict(alignment)))
        added.set("applyAlignment", "1")
        return self._appended(formats, added)

    def _size(self, font: etree._Element) -> etree._Element:
        found = font.find(self._ns + "sz")
        return etree.SubElement(font, self._ns + "sz") if found is None else found

    def _appended(self, listed: etree._Element, added: etree._Element) -> str:
        """Add at the end, since others refer to the entries by their place; that place as a number."""
        listed.append(added)
        listed.set("count", str(len(listed)))
        self.is_changed = True
        return str(len(listed) - 1)


class SavedWorkbook:
    """A workbook as its program saved it. A sheet is parsed when it is asked for."""

    def __init__(self, package: XlsxPackage) -> None:
        self.package = package
        relations = {each.kind: each.target for each in package.relationships("")}
        if "officeDocument" not in relations:
            raise package.refuse("不是 .xlsx 电子表格；请给出 duizhao ledger 写的台账")
        self.part = relations["officeDocument"]
        self.root = package.required(self.part)
        self._ns = f"{{{etree.QName(self.root).namespace or ''}}}"
        self._targets = {each.key: each for each in package.relationships(self.part)}
        self._grids: dict[str, CellGrid] = {}
        if len(self.sheets) > MAX_SHEETS:
            raise package.refuse(f"工作表超过 {MAX_SHEETS} 张，不是正常的台账")

    @classmethod
    def from_bytes(cls, data: bytes, name: str) -> SavedWorkbook:
        """The workbook in the bytes of an .xlsx file. Raises UnreadableDocument."""
        if data.startswith(OLE_SIGNATURE):
            raise UnreadableDocument(
                name, "文件已加密，或是旧版 .xls；请去掉密码，用 Excel 或 WPS 另存为 .xlsx"
            )
        if not data.startswith(ZIP_SIGNATURE):
            raise UnreadableDocument(name, "不是 .xlsx 电子表格；请给出 duizhao ledger 写的台账")
        return cls(XlsxPackage(BytesIO(data), name))

    def tag(self, name: str) -> str:
        """An element name in the namespace of the workbook part."""
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
        """The element that lists all sheets."""
        tabs = self.root.find(self.tag("sheets"))
        if tabs is None:
            raise self.package.refuse("没有工作表，不是正常的台账")
        return tabs

    @property
    def names(self) -> list[str]:
        """The names of all tabs, also of those that hold a chart."""
        return [tab.get("name") or "" for tab in self.tabs]

    def add(self, name: str, part: str) -> None:
        """Add an empty sheet, which is in the list of tabs already."""
        root = etree.fromstring(f'<worksheet xmlns="{self._ns[1:-1]}"/>')
        self.sheets[name] = part
        self._grids[name] = CellGrid(root, ())

    def index(self, name: str) -> int:
        """The place of a sheet among all tabs, by which defined names refer to it."""
        return self.names.index(name)

    def grid(self, name: str) -> CellGrid:
        """The cells of a sheet."""
        if name not in self._grids:
            self._grids[name] = CellGrid(self.package.required(self.sheets[name]), self._strings)
        return self._grids[name]

    @cached_property
    def styles(self) -> CellStyles | None:
        part = self.shared_part("styles")
        return CellStyles(self.package.required(part)) if part else None

    def shared_part(self, kind: str) -> str | None:
        """The part that all sheets share, of a kind such as `styles`; None if the workbook has no such part."""
        targets = (each.target for each in self._targets.values() if each.kind == kind)
        return next(targets, None)

    def day(self, number: str) -> str:
        """The day that a stored number stands for, as 2024-06-30; the text itself if it stands for no day."""
        try:
            count = int(float(number))
        except (ValueError, OverflowError):
            return number
        if not 1 <= count <= LAST_DAY - 1462:
            return number
        return (self._day_0 + timedelta(count)).isoformat()

    def day_number(self, day: str) -> int | None:
        """The number that stores the day 2024-06-30; None for any other text."""
        try:
            return (date.fromisoformat(day) - self._day_0).days
        except ValueError:
            return None

    @cached_property
    def _day_0(self) -> date:
        settings = self.root.find(self.tag("workbookPr"))
        is_from_1904 = settings is not None and settings.get("date1904") in {"1", "true"}
        return DAY_0_OF_1904 if is_from_1904 else DAY_0

    @cached_property
    def _strings(self) -> list[str]:
        part = self.shared_part("sharedStrings")
        if not part:
            return []
        return [string_text(each) for each in self.package.required(part)]
