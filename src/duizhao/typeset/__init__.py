"""Documents → pages in the form of GB/T 9704: a plan of paragraphs, and the writers that set it."""

from duizhao.typeset.block import Block, TextRun
from duizhao.typeset.plan import all_blocks, blocks

__all__ = ["Block", "TextRun", "all_blocks", "blocks"]
