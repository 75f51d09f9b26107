"""A file that holds an office's own ledger: which tables are in it."""

from __future__ import annotations

from duizhao.errors import UnreadableDocument
from duizhao.ledger.adopted.head_mapping import OwnTable, own_tables
from duizhao.ledger.adopted.sheet_cells import sheets_of
from duizhao.ledger.adopted.word_tables import word_tables
from duizhao.ledger.locate import LocatedSheets
from duizhao.ledger.xlsx.saved_workbook import ZIP_SIGNATURE, SavedWorkbook

NO_LEDGER = (
    "没有找到台账：要有一张表，表头里有“存在问题”或“整改措施”，再有“责任单位”“责任人”“整改时限”等，至少三列认得；"
    "表头要在前二十行之内"
)


def tables_of_own(data: bytes, name: str) -> tuple[OwnTable, ...]:
    """The tables of an office's own ledger in a .xlsx or .docx; none for a workbook that we wrote.

    Raises UnreadableDocument for a file that is no ledger.
    """
    if name.lower().endswith(".docx") and data.startswith(ZIP_SIGNATURE):
        sheets = word_tables(data, name)
    else:
        book = SavedWorkbook.from_bytes(data, name)
        if _is_ours(book):
            return ()
        sheets = sheets_of(book)
    tables = own_tables(sheets)
    if not tables:
        raise UnreadableDocument(name, NO_LEDGER)
    return tables


def _is_ours(book: SavedWorkbook) -> bool:
    try:
        return "id" in LocatedSheets.from_workbook(book).table.places
    except UnreadableDocument:
        return False
