"""What may be typed into a ledger, and what a move writes into its cells."""

from __future__ import annotations

from datetime import date

import pytest

from duizhao.ledger.moved_cells import (
    mended_cells,
    moved_cells,
    reported_cells,
    with_evidence,
    without_evidence,
)
from duizhao.ledger.typed_state import held_back, moves_between
from duizhao.process import Move, MoveRequest, Refusal, RowState

TODAY = date(2026, 5, 6)
RUNNING = {"status": "整改中", "owner": "1. 王建军\n2. 郭敏", "due": "2026-06-30"}
READY = {"evidence": "走访记录", "acceptor": "孙伟"}


def typed(before: dict[str, str], **after: str) -> tuple[dict[str, str], str]:
    held = held_back(before, {**before, **after}, TODAY)
    return held.cells, "；".join(held.reasons)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "整改中"),
        ("未启动", "整改中"),
        ("未启动", "待验收"),
        ("退回重改", "整改中"),
        ("延期", "待验收"),
        ("整改中", "正在推进"),
        ("正在推进", "待验收"),
        ("整改中", "整改中"),
    ],
)
def test_state_is_typed_where_its_moves_want_nothing(before: str, after: str) -> None:
    cells, why = typed({"status": before}, status=after)
    assert (cells["status"], why) == (after, "")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("待验收", "退回重改", "退回要写明理由"),
        ("待验收", "整改中", "退回要写明理由"),
        ("整改中", "移交", "移交要写明交给谁；移交要写明理由"),
        ("整改中", "延期", "延期要写明理由；延期要写明由谁同意；延期要写明新的截止日期"),
        ("整改中", "长期坚持", "转为长期坚持要定下次检查的日期"),
        ("已销号", "整改中", "重新打开要写明理由"),
        ("已销号", "正在推进", "“已销号”不能直接改成“正在推进”"),
        ("已销号", "", "“已销号”不能直接改成“空着”"),
        ("整改中", "未启动", "“整改中”不能直接改成“未启动”"),
    ],
)
def test_state_stays_where_a_move_wants_more_than_cells_hold(
    before: str, after: str, why: str
) -> None:
    cells, said = typed({"status": before}, status=after, progress="改了")
    assert (cells["status"], cells["progress"], said) == (before, "改了", why)


def test_row_is_closed_by_typing_with_evidence_and_another_acceptor() -> None:
    assert typed(RUNNING, status="已销号", **READY)[1] == ""
    assert typed(RUNNING, status="已销号")[1] == "还没有佐证材料，不能销号；还没有验收人，不能销号"
    assert "要请别人验收" in typed(RUNNING, status="已销号", evidence="记录", acceptor="郭敏")[1]
    assert "要写明理由" in typed({"status": "移交"}, status="已销号", **READY)[1]


def test_closed_row_does_not_lose_what_it_was_closed_with() -> None:
    closed = {**RUNNING, **READY, "status": "已销号"}
    cells, why = typed(closed, evidence="", remark="看过")
    assert (cells["evidence"], cells["remark"]) == ("走访记录", "看过")
    assert "还没有佐证材料" in why
    # One that came so from elsewhere stays open to other changes.
    assert typed({"status": "已销号"}, remark="看过")[1] == ""


def test_standing_measure_is_typed_with_the_day_of_its_review() -> None:
    assert typed(RUNNING, status="长期坚持", due="2026-09-30")[1] == ""
    assert "已经过了" in typed(RUNNING, status="长期坚持", due="2026-05-01")[1]


def test_postponement_is_not_typed() -> None:
    cells, why = typed(RUNNING, postponed="2026-07-31", remark="等设备")
    assert (cells["postponed"], cells["remark"]) == ("", "等设备")
    assert "延期要写明由谁同意" in why
    # A day no later than the deadline, or one for a row without a deadline, postpones nothing.
    assert typed(RUNNING, postponed="2026-06-01")[1] == ""
    assert typed({"status": "整改中"}, postponed="2026-07-31")[1] == ""


def test_later_deadline_of_a_row_under_way_is_a_postponement() -> None:
    assert "延期要写明由谁同意" in typed(RUNNING, due="2026-07-31")[1]
    assert typed({**RUNNING, "status": "未启动"}, due="2026-07-31")[1] == ""
    assert typed(RUNNING, due="2026-06-01")[1] == ""


def test_fewest_moves_lead_to_a_state() -> None:
    assert moves_between(RowState.NOT_STARTED, RowState.CLOSED) == (
        Move.START,
        Move.SUBMIT,
        Move.CLOSE,
    )
    assert moves_between(RowState.RUNNING, RowState.RUNNING) == ()
    assert moves_between(RowState.RUNNING, RowState.NOT_STARTED) is None


def moved(cells: dict[str, str], move: Move, **request: object) -> dict[str, str]:
    made = moved_cells(cells, MoveRequest(move, TODAY, **request))
    assert not isinstance(made, Refusal), made
    return made


def test_moves_are_written_into_cells() -> None:
    waiting = moved(RUNNING, Move.SUBMIT)
    assert (waiting["status"], waiting["done"]) == ("待验收", "2026-05-06")
    closed = moved({**waiting, **READY}, Move.CLOSE)
    assert (closed["status"], closed["closed"]) == ("已销号", "2026-05-06")
    again = moved(closed, Move.REOPEN, reason="又出现了")
    assert [again[key] for key in ("status", "closed", "done", "unfinished")] == [
        "整改中",
        "",
        "",
        "又出现了",
    ]
    late = date(2026, 8, 31)
    put_off = moved(RUNNING, Move.POSTPONE, reason="等设备", consent="孙伟", due=late)
    assert (put_off["status"], put_off["postponed"]) == ("延期", "2026-08-31")
    standing = moved(put_off, Move.KEEP_UP, due=date(2026, 9, 30))
    assert [standing[key] for key in ("status", "due", "postponed", "term")] == [
        "长期坚持",
        "2026-09-30",
        "",
        "长期坚持",
    ]
    given = moved(
        {**RUNNING, "remark": "甲"}, Move.HAND_OVER, receiver="县水利局", reason="职能划转"
    )
    assert given["remark"] == "甲\n2026年5月6日移交县水利局：职能划转"


def test_refused_move_writes_nothing() -> None:
    assert isinstance(moved_cells(RUNNING, MoveRequest(Move.CLOSE, TODAY)), Refusal)


def test_progress_and_evidence_are_written_line_by_line() -> None:
    cells = reported_cells(
        {"progress": "已走访一次", "evidence": "登记簿"}, "5月6日：修好", ["照片.jpg"]
    )
    assert cells["progress"] == "5月6日：修好\n已走访一次"
    assert cells["evidence"] == "登记簿\n照片.jpg"
    assert with_evidence(cells, ["照片.jpg"])["evidence"] == cells["evidence"]
    assert without_evidence(cells, "登记簿")["evidence"] == "照片.jpg"
    assert mended_cells(cells, "5月6日：修好", "5月7日：修好")["progress"].startswith("5月7日")
