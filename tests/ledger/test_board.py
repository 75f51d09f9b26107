"""The board: rows by department and month, as a picture and as a table that have the same counts."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from duizhao.ledger.board import board_html
from duizhao.ledger.board.grid import UNNAMED, BoardGrid, BoardRow
from duizhao.ledger.board.period import MAX_PERIODS, is_in_period, period_words, periods_of
from duizhao.process import NearDays, RowState, Urgency, urgency_at

TODAY = date(2026, 11, 20)
DAYS = NearDays(20, 10)
ROWS = [
    BoardRow(("办公室",), date(2026, 10, 31), RowState.RUNNING),
    BoardRow(("办公室",), date(2026, 10, 31), RowState.CLOSED),
    BoardRow(("水政科<乙>", "办公室"), date(2026, 11, 25), RowState.RUNNING),
    BoardRow(("水政科<乙>",), date(2027, 3, 31), RowState.NOT_STARTED),
    BoardRow((), None, RowState.STANDING),
]
DATES = st.dates(date(2020, 1, 1), date(2032, 12, 31))
BOARD_ROWS = st.builds(
    BoardRow,
    st.lists(st.sampled_from(["办公室", "人事科", "规划科"]), max_size=2, unique=True).map(tuple),
    st.none() | DATES,
    st.none() | st.sampled_from(RowState),
)


def address(group: str, period: str) -> str:
    return f"?department={group}&month={period}"


def shown() -> str:
    return board_html(ROWS, TODAY, DAYS, address)


def test_months_stand_side_by_side_without_gaps() -> None:
    found = periods_of(row.day for row in ROWS)
    assert [each.key for each in found] == [
        "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "none",
    ]  # fmt: skip
    assert (found[0].words, found[-1].words) == ("2026年10月", "没有日期")


def test_long_time_is_counted_by_quarters_or_years() -> None:
    year, years = [date(2026, 1, 5), date(2027, 6, 5)], [date(2020, 1, 5), date(2027, 6, 5)]
    assert [each.words for each in periods_of(year)][:2] == ["2026年第1季度", "2026年第2季度"]
    assert [each.key for each in periods_of(years)][-1] == "2027"


@given(st.lists(st.none() | DATES, min_size=1))
def test_each_day_is_in_one_period(days: list[date | None]) -> None:
    found = periods_of(days)
    assert len(found) <= max(MAX_PERIODS, 13) + 1
    for day in days:
        assert sum(is_in_period(day, each.key) for each in found) == 1


def test_strange_key_is_no_period() -> None:
    for key in ("", "2026-", "-", "2026-Q", "x", "2026-13-1", "²"):
        assert not is_in_period(date(2026, 3, 1), key)
        assert isinstance(period_words(key), str)


@given(st.lists(BOARD_ROWS, max_size=30))
def test_every_row_is_counted_as_its_deadline_stands(rows: list[BoardRow]) -> None:
    grid = BoardGrid.from_rows(rows, TODAY, DAYS)
    expected = Counter(
        (group, urgency_at(row.state, row.day, TODAY, DAYS))
        for row in rows
        for group in row.groups or (UNNAMED,)
    )
    found = {(group, each): count for group in grid.groups for each, count in grid.of_group(group)}
    assert found == expected


def test_groups_stand_by_name_whatever_they_have_done() -> None:
    late = [BoardRow(("乙科",), date(2026, 1, 1), RowState.RUNNING)] * 5
    closed = [BoardRow(("甲科",), date(2026, 1, 1), RowState.CLOSED), BoardRow((), None, None)]
    one, other = (
        BoardGrid.from_rows(rows, TODAY, DAYS).groups
        for rows in ([*late, *closed], [*closed, *late])
    )
    assert one == other == (*sorted(("甲科", "乙科")), UNNAMED)


def test_picture_and_table_have_the_same_counts() -> None:
    page = html.fragment_fromstring(shown(), create_parent=True)
    titles = [each.text for each in page.findall(".//svg/a/title")]
    cells = [
        f"{row.find('th').text}，{cell.get('data-label')}：{''.join(cell.itertext())}"
        for row in page.findall(".//tbody/tr")
        for cell in row.findall("td")
        if cell.get("data-label") not in (None, "合计")
    ]
    assert sorted(titles) == sorted(cells)
    assert "办公室，2026年10月：逾期 1，已销号 1" in titles


def test_picture_needs_no_style_and_escapes_what_people_wrote() -> None:
    text = shown()
    etree.fromstring(text[: text.index("</svg>") + 6])
    assert "style=" not in text
    assert "<乙>" not in text
    assert re.search(r'href="\?department=办公室&amp;month=2026-10"', text)


def test_rows_of_two_departments_are_said_to_count_twice() -> None:
    assert "有 1 行由几个部门负责，各算一次" in shown()


def test_no_rows_make_no_picture() -> None:
    assert "<svg" not in board_html([], TODAY, DAYS, address)


def test_late_rows_are_coloured() -> None:
    assert f'class="u-{Urgency.LATE.name.lower()}"' in shown()


def test_many_groups_are_all_in_the_table() -> None:
    rows = [
        BoardRow((f"第{at}科",), TODAY + timedelta(days=at), RowState.RUNNING) for at in range(60)
    ]
    text = board_html(rows, TODAY, DAYS, address)
    assert text.count('scope="row"') == 60
