"""An .xlsx as a package of parts, with the limits of a workbook."""

from __future__ import annotations

from io import BytesIO

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.office.package import Package
from duizhao.office.xml import parse

# A ledger of 500 statements has 6,000 rows of 30 cells: 20 MB of cells and texts, 700,000 tags.
MOST_TAGS = 900_000

OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"


class Spreadsheet(Package):
    """The parts of a workbook."""

    part_bytes = 32_000_000
    package_bytes = 80_000_000
    package_markup = 2_000_000
    remedy = "请用 Excel 或 WPS 打开后另存为 .xlsx"

    def sheet(self, part: str) -> etree._Element:
        """The root of a part that must be there."""
        data = self.read(part)
        if data is None:
            raise self.refuse(f"缺少部件 {part}，文件不完整；{self.remedy}")
        return self.parse(data, part, _parse)


def spreadsheet(data: bytes, name: str) -> Spreadsheet:
    """The bytes of an .xlsx as its parts. Raises UnreadableDocument."""
    if data.startswith(OLE):
        raise UnreadableDocument(
            name, "文件已加密，或是旧版 .xls；请去掉密码，用 Excel 或 WPS 另存为 .xlsx"
        )
    if not data.startswith(ZIP):
        raise UnreadableDocument(name, "不是 .xlsx 电子表格；请给出 duizhao ledger 写的台账")
    return Spreadsheet(BytesIO(data), name)


def _parse(data: bytes) -> etree._Element:
    return parse(data, MOST_TAGS)
