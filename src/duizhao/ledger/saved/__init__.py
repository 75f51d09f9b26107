"""Ledgers that came back from people, whatever program saved them: read, and changed in place."""

from __future__ import annotations

from duizhao.ledger.model import Ledger
from duizhao.ledger.saved.apply import applied
from duizhao.ledger.saved.book import Book
from duizhao.ledger.saved.find import find, returned
from duizhao.ledger.saved.package import spreadsheet
from duizhao.ledger.update import Updated, merged


def updated(data: bytes, name: str, ledger: Ledger, *, is_whole: bool) -> Updated:
    """The workbook `data` with what the statements say now; `is_whole`: the files given are all there are.

    Raises UnreadableDocument for a file that is no ledger.
    """
    found = find(Book(spreadsheet(data, name)))
    back = returned(found)
    plan = merged(back, ledger, is_whole=is_whole)
    made = applied(found, plan, back.written)
    return Updated(data if made is None else made, made is not None, plan)
