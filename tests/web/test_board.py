"""The board: rows by department and month, filtered by the address; one's own rows; Excel, calendars."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from dossiers import attends, dossier_of, on_roster
from icalendar import Calendar
from ledger_rows import TODAY, day, many_rows, row_in
from openpyxl import load_workbook
from people import People, logged_in

from duizhao.web.accounts.models import Grant
from duizhao.web.desk import actions as desk
from duizhao.web.desk.actions import begin_batch
from duizhao.web.desk.models import Batch
from duizhao.web.meetings.actions import close_dossier
from duizhao.web.person_role import PersonRole
from duizhao.web.rectification.board import MAX_OFFERED, BoardMeetings, rows
from duizhao.web.roster.models import Department, StaffMember

BOARD, MINE = "/rectification/board/", "/rectification/mine/"


@pytest.fixture
def batch(people: People) -> Batch:
    """The ledger of a meeting of 张三's unit: one row late, one near, one closed, one without a day."""
    on_roster(people.li)
    batch = dossier_of(people.zhang).batch
    rows = (
        ("夜里施工扰民", "张三", "李四", "工程科", "整改中", day(-3), "查摆"),
        ("报表多", "李四", "张三", "办公室", "待验收", day(5), "征求意见"),
        ("归档慢", "张三", "李四", "1. 办公室\n2. 工程科", "已销号", day(-40), "查摆"),
        ("学习不够经常", "某丙", "李四", "", "长期坚持", "", "查摆"),
    )
    keys = ("problem", "owner", "acceptor", "department", "status", "due", "origin")
    for cells in rows:
        row_in(batch, people.zhang, **dict(zip(keys, cells, strict=True)))
    return batch


def cells(answer: Any) -> list[list[Any]]:
    sheet = load_workbook(BytesIO(answer.content)).active
    return [[cell.value for cell in line] for line in sheet]


def problems(answer: Any) -> list[str]:
    return [line[2] for line in cells(answer)[1:]]


def test_board_shows_departments_by_month_and_the_rows(browse: Client, batch: Batch) -> None:
    page = browse.get(BOARD).content.decode()
    assert '<svg class="chain-picture"' in page
    assert 'data-label="部门">工程科</th>' in page
    assert "夜里施工扰民" in page
    assert 'class="tag u-late">逾期' in page
    assert "style=" not in page


def test_filters_stand_in_the_address(browse: Client, batch: Batch) -> None:
    out = f"{BOARD}out"
    month = TODAY - timedelta(days=3)
    assert problems(browse.get(out)) == ["夜里施工扰民", "报表多", "学习不够经常", "归档慢"]
    assert problems(browse.get(out, {"department": "工程科"})) == ["夜里施工扰民", "归档慢"]
    assert problems(browse.get(out, {"department": "没有写明"})) == ["学习不够经常"]
    assert len(problems(browse.get(out, {"aspect": "没有写明"}))) == 4
    assert problems(browse.get(out, {"state": "待验收"})) == ["报表多"]
    assert problems(browse.get(out, {"origin": "征求意见"})) == ["报表多"]
    assert problems(browse.get(out, {"due": "逾期"})) == ["夜里施工扰民"]
    late = problems(browse.get(out, {"month": f"{month:%Y-%m}", "due": "逾期"}))
    assert late == ["夜里施工扰民"]
    assert problems(browse.get(out, {"month": "none"})) == ["学习不够经常"]
    assert problems(browse.get(out, {"state": "没有这个状态"})) == []


def test_picture_leads_to_the_rows_it_counts(browse: Client, batch: Batch) -> None:
    page = browse.get(BOARD, {"origin": "查摆"}).content.decode()
    month = f"{TODAY - timedelta(days=3):%Y-%m}"
    link = f"origin=%E6%9F%A5%E6%91%86&amp;month={month}#rows"
    assert link in page


