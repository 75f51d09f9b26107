"""The ledger (整改台账): rows from statements, written as a workbook that people fill in, and brought up to date."""

from duizhao.ledger.assemble import assemble
from duizhao.ledger.extract import extract
from duizhao.ledger.plan import UpdatedLedger
from duizhao.ledger.row import FileExtract, Ledger, Row

__all__ = ["FileExtract", "Ledger", "Row", "UpdatedLedger", "assemble", "extract"]
