"""What a part of a statement is for: profiles ask for kinds, the interpreter finds them."""

from __future__ import annotations

from enum import Enum


class ChapterKind(Enum):
    """What a part of a statement is for. The value is what people call it."""

    LAST_YEAR = "上年度整改落实情况"
    STATUS = "基本情况"
    PROBLEMS = "查摆的问题"
    CAUSES = "原因剖析"
    CASE = "典型案例剖析"
    MEASURES = "整改措施"
    MATTERS = "个人有关事项"
    OPINIONS = "征求到的意见"
    OTHER = "其他"

    @property
    def key(self) -> str:
        """Its name in the file of a profile: last_year, problems."""
        return self.name.lower()
