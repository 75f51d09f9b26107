"""Papers that are put together from data: lines of text and forms, set as texts that were read are."""

from duizhao.typeset.paper.blocks import paper_blocks
from duizhao.typeset.paper.model import FormCell, FormRow, FormTable, PaperLine, WrittenPaper

__all__ = ["FormCell", "FormRow", "FormTable", "PaperLine", "WrittenPaper", "paper_blocks"]
