"""Words of the statements of a meeting that are put together."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.web.submissions.table_rows import SubmissionRow

HEADS = ("姓名", "职务", "状态", "稿", "方面", "缺的方面", "必改", "应改", "供参考", "相同", "最迟")
REVIEW_HEADS = ("单位", "会议", *HEADS)


def cells(row: SubmissionRow) -> list[str | int]:
    """The line of a person as a workbook has it."""
    due = f"{row.due_on.isoformat()}{'（已过）' if row.is_late else ''}" if row.due_on else ""
    return [
        row.who,
        row.duty,
        row.state,
        row.number or "",
        row.coverage,
        row.lacking,
        *row.counts,
        f"{row.pairs} 处，最多占 {row.percent}" if row.pairs else "",
        due,
    ]


def taken_in_words(count: int, lost: Sequence[str]) -> str:
    """How many comments of a returned copy were taken, and which were not: they name no place in this text."""
    if not count and not lost:
        return "这份文件里没有找到批注"
    named = "；".join(lost)
    return f"放进来 {count} 条批注，另有 {len(lost)} 条找不到说的是哪里：{named}"
