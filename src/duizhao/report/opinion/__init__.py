"""Opinion sheets in Word: what a reviewer hands to the author of a statement, on one page of A4."""

from duizhao.report.opinion.docx import write_sheets
from duizhao.report.opinion.sheet import OpinionSheet

__all__ = ["OpinionSheet", "write_sheets"]
