"""The rows in which somebody has a part: whose turn it is, how pressing each is, for how many there is room."""

from __future__ import annotations

import pytest

from duizhao.process import RowState, Urgency
from duizhao.web.desk.models import LedgerRow
from duizhao.web.overview.own_rows import _words
from duizhao.web.rectification.mine import MAX_SHOWN, WAITS_FOR_YOU, OwnRow, by_urgency, ended_count
from duizhao.web.rectification.models import RowPerson


def own(parts: str, state: RowState = RowState.RUNNING, urgency: Urgency = Urgency.NEAR) -> OwnRow:
    return OwnRow(LedgerRow(cells={"status": state.value}), tuple(parts.split()), urgency)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (own("owner"), "台账里本人负责的 {} 条快到期了"),
        (own("owner", urgency=Urgency.LATE), "台账里本人负责的 {} 条已经逾期"),
        (own("owner", urgency=Urgency.ON_TIME), ""),
        (own("owner", RowState.WAITING), ""),
        (own("helper"), "台账里本人配合或分管的 {} 条快到期了"),
        (own("leader", RowState.WAITING), ""),
        (own("acceptor"), ""),
        (own("acceptor", RowState.RETURNED, Urgency.LATE), ""),
        (own("acceptor", RowState.WAITING), "台账里有 {} 条等着本人验收"),
        (own("acceptor", RowState.WAITING, Urgency.ON_TIME), "台账里有 {} 条等着本人验收"),
        (own("acceptor leader"), "台账里本人配合或分管的 {} 条快到期了"),
        (own("acceptor leader", RowState.WAITING), "台账里有 {} 条等着本人验收"),
    ],
)
def test_first_page_shows_what_is_ones_turn(row: OwnRow, words: str) -> None:
    assert _words(row) == words


def test_what_waits_stands_first_and_once_then_the_most_pressing() -> None:
    rows = [
        own("owner", urgency=Urgency.UNDATED),
        own("owner", urgency=Urgency.APPROACHING),
        own("acceptor", RowState.WAITING, Urgency.LATE),
        own("owner", urgency=Urgency.LATE),
    ]
    groups = list(by_urgency(rows))
    assert [group.title for group in groups] == [WAITS_FOR_YOU, "逾期", "快到期", "没有截止日期"]
    assert [group.rows for group in groups] == [(rows[at],) for at in (2, 3, 1, 0)]


@pytest.mark.parametrize(
    ("late", "shown"), [(MAX_SHOWN - 1, 1), (MAX_SHOWN, 0), (MAX_SHOWN + 5, 0)]
)
def test_page_has_room_for_the_most_pressing(late: int, shown: int) -> None:
    rows = [own("owner", urgency=Urgency.LATE) for _ in range(late)]
    first, second = by_urgency([own("owner"), own("owner"), *rows])
    assert len(first.shown) == min(late, MAX_SHOWN)
    assert (len(second.shown), len(second.rows)) == (shown, 2)


def test_ended_rows_are_counted_once_however_many_parts_somebody_had() -> None:
    running = own("owner")
    ended = LedgerRow()
    parts = [
        RowPerson(row=running.row, part="owner"),
        RowPerson(row=ended, part="owner"),
        RowPerson(row=ended, part="leader"),
    ]
    assert ended_count(parts, [running]) == 1
