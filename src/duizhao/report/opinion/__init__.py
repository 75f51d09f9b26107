"""Opinion sheets in Word: what a reviewer hands to the author of a statement, on one page of A4."""

from duizhao.report.opinion.docx import write_sheets
from duizhao.report.opinion.form_words import FILE_LABEL, FIRST_PART, is_printed, is_title
from duizhao.report.opinion.sheet import OpinionSheet

__all__ = ["FILE_LABEL", "FIRST_PART", "OpinionSheet", "is_printed", "is_title", "write_sheets"]
