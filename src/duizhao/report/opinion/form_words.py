"""The words printed on an opinion sheet, by which a filled one is read back."""

from __future__ import annotations

import re

from duizhao.report.opinion.entry import OpinionGroup

SHEET_TITLE = "意　见　单"
FILE_LABEL = "文件"
REMARKS = "审阅人\n的话"
NOTHING = "没有。"
NOTE = "本单只指出文字中看得见的地方，不评价任何人；怎样改，由写材料的人自己定。"
FIRST_PART = OpinionGroup.MUST.value
PRINTED = frozenset((*(group.value for group in OpinionGroup), *REMARKS.split("\n"), NOTHING))
LEFT_OUT = re.compile(r"其余 \d+ 处见审阅稿。|审阅人：.*|本单只指出.*|·第 [\d、]+ 条：.*")


def left_out(count: int) -> str:
    """The line for findings that found no room on the page."""
    return f"其余 {count} 处见审阅稿。"


def is_printed(line: str) -> bool:
    """Does a line of a sheet belong to its form, and is no opinion?"""
    return line in PRINTED or LEFT_OUT.fullmatch(line) is not None


def is_title(line: str) -> bool:
    """Is it the title of a sheet, however its blanks were changed?"""
    return "".join(line.split()) == "意见单"
