"""The page on meetings and ledger rows: kinds of meeting, requirements with their sources, talks, states and moves."""

from __future__ import annotations

from collections.abc import Iterator

from markdown import NOTE, table

from duizhao.process import (
    MOVES,
    MeetingKind,
    MeetingRequirement,
    MoveRule,
    NearDays,
    RowState,
    TalkRule,
    Urgency,
    meeting_kinds,
)
from duizhao.status import Status

OPENING = """\
# 会议的要求与台账的状态

会议前后该做什么、到会多少人、谁和谁谈心谈话，以及台账一行怎样走到销号，程序都按下面的表来答。表里每一项都写明依据和核实程度：
“已核”的可以拦下，其余的只供参考；原文说“一般”的也只供参考。上级的通知可以改任何一项，只改这一次会议，改后以通知为依据。
数据在 [process/data/](../src/duizhao/process/data/)，为什么这样做见 [process-pure](decisions/process-pure.md)。

"""
STATES = """\
## 台账一行的状态

“长期坚持”的按定下的日期检查；验收人不能是责任人；没有佐证材料不能销号；销号后可以写明理由重新打开。

"""
GUARDS = {
    "wants_reason": "写明理由",
    "wants_evidence": "有佐证材料",
    "wants_another_acceptor": "有验收人，且不是责任人",
    "wants_consent": "写明由谁同意，且不是责任人",
    "wants_later_day": "新的截止日期晚于原来的",
    "wants_review_day": "定下次检查的日期",
    "wants_receiver": "写明交给谁",
}


def process_page() -> str:
    """Every kind of meeting and every move; the test of this page names any that is left out."""
    kinds = "".join(map(_kind, meeting_kinds().values()))
    moves = [_move(move.value, rule) for move, rule in MOVES.items()]
    heads = ("办理", "从", "到", "条件", "依据")
    near = NearDays()
    steps = f"截止前 {near.approaching} 天为“{Urgency.APPROACHING.value}”，{near.near} 天为“{Urgency.NEAR.value}”"
    return (
        f"{NOTE}{OPENING}{kinds}{STATES}{table(heads, moves)}\n"
        f"## 期限\n\n{steps}，天数可改；Excel 台账只分一步，天数在“汇总”里改。\n\n"
        f"{table(('期限', '颜色', '提醒谁'), map(_urgency, Urgency))}"
    )


def _kind(kind: MeetingKind) -> str:
    parts = [
        f"## {kind.name}\n\n应到会：{kind.attendees}。依据：{kind.source}（{kind.status.label}）。\n\n",
        table(("环节", "要求", "时间", "依据", "效力"), map(_requirement, kind.requirements)),
    ]
    if kind.talks:
        parts.append(f"\n谁和谁谈：\n\n{table(('谈话', '依据', '效力'), map(_talk, kind.talks))}")
    if kind.triggers:
        parts.append(f"\n什么时候召开：{'；'.join(kind.triggers)}。\n")
    if kind.agenda:
        parts.append(f"\n会议次序：{' → '.join(kind.agenda)}。\n")
    return "".join([*parts, "\n"])


def _requirement(each: MeetingRequirement) -> tuple[str, ...]:
    force = _force(each.status, each.is_firm)
    return each.phase.value, each.text, "，".join(_days(each)), each.source, force


def _days(each: MeetingRequirement) -> Iterator[str]:
    if each.window is None:
        return
    if each.window.closes >= 0:
        yield f"会后 {each.window.closes} 日内"
    elif each.window.opens is None:
        yield "会前" if each.window.closes == -1 else f"会前 {-each.window.closes} 日以前"
    else:
        yield f"会前 {-each.window.opens} 日至 {-each.window.closes} 日"


def _talk(rule: TalkRule) -> tuple[str, ...]:
    return rule.text, rule.source, _force(rule.status, rule.is_firm)


def _force(status: Status, is_firm: bool) -> str:
    if status is not Status.VERIFIED:
        return f"供参考（{status.label}）"
    return "必须" if is_firm else "供参考（原文为“一般”）"


def _move(name: str, rule: MoveRule) -> tuple[str, ...]:
    sources = "、".join(state.value for state in RowState if state in rule.sources)
    guards = "；".join(GUARDS[guard.__name__] for guard in rule.guards)
    return name, sources, rule.target.value, guards, rule.basis


def _urgency(each: Urgency) -> tuple[str, ...]:
    return each.value, each.colour.value, "、".join(each.addressees)
