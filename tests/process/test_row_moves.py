"""The states of a ledger row: where moves lead, what their guards refuse, what no path can do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.process import (
    MOVES,
    Move,
    MoveRequest,
    Refusal,
    RowState,
    TrackedRow,
    make_move,
    names_in,
    offered_moves,
    refusals,
)

TODAY = date(2026, 3, 2)
ROW = TrackedRow(owners=("李明", "王芳"), due=date(2026, 6, 30))
READY = replace(ROW, state=RowState.WAITING, acceptor="赵强", evidence=("会议纪要.pdf",))


def ask(move: Move, **said: object) -> MoveRequest:
    return MoveRequest(move, TODAY, **said)  # type: ignore[arg-type]


TABLE = """
未启动：启动整改→整改中 移交→移交 延期→延期
整改中：提请验收→待验收 转为长期坚持→长期坚持 移交→移交 延期→延期
待验收：销号→已销号 退回→退回重改 转为长期坚持→长期坚持
已销号：重新打开→整改中
退回重改：启动整改→整改中 移交→移交 延期→延期
长期坚持：提请验收→待验收 移交→移交
移交：重新打开→整改中
延期：提请验收→待验收 转为长期坚持→长期坚持 移交→移交 延期→延期
"""


def test_moves_lead_where_the_table_says() -> None:
    lines = []
    for state in RowState:
        moves = [f"{move.value}→{MOVES[move].target.value}" for move in offered_moves(state)]
        lines.append(f"{state.value}：{' '.join(moves)}")
    assert "\n".join(lines) == TABLE.strip()


@pytest.mark.parametrize(
    ("row", "request_", "reasons"),
    [
        (ROW, ask(Move.CLOSE), ["“未启动”的行不能销号"]),
        (replace(ROW, state=RowState.RUNNING), ask(Move.CLOSE), ["“整改中”的行不能销号"]),
        (READY, ask(Move.CLOSE), []),
        (replace(READY, evidence=()), ask(Move.CLOSE), ["还没有佐证材料，不能销号"]),
        (replace(READY, evidence=(" ",)), ask(Move.CLOSE), ["还没有佐证材料，不能销号"]),
        (replace(READY, acceptor=""), ask(Move.CLOSE), ["还没有验收人，不能销号"]),
        (replace(READY, acceptor=" 王芳 "), ask(Move.CLOSE), ["验收人“王芳”就是责任人，要请别人验收"]),
        (replace(READY, owners=("李明（牵头）、王芳",), acceptor="王芳"), ask(Move.CLOSE),
         ["验收人“王芳”就是责任人，要请别人验收"]),
        (replace(READY, owners=("王芳菲",), acceptor="王芳"), ask(Move.CLOSE), []),
        (replace(READY, evidence=(), acceptor=""), ask(Move.CLOSE),
         ["还没有佐证材料，不能销号", "还没有验收人，不能销号"]),
        (READY, ask(Move.RETURN), ["退回要写明理由"]),
        (READY, ask(Move.RETURN, reason="佐证与措施不符"), []),
        (ROW, ask(Move.POSTPONE), ["延期要写明理由", "延期要写明由谁同意", "延期要写明新的截止日期"]),
        (ROW, ask(Move.POSTPONE, reason="项目未批", consent="王芳", due=date(2026, 9, 30)),
         ["“王芳”是责任人，不能同意自己延期"]),
        (ROW, ask(Move.POSTPONE, reason="项目未批", consent="赵强", due=date(2026, 6, 30)),
         ["新的截止日期要晚于原来的2026年6月30日"]),
        (replace(ROW, due=None), ask(Move.POSTPONE, reason="项目未批", consent="赵强", due=TODAY),
         ["新的截止日期已经过了"]),
        (ROW, ask(Move.POSTPONE, reason="项目未批", consent="赵强", due=date(2026, 9, 30)), []),
        (READY, ask(Move.KEEP_UP), ["转为长期坚持要定下次检查的日期"]),
        (READY, ask(Move.KEEP_UP, due=date(2026, 3, 1)), ["下次检查的日期已经过了"]),
        (READY, ask(Move.KEEP_UP, due=date(2027, 3, 1)), []),
        (ROW, ask(Move.HAND_OVER), ["移交要写明交给谁", "移交要写明理由"]),
        (ROW, ask(Move.HAND_OVER, receiver="县水务局", reason="职责划转"), []),
        (replace(READY, state=RowState.CLOSED), ask(Move.REOPEN), ["重新打开要写明理由"]),
        (replace(READY, state=RowState.CLOSED), ask(Move.REOPEN, reason="问题反弹"), []),
    ],
)  # fmt: skip
def test_guards_say_why(row: TrackedRow, request_: MoveRequest, reasons: list[str]) -> None:
    assert list(refusals(row, request_)) == reasons
    result = make_move(row, request_)
    if reasons:
        assert result == Refusal(request_.move, tuple(reasons))
    else:
        assert isinstance(result, TrackedRow)
        assert result.state is MOVES[request_.move].target


def test_moves_set_the_days_they_are_about() -> None:
    closed = make_move(READY, ask(Move.CLOSE))
    assert isinstance(closed, TrackedRow)
    assert closed.closed == TODAY
    opened = make_move(closed, ask(Move.REOPEN, reason="问题反弹"))
    assert isinstance(opened, TrackedRow)
    assert (opened.closed, opened.due) == (None, READY.due)
    later = date(2026, 9, 30)
    postponed = make_move(ROW, ask(Move.POSTPONE, reason="项目未批", consent="赵强", due=later))
    assert isinstance(postponed, TrackedRow)
    assert postponed.due == later


def test_every_rule_of_a_move_has_a_basis() -> None:
    assert set(MOVES) == set(Move)
    assert all(rule.basis and rule.sources for rule in MOVES.values())


names = st.sampled_from(["", " ", "甲", "乙", "丙"])
requests = st.builds(
    MoveRequest,
    move=st.sampled_from(Move),
    on=st.just(TODAY),
    reason=names,
    consent=names,
    due=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    receiver=names,
)
edits = st.fixed_dictionaries(
    {},
    optional={
        "owners": st.lists(names, max_size=2).map(tuple),
        "acceptor": names,
        "evidence": st.lists(names, max_size=2).map(tuple),
    },
)


@given(st.lists(st.tuples(edits, requests), max_size=25))
def test_no_path_closes_without_evidence_and_another_acceptor(
    path: list[tuple[dict[str, object], MoveRequest]],
) -> None:
    row = TrackedRow()
    for edit, request in path:
        row = replace(row, **edit)  # type: ignore[arg-type]
        result = make_move(row, request)
        if isinstance(result, Refusal):
            assert result.reasons
            assert all(any("\u4e00" <= sign <= "\u9fff" for sign in why) for why in result.reasons)
            continue
        if result.state is RowState.CLOSED:
            assert row.state is RowState.WAITING
            assert any(each.strip() for each in row.evidence)
            assert row.acceptor.strip()
            assert not row.is_owner(row.acceptor)
        if row.state is RowState.CLOSED:
            assert request.move is Move.REOPEN
            assert request.reason.strip()
        assert (result.closed is not None) == (result.state is RowState.CLOSED)
        row = result


def test_every_state_is_reached_from_a_new_row_and_none_is_a_dead_end() -> None:
    request = {"reason": "理由", "consent": "丙", "receiver": "县水务局", "due": date(2027, 1, 1)}
    row = replace(ROW, acceptor="赵强", evidence=("纪要",))
    reached, waiting = {row.state}, [row]
    while waiting:
        row = waiting.pop()
        for move in Move:
            result = make_move(row, ask(move, **request))
            if isinstance(result, TrackedRow) and result.state not in reached:
                reached.add(result.state)
                waiting.append(result)
    assert reached == set(RowState)
    assert all(offered_moves(state) for state in RowState)


@pytest.mark.parametrize(
    "owner",
    [
        "王　明",
        "1. 王 明\n2. 李建国",
        "1.王明\n2.李建国",
        "1、李建国 2、王　明",
        "（1）李建国\n（2）王明（牵头）",
        "李建国、王　明（牵头）",
        "王明",
    ],
)
@pytest.mark.parametrize("acceptor", ["王明", "王　明", " 王 明 "])
def test_name_set_wide_is_the_same_name(owner: str, acceptor: str) -> None:
    assert TrackedRow(owners=(owner,)).is_owner(acceptor)
    assert not TrackedRow(owners=(owner,)).is_owner("王明远")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("周明远（牵头）、王　明", ("周明远", "牵头", "王明")),
        ("1.周明远\n2.李建国", ("周明远", "李建国")),
        ("1. 周明远；2. 李建国", ("周明远", "李建国")),
        ("12、周明远", ("周明远",)),
        ("2号码头、3.15专班", ("2号码头", "3.15专班")),
        ("", ()),
    ],
)
def test_names_in_a_cell_are_read_without_their_numbers(cell: str, names: tuple[str, ...]) -> None:
    assert names_in(cell) == names
