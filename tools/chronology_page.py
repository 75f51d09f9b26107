"""The page on congresses, plenums, campaigns, documents and rules of the Party, with their dates and sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markdown import NOTE, table

from duizhao.chronology import Event, EventKind, PartyRule, chronology

OPENING = """\
# 大事和党内法规的日期

材料里学的是哪次会议、引的是哪个版本的条例，规则按下面的表来核对。每一行都写明依据和核实程度：“已核”的在原文或报道里读到过日期，
“待核”的是通常的说法，还没有查到原文，只供参考。
数据在 [party.toml](../src/duizhao/chronology/data/party.toml)，发现有错请改在那里。

表里没有的会议和法规，规则不作判断；一部法规在表中最早的版本之前的情形也不作判断。
"""
RULES = """\
## 党内法规和有关法律

“施行到”是下一个版本施行的日子，或者被别的法规代替的日子；空着的现在仍然施行。

"""


def chronology_page() -> str:
    """Every event by kind, and every edition of every rule."""
    return "\n".join([f"{NOTE}{OPENING}", *map(_kind, EventKind), f"{RULES}{_rules()}"])


def _kind(kind: EventKind) -> str:
    rows = map(_event, chronology().of_kind(kind))
    return f"## {kind.value}\n\n{table(('名称', '日期', '依据', '核实'), rows)}"


def _event(each: Event) -> tuple[str, ...]:
    days = _day(each.opened) if each.closed is None else _span(each.opened, each.closed)
    return each.name, days, each.source, each.status.label


def _rules() -> str:
    rows = [row for rule in chronology().rules for row in _editions(rule)]
    return table(("名称", "发布", "施行", "施行到", "由什么代替", "依据", "核实"), rows)


def _editions(rule: PartyRule) -> Iterator[tuple[str, ...]]:
    for each in rule.editions:
        is_last = each is rule.editions[-1]
        end = _day(each.replaced) if each.replaced else ""
        by = rule.replaced_by if is_last else "修订后的版本"
        start = "同日" if each.in_force == each.issued else _day(each.in_force)
        yield rule.name, _day(each.issued), start, end, by, each.source, each.status.label


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _span(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{_day(first)}至{_day(last)}"
    month = f"{last.month}月" if first.month != last.month else ""
    return f"{_day(first)}至{month}{last.day}日"
