"""What an update of a ledger did, said in a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao import api
from duizhao.cli.output import note

LISTED = 20
"""Lines of one kind; the rest stands in the workbook."""


def say_updated(updated: api.UpdatedLedger) -> None:
    """Say what was added and marked, what a person must decide, and what was left alone."""
    plan = updated.plan
    note(
        f"新增 {len(plan.added)} 行，原文已改 {len(plan.edited)} 行，"
        f"原文已无 {len(plan.gone)} 行，冲突 {len(plan.conflicts)} 处"
        + ("" if updated.is_changed else "；台账没有变化")
    )
    if plan.conflicts:
        note("人和材料都改过的格子，保留了台账所填；在“更新冲突”表的“处理”一列选好后再更新一次：")
        _list(
            [
                f"{each.id} {each.head}：台账“{_short(each.filled)}”，材料“{_short(each.now)}”"
                for each in plan.conflicts
            ]
        )
    if plan.deleted:
        note(f"有 {len(plan.deleted)} 行已被删去，没有加回：{'、'.join(plan.deleted[:LISTED])}")
    if plan.absent:
        note(f"有 {len(plan.absent)} 份材料这次没有给出：{'、'.join(plan.absent[:LISTED])}")


def _list(lines: Sequence[str]) -> None:
    for line in lines[:LISTED]:
        note(f"  {line}")
    if len(lines) > LISTED:
        note(f"  还有 {len(lines) - LISTED} 处，见“更新冲突”表")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 24 else line[:24] + "……"
