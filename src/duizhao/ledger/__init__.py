"""The ledger (整改台账): rows from statements, written as a workbook that people fill in, and brought up to date."""

from duizhao.ledger.assemble import assemble
from duizhao.ledger.draw import draw
from duizhao.ledger.model import Drawn, Ledger, Row
from duizhao.ledger.update import Updated

__all__ = ["Drawn", "Ledger", "Row", "Updated", "assemble", "draw"]
