"""What screening found, written out: for a terminal, for programs, as a page, as a workbook. Evidence, no verdict."""

from duizhao.reuse.view.output import OUTPUTS, Output, write
from duizhao.reuse.view.shown import FiledTexts, ShownCheck, ShownJoin

__all__ = ["OUTPUTS", "FiledTexts", "Output", "ShownCheck", "ShownJoin", "write"]
