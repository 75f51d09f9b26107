"""The moves of a ledger row from state to state, and the guards that each move has to pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from duizhao.process.calendar import chinese_day
from duizhao.process.row_state import ENDED_STATES, RowState
from duizhao.process.tracked_row import Move, MoveRequest, Refusal, TrackedRow

Guard = Callable[[TrackedRow, MoveRequest], str]
"""Returns why the move is refused, in Chinese; an empty string where the guard is content."""


@dataclass(frozen=True, slots=True)
class MoveRule:
    """From which states a move leads to which state, past which guards, and where that rule comes from."""

    sources: frozenset[RowState]
    target: RowState
    guards: tuple[Guard, ...]
    basis: str


def wants_reason(row: TrackedRow, request: MoveRequest) -> str:
    return "" if request.reason.strip() else f"{request.move.value}要写明理由"


def wants_evidence(row: TrackedRow, request: MoveRequest) -> str:
    return "" if any(each.strip() for each in row.evidence) else "还没有佐证材料，不能销号"


def wants_another_acceptor(row: TrackedRow, request: MoveRequest) -> str:
    acceptor = row.acceptor.strip()
    if not acceptor:
        return "还没有验收人，不能销号"
    if row.is_owner(acceptor):
        return f"验收人“{acceptor}”就是责任人，要请别人验收"
    return ""


def wants_consent(row: TrackedRow, request: MoveRequest) -> str:
    consent = request.consent.strip()
    if not consent:
        return "延期要写明由谁同意"
    if row.is_owner(consent):
        return f"“{consent}”是责任人，不能同意自己延期"
    return ""


def wants_later_day(row: TrackedRow, request: MoveRequest) -> str:
    if request.due is None:
        return "延期要写明新的截止日期"
    if row.due is not None and request.due <= row.due:
        return f"新的截止日期要晚于原来的{chinese_day(row.due)}"
    return "" if request.due > request.on else "新的截止日期已经过了"


def wants_review_day(row: TrackedRow, request: MoveRequest) -> str:
    if request.due is None:
        return "转为长期坚持要定下次检查的日期"
    return "" if request.due > request.on else "下次检查的日期已经过了"


def wants_receiver(row: TrackedRow, request: MoveRequest) -> str:
    return "" if request.receiver.strip() else "移交要写明交给谁"


S = RowState
OPEN = frozenset((S.NOT_STARTED, S.RUNNING, S.RETURNED, S.POSTPONED, S.STANDING))
"""The states in which the owner works on the row."""
PRODUCT, PRACTICE = "本程序的承诺：验收人不是责任人，没有佐证不销号", "整改台账的通行做法"
MOVES = {
    Move.START: MoveRule(frozenset((S.NOT_STARTED, S.RETURNED)), S.RUNNING, (), PRACTICE),
    Move.SUBMIT: MoveRule(frozenset((S.RUNNING, S.POSTPONED, S.STANDING)), S.WAITING, (), PRACTICE),
    Move.CLOSE: MoveRule(
        frozenset((S.WAITING,)), S.CLOSED, (wants_evidence, wants_another_acceptor), PRODUCT
    ),
    Move.RETURN: MoveRule(frozenset((S.WAITING,)), S.RETURNED, (wants_reason,), PRACTICE),
    Move.KEEP_UP: MoveRule(
        frozenset((S.RUNNING, S.WAITING, S.POSTPONED)), S.STANDING, (wants_review_day,), PRACTICE
    ),
    Move.HAND_OVER: MoveRule(OPEN, S.HANDED_OVER, (wants_receiver, wants_reason), PRACTICE),
    Move.POSTPONE: MoveRule(
        OPEN - {S.STANDING},
        S.POSTPONED,
        (wants_reason, wants_consent, wants_later_day),
        "整改台账的通行做法：延期有申请、有批准",
    ),
    Move.REOPEN: MoveRule(
        ENDED_STATES,
        S.RUNNING,
        (wants_reason,),
        "水库隐患整改、意见整改的做法：问题反弹的重新打开",
    ),
}


def offered_moves(state: RowState) -> tuple[Move, ...]:
    """The moves that lead out of a state, without regard to their guards."""
    return tuple(move for move, rule in MOVES.items() if state in rule.sources)


def refusals(row: TrackedRow, request: MoveRequest) -> tuple[str, ...]:
    """Every reason why the move is refused, in Chinese; nothing where it may be made."""
    rule = MOVES[request.move]
    if row.state not in rule.sources:
        return (f"“{row.state.value}”的行不能{request.move.value}",)
    return tuple(reason for guard in rule.guards if (reason := guard(row, request)))


def make_move(row: TrackedRow, request: MoveRequest) -> TrackedRow | Refusal:
    """The row after the move, or why it is refused. Who may ask for a move is the caller's affair."""
    if reasons := refusals(row, request):
        return Refusal(request.move, reasons)
    target = MOVES[request.move].target
    return replace(
        row,
        state=target,
        due=request.due if target in (S.POSTPONED, S.STANDING) else row.due,
        closed=request.on if target is S.CLOSED else None,
    )
