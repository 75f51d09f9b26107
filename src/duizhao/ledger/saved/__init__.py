"""Ledgers that came back from people, whatever program saved them: read, and changed in place."""

from __future__ import annotations

from datetime import date

from duizhao.ledger.row import Ledger
from duizhao.ledger.saved.apply import applied
from duizhao.ledger.saved.book import Book
from duizhao.ledger.saved.find import find, remembered, returned
from duizhao.ledger.saved.loose import listed
from duizhao.ledger.saved.package import spreadsheet
from duizhao.ledger.update import UpdatedLedger, loose_plan, merged


def updated(
    data: bytes, name: str, ledger: Ledger, *, is_whole: bool, today: date | None = None
) -> UpdatedLedger:
    """The workbook `data` with what the statements say now; `is_whole`: the files given are all there are.

    `today` is the day for which counts are shown before a program calculates them.
    Raises UnreadableDocument for a file that is no ledger.
    """
    found = find(Book(spreadsheet(data, name)))
    back = returned(found)
    plan = merged(back, ledger, is_whole=is_whole)
    known = remembered(found)
    loose = loose_plan(listed(found)[1], known, ledger, is_whole=is_whole)
    wanted = {"aspect": ledger.aspects, "file": ledger.files}
    before = (*back.written, *known)
    made = applied(found, plan, loose, before, wanted, today or date.today())
    return UpdatedLedger(data if made is None else made, made is not None, plan)