@pytest.mark.parametrize("by", ["aspect", "origin", "meeting", "nonsense"])
def test_rows_can_be_counted_by_other_things(browse: Client, batch: Batch, by: str) -> None:
    assert browse.get(BOARD, {"by": by}).status_code == 200


def test_people_are_never_what_is_counted(browse: Client, people: People, batch: Batch) -> None:
    row_in(batch, people.zhang, problem="牵头写成了人", department="李四", due=day(3))
    page = browse.get(BOARD).content.decode()
    assert 'data-label="部门">李四<' not in page
    assert 'data-label="部门">没有写明<' in page


def test_department_of_the_owner_counts_where_the_row_names_none(
    browse: Client, people: People, batch: Batch
) -> None:
    office = Department.objects.create(unit=people.zhang.unit, name="规划科")
    StaffMember.objects.create(
        unit=people.zhang.unit, name="某丙", standing="other", department=office
    )
    assert 'data-label="部门">规划科<' in browse.get(BOARD).content.decode()


def test_closed_meeting_is_shown_when_asked_for(
    browse: Client, people: People, batch: Batch
) -> None:
    close_dossier(dossier=batch.dossier, by=people.zhang)
    assert problems(browse.get(f"{BOARD}out")) == []
    assert len(problems(browse.get(f"{BOARD}out", {"meeting": "all"}))) == 4
    assert len(problems(browse.get(f"{BOARD}out", {"meeting": batch.key}))) == 4


def test_others_see_no_board_of_this_unit(people: People, batch: Batch) -> None:
    assert "夜里施工扰民" not in logged_in(people.wang).get(BOARD).content.decode()
    assert "夜里施工扰民" in logged_in(people.li).get(BOARD).content.decode()
    Grant.objects.filter(person=people.above).update(role=PersonRole.REVIEWER)
    assert "夜里施工扰民" in logged_in(people.above).get(BOARD).content.decode()
    Grant.objects.filter(person=people.li).update(role=PersonRole.MEMBER)
    assert logged_in(people.li).get(BOARD).status_code == 404


def test_ledger_of_ones_own_is_nobody_elses(people: People) -> None:
    own = begin_batch(owner=people.zhang, name="自己的一批")
    on_roster(people.li)
    row_in(own, people.zhang, problem="自己记着的事", owner="李四", due=day(3))
    assert "自己记着的事" in logged_in(people.zhang).get(BOARD).content.decode()
    for address in (BOARD, MINE):
        assert "自己记着的事" not in logged_in(people.li).get(address).content.decode()


def test_own_rows_stand_by_how_pressing_they_are(people: People, batch: Batch) -> None:
    page = logged_in(people.zhang).get(MINE).content.decode()
    assert page.index("等你验收 1 行") < page.index("逾期 1 行")
    assert "学习不够经常" not in page
    assert "另有 1 行已销号或移交" in page


def test_member_sees_what_he_has_a_part_in_and_nothing_else(people: People, batch: Batch) -> None:
    Grant.objects.filter(person=people.li).update(role=PersonRole.MEMBER)
    attends(batch.dossier, people.li)
    page = logged_in(people.li).get(MINE).content.decode()
    assert "报表多" in page
    assert 'data-label="本人是">验收人<' in page
    assert "看谁的" not in page
    assert (
        logged_in(people.li).get(MINE, {"member": on_roster(people.zhang).key}).status_code == 404
    )


def test_clerk_looks_for_somebody_without_an_account(
    browse: Client, people: People, batch: Batch
) -> None:
    given = {"unit": people.zhang.unit, "name": "某丙", "standing": "other"}
    member = StaffMember.objects.create(**given)
    page = browse.get(MINE, {"member": member.key}).content.decode()
    assert "某丙的整改" in page
    assert "学习不够经常" in page
    stranger = StaffMember.objects.create(**{**given, "unit": people.wang.unit})
    assert browse.get(MINE, {"member": stranger.key}).status_code == 404


