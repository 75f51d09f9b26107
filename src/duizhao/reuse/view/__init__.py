"""What screening found, written out for a terminal, for programs, as a page, as a workbook: evidence, no verdict."""

from duizhao.reuse.view.format import FORMATS, write
from duizhao.reuse.view.shown import FiledTexts, ShownCheck, ShownJoin

__all__ = ["FORMATS", "FiledTexts", "ShownCheck", "ShownJoin", "write"]
