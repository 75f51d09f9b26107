"""Finds the statements in a source: most hold one, a collection holds many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.document.lines import BLANKS, Line, trim
from duizhao.document.markers import NUMERALS, marker_at
from duizhao.document.nodes import Residue, Style
from duizhao.text import Marks, Source, Span

ANCHORS = (
    *(f"{left}{word}" for left in "【（[(［" for word in ("篇", "第", "范文")),
    *(f"第{n}篇" for n in (*NUMERALS, *range(1, 11))),
    *(f"篇{n}" for n in (*NUMERALS, *range(1, 10))),
)
LONGEST = 60

SHARED = re.compile("材料|对照检查|對照檢查|剖析|发言|發言|提纲|报告|報告|范文")
PARTLY = re.compile("问题|問題|原因|措施|整改|情况|情況|方向")
CHAPTER = re.compile(f"[\r\n][{BLANKS}]*一[、，,．.]")


def split(source: Source, marks: Marks | None = None) -> tuple[Span, ...]:
    """The span of each statement in `source`, in order; what stands before the first label belongs to the first."""
    text = source.text
    return (Span(0, len(text)),)


def labelled(text: str, blocks: list[Line]) -> tuple[list[Line], list[Residue]]:
    return blocks, []
