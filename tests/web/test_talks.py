"""Talks before a meeting: the matrix, what the two write down, what they agree on."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from dossiers import attends, dossier_of, on_roster
from people import People, logged_in

from duizhao import api
from duizhao.web.accounts.models import Grant, Person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.person_role import PersonRole
from duizhao.web.roster.models import Department, StaffMember
from duizhao.web.talks.actions import add_talk
from duizhao.web.talks.models import Talk, TalkRecord

SECRET = "李四说他母亲住院，今年顾不上河道巡查"


@pytest.fixture
def author(people: People) -> Person:
    """周八, who sits in the group with 李四 and keeps nothing."""
    return member_of(people, "周八")


@pytest.fixture
def dossier(people: People, author: Person) -> Dossier:
    """A meeting of the unit of 张三, who keeps it and heads it; 李四 and 周八 are members."""
    found = dossier_of(people.zhang)
    StaffMember.objects.filter(account=people.zhang).update(standing="head")
    found.attendees.update(standing="head")
    people.li.grants.update(role=PersonRole.MEMBER)
    attends(found, people.li)
    attends(found, author)
    return found


def member_of(people: People, name: str) -> Person:
    person = Person.objects.create(username=name, name=name, unit=people.zhang.unit)
    Grant.objects.create(person=person, role=PersonRole.MEMBER, unit=people.zhang.unit)
    return person


@pytest.fixture
def talk(dossier: Dossier, people: People, author: Person) -> Talk:
    """A talk of 李四 and 周八: 张三, who keeps the matrix, is not one of the two."""
    one, other = on_roster(people.li), on_roster(author)
    return add_talk(dossier=dossier, by=people.zhang, one=one, other=other)


def page(browse: Client, dossier: Dossier) -> str:
    return browse.get(reverse("talks:talks", kwargs={"dossier": dossier.key})).content.decode()


def mark(browse: Client, dossier: Dossier, one: Person, other: Person, is_held: int = 1):
    pair = f"{on_roster(one).pk}.{on_roster(other).pk}.{is_held}"
    address = reverse("talks:mark", kwargs={"dossier": dossier.key})
    return browse.post(address, {"pair": pair}, headers={"HX-Request": "true"})


def write(browse: Client, talk: Talk, version: int = 0, **texts: str):
    address = reverse("talks:write", kwargs={"talk": talk.key})
    return browse.post(address, {"version": version, **texts})


def test_matrix_asks_for_every_pair_of_the_group(browse: Client, dossier: Dossier) -> None:
    shown = page(browse, dossier)
    assert "该谈 3 次，谈过 0 次" in shown
    assert "主要负责人和班子每名成员" in shown


def test_matrix_asks_for_talks_with_those_one_is_in_charge_of(
    browse: Client, dossier: Dossier, people: People
) -> None:
    unit = people.zhang.unit
    office = Department.objects.create(unit=unit, name="办公室", overseer=on_roster(people.li))
    given = {"unit": unit, "name": "郭敏", "standing": "department_head"}
    StaffMember.objects.create(department=office, **given)
    StaffMember.objects.filter(account=people.li).update(branch="机关支部")
    party = {"unit": unit, "name": "陈立", "standing": "party_member"}
    StaffMember.objects.create(branch="机关支部", **party)
    StaffMember.objects.create(branch="机关支部", left_on=date(2026, 5, 1), **party)
    shown = page(browse, dossier)
    assert "该谈 5 次" in shown
    assert shown.count("陈立") == 1


def test_one_click_notes_a_talk_and_another_takes_it_back(
    browse: Client, dossier: Dossier, people: People
) -> None:
    shown = mark(browse, dossier, people.zhang, people.li).content.decode()
    assert "已记：张三和李四谈过了" in shown
    assert "谈过 1 次" in shown
    assert Talk.objects.get().held_on is None
    shown = mark(browse, dossier, people.li, people.zhang, 0).content.decode()
    assert "谈过 0 次" in shown
    assert not Talk.objects.get().is_held
    mark(browse, dossier, people.li, people.zhang)
    assert Talk.objects.get().is_held


def test_click_twice_is_as_once(browse: Client, dossier: Dossier, people: People) -> None:
    for _ in range(2):
        assert mark(browse, dossier, people.zhang, people.li).status_code == 200
    assert Talk.objects.filter(is_held=True).count() == 1


def test_people_of_another_unit_are_not_noted(
    browse: Client, dossier: Dossier, people: People
) -> None:
    assert mark(browse, dossier, people.zhang, people.wang).status_code == 422
    assert not Talk.objects.exists()


def test_member_sees_the_own_talks_alone(
    dossier: Dossier, people: People, author: Person, talk: Talk
) -> None:
    own = page(logged_in(people.li), dossier)
    assert "本人该谈 2 次" in own
    assert "没谈</button>" not in own
    third = member_of(people, "吴九")
    attends(dossier, third)
    shown = page(logged_in(third), dossier)
    assert "本人该谈 3 次，谈过 0 次" in shown
    assert talk.key not in shown


def test_member_adds_only_own_talks(dossier: Dossier, people: People, author: Person) -> None:
    address = reverse("talks:add", kwargs={"dossier": dossier.key})
    browse = logged_in(author)
    others = {"one": on_roster(people.zhang).pk, "other": on_roster(people.li).pk}
    assert browse.post(address, others).status_code == 422
    own = {"one": on_roster(author).pk, "other": on_roster(people.li).pk, "held_on": "2026-11-02"}
    assert browse.post(address, own).status_code == 302
    assert Talk.objects.get().held_on == date(2026, 11, 2)


def test_talk_fixed_for_a_day_to_come_is_not_held_yet(
    browse: Client, dossier: Dossier, people: People
) -> None:
    day = timezone.localdate().replace(year=timezone.localdate().year + 1, day=1)
    one, other = on_roster(people.zhang), on_roster(people.li)
    given = {"one": one.pk, "other": other.pk, "held_on": day.isoformat()}
    browse.post(reverse("talks:add", kwargs={"dossier": dossier.key}), given)
    assert not Talk.objects.get().is_held


def test_nobody_talks_with_oneself(browse: Client, dossier: Dossier, people: People) -> None:
    key = on_roster(people.zhang).pk
    address = reverse("talks:add", kwargs={"dossier": dossier.key})
    answer = browse.post(address, {"one": key, "other": key})
    assert answer.status_code == 422
    assert "不能是同一个人" in answer.content.decode()


def test_the_two_write_and_read_what_was_said(talk: Talk, people: People, author: Person) -> None:
    assert write(logged_in(people.li), talk, content=SECRET).status_code == 302
    other = logged_in(author).get(reverse("talks:record", kwargs={"talk": talk.key}))
    assert SECRET in other.content.decode()
    acts = AuditEntry.objects.order_by("number").values_list("actor", "act")
    assert list(acts)[-2:] == [("李四", "talks.write"), ("周八", "talks.read")]


def test_audit_holds_no_word_that_was_said(talk: Talk, people: People) -> None:
    write(logged_in(people.li), talk, content=SECRET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM audit_auditentry")
        assert SECRET[:6] not in str(cursor.fetchall())


@pytest.mark.parametrize("act", ["record", "write", "agree"])
def test_clerk_does_not_get_to_what_was_said(
    act: str, browse: Client, talk: Talk, people: People
) -> None:
    write(logged_in(people.li), talk, content=SECRET)
    address = reverse(f"talks:{act}", kwargs={"talk": talk.key})
    ask = browse.get if act == "record" else browse.post
    assert ask(address, {"content": "看看", "problem": "看看"}).status_code == 404


def test_no_page_of_the_clerk_selects_what_was_said(
    browse: Client, dossier: Dossier, talk: Talk, people: People
) -> None:
    write(logged_in(people.li), talk, content=SECRET)
    own = {"talk": talk.key}
    pages = [
        reverse("talks:talks", kwargs={"dossier": dossier.key}),
        reverse("talks:list", kwargs={"dossier": dossier.key}),
        reverse("talks:sheets", kwargs={"dossier": dossier.key}),
        reverse("talks:talk", kwargs=own),
        reverse("talks:sheet", kwargs=own),
        reverse("talks:sheet", kwargs=own) + "?filled=1",
    ]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answers = [browse.get(address) for address in pages]
    assert all(answer.status_code == 200 for answer in answers)
    assert not [each for each in asked.captured_queries if "talkrecord" in each["sql"]]


def test_sheet_is_filled_for_the_two_and_empty_for_the_clerk(
    browse: Client, talk: Talk, people: People
) -> None:
    write(logged_in(people.li), talk, content=SECRET, measures="每月到河道走一次")
    address = reverse("talks:sheet", kwargs={"talk": talk.key}) + "?filled=1"
    own = docx(logged_in(people.li).get(address).content)
    assert SECRET in own
    assert "每月到河道走一次" in own
    empty = docx(browse.get(address).content)
    assert "谈话对象" in empty
    assert SECRET not in empty


def docx(data: bytes) -> str:
    return api.read_bytes(data, "记录表.docx", "docx").text


def test_sheets_to_print_are_for_talks_that_are_missing(
    browse: Client, dossier: Dossier, talk: Talk
) -> None:
    data = browse.get(reverse("talks:sheets", kwargs={"dossier": dossier.key})).content
    text = docx(data)
    assert text.count("谈心谈话记录表") == 2
    assert "张三" in text


def test_two_who_write_at_once_see_both_texts(talk: Talk, people: People, author: Person) -> None:
    write(logged_in(people.li), talk, content="先写的")
    answer = write(logged_in(author), talk, content="后写的")
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "先写的" in shown
    assert "后写的" in shown
    assert 'name="version" value="1"' in shown
    assert write(logged_in(author), talk, 1, content="先写的，后写的").status_code == 302
    assert TalkRecord.objects.get().content == "先写的，后写的"


def test_two_who_change_the_day_at_once_see_both(browse: Client, talk: Talk) -> None:
    address = reverse("talks:edit", kwargs={"talk": talk.key})
    given = {"version": 1, "is_held": "on", "held_on": "2026-11-03", "place": "办公室"}
    assert browse.post(address, given).status_code == 302
    answer = browse.post(address, {**given, "place": "会议室"})
    assert answer.status_code == 409
    assert "办公室" in answer.content.decode()


def test_agreement_becomes_a_row_of_the_ledger_with_the_talk_as_its_source(
    talk: Talk, people: People
) -> None:
    browse = logged_in(people.li)
    write(browse, talk, content=SECRET)
    given = {
        "problem": "河道巡查次数不够",
        "measures": "每月巡查一次",
        "owner": "李四",
        "due": "2027-03-31",
    }
    address = reverse("talks:agree", kwargs={"talk": talk.key})
    assert browse.post(address, given).status_code == 302
    row = LedgerRow.objects.get()
    assert row.batch == talk.dossier.batch
    assert row.cells["origin"] == "谈心谈话"
    assert row.cells["place"] == "谈心谈话：李四和周八"
    assert row.owners == "李四"
    assert row.day == date(2027, 3, 31)
    assert SECRET not in str(row.cells)

    (agreement,) = talk.agreements.all()
    browse.post(reverse("talks:withdraw", kwargs={"agreement": agreement.key}))
    assert LedgerRow.objects.get().is_removed
    assert not talk.agreements.exists()


def test_agreement_without_a_problem_is_not_taken(talk: Talk, people: People) -> None:
    answer = logged_in(people.li).post(
        reverse("talks:agree", kwargs={"talk": talk.key}), {"measures": "多谈"}
    )
    assert answer.status_code == 422
    assert "多谈" in answer.content.decode()


def test_list_goes_out_as_its_reader_sees_it(
    browse: Client, dossier: Dossier, talk: Talk, people: People
) -> None:
    address = reverse("talks:list", kwargs={"dossier": dossier.key})
    rows = list(book(browse.get(address).content))
    assert len(rows) == 4
    assert rows[1][:5] == ("李四", None, "周八", None, "是")
    own = list(book(logged_in(people.li).get(address).content))
    assert len(own) == 3


def book(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)


def test_closed_meeting_refuses_every_change(
    browse: Client, dossier: Dossier, talk: Talk, people: People
) -> None:
    li = logged_in(people.li)
    li.post(reverse("talks:agree", kwargs={"talk": talk.key}), {"problem": "巡查不够"})
    agreement = talk.agreements.get()
    dossier.closed_at = timezone.now()
    dossier.save()
    pair = {"one": on_roster(people.zhang).pk, "other": on_roster(people.li).pk}
    answers = [
        mark(browse, dossier, people.zhang, people.li),
        browse.post(reverse("talks:add", kwargs={"dossier": dossier.key}), pair),
        browse.post(reverse("talks:edit", kwargs={"talk": talk.key}), {"version": 1}),
        write(li, talk, content="补写"),
        li.post(reverse("talks:agree", kwargs={"talk": talk.key}), {"problem": "补一条"}),
        li.post(reverse("talks:withdraw", kwargs={"agreement": agreement.key})),
    ]
    assert [answer.status_code for answer in answers] == [409] * len(answers)
    assert all("已经归档" in answer.content.decode() for answer in answers)
    assert "补写" in answers[3].content.decode()


def test_matrix_of_a_bureau_stays_small(
    browse: Client, dossier: Dossier, people: People, django_assert_max_num_queries
) -> None:
    unit = people.zhang.unit
    for number in range(4):
        person = StaffMember.objects.create(
            unit=unit, name=f"副局长{number}", standing="member", branch=f"{number}支部"
        )
        Department.objects.create(unit=unit, name=f"{number}科", overseer=person)
        dossier.attendees.create(member=person, name=person.name, standing="member")
    offices = list(Department.objects.order_by("name"))
    for number in range(40):
        StaffMember.objects.create(
            unit=unit,
            name=f"人员{number}",
            standing="department_head" if number < 8 else "party_member",
            department=offices[number % 4],
            branch=f"{number % 4}支部",
        )
    address = reverse("talks:talks", kwargs={"dossier": dossier.key})
    with django_assert_max_num_queries(30):
        answer = browse.get(address)
    assert "该谈 61 次" in answer.content.decode()
    assert len(answer.content) < 150_000


def test_branch_meeting_offers_the_committee_and_counts_each_member_once(
    browse: Client, dossier: Dossier, people: People
) -> None:
    dossier.kind = "branch-life"
    dossier.save()
    for attendee, standing in zip(
        dossier.attendees.all(), ("secretary", "committee_member", "party_member"), strict=True
    ):
        attendee.standing = standing
        attendee.save()
    assert "党支部委员和每名党员" in page(browse, dossier)


def test_head_of_a_department_finds_the_own_talk_and_no_page_of_the_meeting(
    browse: Client, dossier: Dossier, people: People, talk: Talk
) -> None:
    head = member_of(people, "郭敏")
    member = on_roster(head, "department_head")
    own = add_talk(dossier=dossier, by=people.zhang, one=on_roster(people.zhang), other=member)
    shown = logged_in(head).get(reverse("talks:own")).content.decode()
    assert own.key in shown
    assert talk.key not in shown
    assert talk.key not in browse.get(reverse("talks:own")).content.decode()
    single = logged_in(head).get(reverse("talks:talk", kwargs={"talk": own.key})).content.decode()
    assert 'class="parts"' not in single
    assert "看记录、写记录" in single
