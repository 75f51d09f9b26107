"""Blocks → a .docx, written part by part (ISO/IEC 29500-1, clauses cited as 17.x)."""

from duizhao.typeset.docx.package import write_docx
from duizhao.typeset.docx.text import unstorable

__all__ = ["unstorable", "write_docx"]
