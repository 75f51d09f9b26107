"""What is to be done, a meeting on one page, and what is found by its words."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from dossiers import attends, dossier_of
from openpyxl import load_workbook
from people import People, logged_in

from duizhao.web.accounts.models import Grant, Person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.desk.putting_in import take
from duizhao.web.meetings.models import Attendance, Dossier
from duizhao.web.opinions.actions import TypedOpinion, enter_opinions
from duizhao.web.opinions.models import OpinionOrigin
from duizhao.web.overview.finding import SearchHits, find
from duizhao.web.overview.queries import MOST_MEETINGS
from duizhao.web.person_role import PersonRole
from duizhao.web.submissions.actions import bind, hand_in

STATEMENT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n"
MAX_QUERIES, MAX_BYTES = 25, 150_000


@pytest.fixture
def dossier(people: People) -> Dossier:
    return dossier_of(people.zhang, timezone.localdate() + timedelta(days=12))


def page(person: Person, address: str) -> str:
    answer = logged_in(person).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def with_role(person: Person, role: PersonRole) -> Person:
    person.grants.all().delete()
    Grant.objects.create(person=person, role=role, unit=person.unit)
    return person


def test_clerk_sees_what_is_missing_and_whom_to_ask(people: People, dossier: Dossier) -> None:
    shown = page(people.zhang, "/todo/")
    assert "1 人还没有交对照检查材料" in shown
    assert "找：张三" in shown
    assert dossier.name in shown


def test_list_goes_out_to_excel_as_it_stands(people: People, dossier: Dossier) -> None:
    answer = logged_in(people.zhang).get("/todo/out")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[0] == ("什么时候前", "要办的", "单位", "会议", "找谁", "为什么")
    told = ("1 人还没有交对照检查材料", dossier.unit.name, dossier.name, "张三")
    assert told in {row[1:5] for row in rows}


def test_what_was_due_is_late(people: People, dossier: Dossier) -> None:
    Dossier.objects.update(held_on=timezone.localdate() - timedelta(days=30))
    shown = page(people.zhang, "/todo/")
    assert "已经过期" in shown
    assert "1 人到会没有，还没有登记" in shown
    dossier.attendees.update(attendance=Attendance.PRESENT)
    assert "到会没有" not in page(people.zhang, "/todo/")


def test_late_rows_of_the_ledger_name_their_owners(people: People, dossier: Dossier) -> None:
    day = timezone.localdate() - timedelta(days=3)
    cells = {
        "problem": "水闸失修",
        "owner": "李建国",
        "due": day.isoformat(),
        "status": "整改中",
    }
    add_by_hand(batch=dossier.batch, by=people.zhang, cells=cells)
    shown = page(people.zhang, "/todo/")
    assert "台账 1 条已经逾期" in shown
    assert "找：李建国" in shown


def test_author_sees_the_own_statement_alone(people: People, dossier: Dossier) -> None:
    attends(dossier, people.li)
    author = with_role(people.li, PersonRole.AUTHOR)
    shown = page(author, "/todo/")
    assert "交本人的对照检查材料" in shown
    assert "还没有交对照检查材料" not in shown


def test_what_others_did_is_told_once_and_to_whom_it_concerns(
    people: People, dossier: Dossier
) -> None:
    own = attends(dossier, people.li)
    file = take(batch=dossier.batch, name="李四.txt", data=STATEMENT.encode())
    bound = bind(dossier=dossier, file=file, attendee=own, by=people.zhang)
    hand_in(submission=bound, number=1, seen=bound.version, by=people.zhang)
    author = with_role(people.li, PersonRole.AUTHOR)
    shown = page(author, "/todo/")
    assert "李四：送审" in shown
    assert "张三，" in shown
    assert "别人办的" not in page(people.zhang, "/todo/")
    assert "别人办的" not in page(people.wang, "/todo/")
    logged_in(author).post("/todo/seen")
    assert "别人办的" not in page(author, "/todo/")


def test_stranger_has_nothing_to_do(people: People, dossier: Dossier) -> None:
    shown = page(people.wang, "/todo/")
    assert dossier.name not in shown
    assert "还没有会议" in shown


def test_closed_meeting_asks_for_nothing(people: People, dossier: Dossier) -> None:
    Dossier.objects.update(closed_at=timezone.now())
    assert "还没有交" not in page(people.zhang, "/todo/")
    assert "还没有交" not in page(people.zhang, f"/meetings/{dossier.key}/")


def test_meeting_stands_on_one_page(people: People, dossier: Dossier) -> None:
    shown = page(people.zhang, f"/meetings/{dossier.key}/")
    for words in ("离开会还有 12 天", "征求意见", "谈心谈话", "对照检查材料", "整改台账"):
        assert words in shown


def test_one_part_of_a_meeting_is_the_one_that_is_shown(people: People, dossier: Dossier) -> None:
    for part in (
        "",
        "plan/",
        "study/",
        "opinions/",
        "talks/",
        "statements/",
        "meeting/",
        "papers/",
    ):
        shown = page(people.zhang, f"/meetings/{dossier.key}/{part}")
        parts = shown[shown.index('<nav class="parts"') :].partition("</nav>")[0]
        assert parts.count("aria-current") == 1, part


def test_search_finds_what_one_may_see(people: People, dossier: Dossier) -> None:
    assert dossier.batch is not None
    take(batch=dossier.batch, name="甲.txt", data=STATEMENT.encode())
    cells = {"problem": "拖了三周的水闸"}
    add_by_hand(batch=dossier.batch, by=people.zhang, cells=cells)
    shown = page(people.zhang, "/search/?words=拖了三周")
    assert "甲.txt" in shown
    assert "<mark>拖了三周</mark>" in shown
    assert "整改台账" in shown
    assert "甲.txt" not in page(people.wang, "/search/?words=拖了三周")
    assert "没有找到" in page(people.wang, "/search/?words=拖了三周")


def test_all_words_have_to_be_there(people: People, dossier: Dossier) -> None:
    take(batch=dossier.batch, name="甲.txt", data=STATEMENT.encode())
    assert "甲.txt" in page(people.zhang, "/search/?words=碰硬 三周")
    assert "甲.txt" not in page(people.zhang, "/search/?words=碰硬 水闸")


def found(person: Person, asked: str) -> dict[str, SearchHits]:
    return {each.kind: each for each in find(person, asked)}


def test_hit_shows_thirty_characters_on_each_side_in_one_line(
    people: People, dossier: Dossier
) -> None:
    text = f"{STATEMENT}二是{'甲' * 40}水闸\n失修{'乙' * 40}。\n"
    take(batch=dossier.batch, name="甲.txt", data=text.encode())
    (hit,) = found(people.zhang, "水闸 碰硬")["材料"].hits
    assert (hit.title, hit.found) == ("甲.txt", "水闸")
    assert (hit.before, hit.after) == ("甲" * 30, f"失修{'乙' * 27}")
    (named,) = found(people.zhang, "甲.txt")["材料"].hits
    assert (named.title, named.before, named.found, named.after) == ("甲.txt", "", "", "")


def test_twenty_hits_of_a_kind_are_shown_and_the_rest_is_said_to_be_there(
    people: People, dossier: Dossier
) -> None:
    for number in range(20):
        cells = {"problem": f"水闸失修{number}"}
        add_by_hand(batch=dossier.batch, by=people.zhang, cells=cells)
    twenty = found(people.zhang, "水闸失修")["整改台账"]
    assert (len(twenty.hits), twenty.has_more) == (20, False)
    add_by_hand(batch=dossier.batch, by=people.zhang, cells={"problem": "水闸失修"})
    more = found(people.zhang, "水闸失修")["整改台账"]
    assert (len(more.hits), more.has_more) == (20, True)


def test_words_may_stand_in_different_cells_and_a_sixth_is_not_asked_for(
    people: People, dossier: Dossier
) -> None:
    cells = {"problem": "水闸失修，漏水", "owner": "李建国", "measure": "一周内换闸板"}
    add_by_hand(batch=dossier.batch, by=people.zhang, cells=cells)
    assert found(people.zhang, "失修 漏水 李建国 一周 闸板 没有的词")
    assert not found(people.zhang, "失修 漏水 李建国 一周 没有的词")
    (hit,) = found(people.zhang, "李建国 失修")["整改台账"].hits
    assert (hit.before, hit.found, hit.after) == ("", "李建国", "")
    assert not found(people.zhang, " \u3000 ")


def test_opinion_on_one_person_is_found_by_that_person(people: People, dossier: Dossier) -> None:
    member = attends(dossier, people.li)
    with_role(people.li, PersonRole.MEMBER)
    typed = [TypedOpinion("会议开得太长"), TypedOpinion("脾气急躁得很", member)]
    enter_opinions(
        dossier=dossier, by=people.zhang, origin=OpinionOrigin.FORM, scope="", typed=typed
    )
    assert "脾气急躁" in page(people.li, "/search/?words=脾气急躁")
    assert "没有找到" in page(people.zhang, "/search/?words=脾气急躁")
    assert "开得太长" in page(people.zhang, "/search/?words=开得太长")
    looked = AuditEntry.objects.filter(act="overview.search")
    assert {each.actor for each in looked} == {"李四", "张三"}


def test_pages_ask_little_of_the_database(
    people: People, dossier: Dossier, django_assert_max_num_queries
) -> None:
    for number in range(40):
        dossier.attendees.create(name=f"人员{number}", standing="member", duty="科员")
    for days in range(6):
        dossier_of(people.zhang, timezone.localdate() + timedelta(days=days))
    client = logged_in(people.zhang)
    for address in ("/todo/", f"/meetings/{dossier.key}/", "/search/?words=水闸"):
        with django_assert_max_num_queries(MAX_QUERIES):
            answer = client.get(address)
        assert len(answer.content) < MAX_BYTES


def test_reviewer_of_many_meetings_asks_no_more(
    people: People, django_assert_max_num_queries
) -> None:
    for days in range(12):
        dossier_of(people.below, timezone.localdate() + timedelta(days=days))
    client = logged_in(with_role(people.li, PersonRole.REVIEWER))
    with django_assert_max_num_queries(MAX_QUERIES):
        shown = client.get("/todo/").content.decode()
    assert shown.count("/meetings/") >= 12


def handed_in(dossier: Dossier, author: Person) -> None:
    """A statement that waits for a reviewer."""
    file = take(batch=dossier.batch, name=f"{author.name}.txt", data=STATEMENT.encode())
    bound = bind(
        dossier=dossier, file=file, attendee=attends(dossier, author), by=dossier.batch.owner
    )
    hand_in(submission=bound, number=1, seen=bound.version, by=author)


def test_reviewer_sees_what_waits_in_all_meetings(people: People) -> None:
    today = timezone.localdate()
    for days in range(MOST_MEETINGS + 2):
        handed_in(dossier_of(people.below, today + timedelta(days=days)), people.below)
    shown = page(with_role(people.li, PersonRole.REVIEWER), "/todo/")
    assert shown.count("1 份材料等着审核") == MOST_MEETINGS
    assert "另有 2 个会议的 2 份材料等着审核" in shown


def test_clerk_who_reviews_many_units_sees_the_own_meeting(
    people: People, dossier: Dossier
) -> None:
    Grant.objects.create(person=people.zhang, role=PersonRole.REVIEWER, unit=people.zhang.unit)
    for _ in range(MOST_MEETINGS):
        handed_in(dossier_of(people.below, timezone.localdate() + timedelta(days=90)), people.below)
    shown = page(people.zhang, "/todo/")
    assert "1 人还没有交对照检查材料" in shown
    assert f"{dossier.unit.name}{dossier.name}" in shown
    assert f"{people.below.unit.name}{dossier.name}" in shown