def test_own_rows_go_to_excel_with_the_part(browse: Client, batch: Batch) -> None:
    lines = cells(browse.get(f"{MINE}out"))
    assert [(line[2], line[-1]) for line in lines[1:]] == [
        ("夜里施工扰民", "责任人"),
        ("报表多", "验收人"),
    ]


def test_calendar_has_what_is_not_ended_with_two_alarms(browse: Client, batch: Batch) -> None:
    for address in (f"{BOARD}calendar", f"{MINE}calendar"):
        answer = browse.get(address)
        assert answer["Content-Type"].startswith("text/calendar")
        found = Calendar.from_ical(answer.content)
        days = {str(each["summary"]): each.decoded("dtstart") for each in found.walk("VEVENT")}
        assert days == {
            "整改到期：夜里施工扰民": TODAY - timedelta(days=3),
            "验收到期：报表多": TODAY + timedelta(days=5),
        }
        assert all(isinstance(each, date) for each in days.values())
        assert len(found.walk("VALARM")) == 2
        assert browse.get(address).content == answer.content


def test_thousand_rows_take_few_queries_and_a_small_page(
    browse: Client, people: People, django_assert_max_num_queries: Any
) -> None:
    on_roster(people.li)
    batch = dossier_of(people.zhang).batch
    many_rows(batch, 1000, ("张三", "李四"))
    for address in (BOARD, MINE):
        browse.get(address)
        with django_assert_max_num_queries(25):
            page = browse.get(address)
        assert page.status_code == 200
        assert len(page.content) < 150_000


def test_filter_offers_the_latest_meetings_and_the_one_that_is_chosen() -> None:
    keys = tuple(str(at) for at in range(MAX_OFFERED + 2))
    known = BoardMeetings(keys, keys, has_several_units=False)
    last = str(MAX_OFFERED + 1)
    assert len(known.offered("")) == MAX_OFFERED
    assert last in known.offered(last)
    assert known.offered("不是会议") == known.offered("")


def test_board_reads_the_names_of_those_meetings_alone_that_it_names(
    browse: Client, people: People, django_assert_max_num_queries: Any
) -> None:
    several = [desk.begin_batch(owner=people.zhang, name=f"第{at}批") for at in range(4)]
    for each in several:
        row_in(each, people.zhang, owner="张三")
    known = BoardMeetings.of(rows(people.zhang, "board"))
    latest, *_, first = known.keys
    assert known.names([first]) == {first: "第0批"}
    # The first time, the names in the cells are looked up on the roster.
    browse.get(BOARD)
    with django_assert_max_num_queries(25):
        page = browse.get(BOARD, {"by": "meeting"}).content.decode()
    assert all(each.name in page for each in several)
    assert f'value="{latest}"' in page


def test_empty_board_says_where_rows_come_from(browse: Client) -> None:
    assert "还没有台账" in browse.get(BOARD).content.decode()


def test_first_page_tells_owners_and_acceptors_of_their_rows(people: People, batch: Batch) -> None:
    page = logged_in(people.zhang).get("/todo/").content.decode()
    assert "台账里本人负责的 1 条已经逾期" in page
    assert "台账里有 1 条等着本人验收" in page
    assert f'href="{MINE}"' in page
    Grant.objects.filter(person=people.li).update(role=PersonRole.AUTHOR)
    row_in(batch, people.zhang, problem="又一件", owner="李四", due=day(4))
    page = logged_in(people.li).get("/todo/").content.decode()
    assert "台账里本人负责的 1 条快到期了" in page
    assert "已经逾期" not in page
    assert "本人" not in logged_in(people.wang).get("/todo/").content.decode()


@pytest.mark.parametrize("asked", ["meeting=%00", "member=%00", "month=2026-Q%D9%A3", "page=x"])
def test_odd_words_in_the_address_find_something_or_nothing(
    browse: Client, batch: Batch, asked: str
) -> None:
    for address in (BOARD, MINE, f"{BOARD}out", f"{BOARD}calendar"):
        assert browse.get(f"{address}?{asked}").status_code in (200, 404)
