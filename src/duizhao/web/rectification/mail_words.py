"""The text of a reminder by mail: which rows, by when, where to look; of problems only what a unit wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from duizhao.process import Addressee, Urgency, chinese_day
from duizhao.web.rectification.reminders import RowReminder
from duizhao.web.roster.models import StaffMember

SHOWN_CHARACTERS = 60
Items = Sequence[tuple[RowReminder, Addressee]]


def subject(items: Items) -> str:
    """整改提醒：逾期 1 条，临近 2 条."""
    counts = Counter(each.due.urgency for each, _ in items)
    order = (Urgency.LATE, Urgency.NEAR, Urgency.APPROACHING)
    said = (f"{each.value} {counts[each]} 条" for each in order if counts[each])
    return f"整改提醒：{'，'.join(said)}"


def body(member: StaffMember, items: Items, link: str, *, shows_problem: bool) -> str:
    """The whole mail."""
    lines = [f"{member.name}：", "", "整改台账里和你有关的：", ""]
    lines += _rows(items, shows_problem=shows_problem)
    lines += ["", f"看详情、报进展：{link}" if link else "看详情、报进展，请到对照里的“我的整改”。"]
    lines += ["", "这封信由对照按台账的截止日期发出，不用回复。"]
    return "\n".join(lines) + "\n"


def _rows(items: Items, *, shows_problem: bool) -> Iterator[str]:
    for each, addressee in items:
        day, urgency = chinese_day(each.due.day), each.due.urgency.value
        yield f"{each.row.id_in_ledger}　{day}到期（{urgency}）　你是{addressee.value}"
        if shows_problem:
            problem = each.row.cells.get("problem") or each.row.cells.get("measures", "")
            short = " ".join(problem.split())
            yield f"　　{short[:SHOWN_CHARACTERS]}{'…' if len(short) > SHOWN_CHARACTERS else ''}"
