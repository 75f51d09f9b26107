"""The meeting: who came, what was said, who criticised whom, its end, its papers."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from dossiers import attends, dossier_of
from people import People, logged_in

from duizhao import api
from duizhao.web.accounts.models import Grant, Person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.minutes.models import EntryWords, Minutes, MinutesEntry
from duizhao.web.person_role import PersonRole
from duizhao.web.roster.models import StaffMember

CRITICISM = "清淤工程三月就该开工，你拖到七月，中间一次也没有去过现场。"
FIRST_ITEM = "通报上年度整改措施落实情况、征求意见情况和会前准备情况"


@pytest.fixture
def dossier(people: People) -> Dossier:
    """A meeting kept by 张三, at which 李四 and 周八 sit without keeping anything."""
    found = dossier_of(people.zhang)
    people.li.grants.update(role=PersonRole.MEMBER)
    attends(found, people.li)
    attends(found, author(people))
    return found


def author(people: People) -> Person:
    """周八, a member."""
    unit = people.zhang.unit
    person, is_new = Person.objects.get_or_create(
        username="周八", defaults={"name": "周八", "unit": unit}
    )
    if is_new:
        Grant.objects.create(person=person, role=PersonRole.MEMBER, unit=unit)
    return person


def at(dossier: Dossier, name: str) -> Attendee:
    return dossier.attendees.get(name=name)


def address(act: str, dossier: Dossier) -> str:
    return reverse(f"minutes:{act}", kwargs={"dossier": dossier.key})


def of_entry(act: str, entry: MinutesEntry) -> str:
    return reverse(f"minutes:{act}", kwargs={"entry": entry.key})


def page(browse: Client, dossier: Dossier) -> str:
    return browse.get(address("meeting", dossier)).content.decode()


def mark(browse: Client, dossier: Dossier, name: str, attendance: str, **given: str):
    key = at(dossier, name).key if name else "rest"
    posted = {"mark": f"{key}.{attendance}", **given}
    return browse.post(address("attend", dossier), posted, headers={"HX-Request": "true"})


def say(
    browse: Client,
    dossier: Dossier,
    kind: str,
    text: str,
    speaker: str = "",
    about: str = "",
    key: str = "",
):
    posted = {
        "written_key": key or f"k{MinutesEntry.objects.count()}",
        "item": FIRST_ITEM,
        "kind": kind,
        "speaker": at(dossier, speaker).key if speaker else "",
        "about": at(dossier, about).key if about else "",
        "text": text,
    }
    return browse.post(address("add", dossier), posted, headers={"HX-Request": "true"})


@pytest.fixture
def criticism(browse: Client, dossier: Dossier) -> MinutesEntry:
    """What 李四 said about 周八."""
    say(browse, dossier, "criticism", CRITICISM, "李四", "周八")
    return MinutesEntry.objects.get()


def close(dossier: Dossier) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(closed_at=timezone.now())


def test_agenda_is_the_prescribed_one(browse: Client, dossier: Dossier) -> None:
    shown = page(browse, dossier)
    items = [FIRST_ITEM, "主要负责人代表班子对照检查", "总结"]
    places = [shown.index(f". {item}</h3>") for item in items]
    assert places == sorted(places)


def test_attendance_is_noted_with_one_click_and_taken_back(
    browse: Client, dossier: Dossier
) -> None:
    shown = mark(browse, dossier, "李四", "present").content.decode()
    assert "应到 3 人，到会 1 人" in shown
    mark(browse, dossier, "周八", "absent", reason="在党校学习")
    assert at(dossier, "周八").reason == "在党校学习"
    shown = mark(browse, dossier, "", "present").content.decode()
    assert "应到 3 人，到会 2 人，缺席 1 人" in shown
    mark(browse, dossier, "周八", "unknown")
    assert at(dossier, "周八").reason == ""


def test_too_few_who_came_hold_up_the_end_alone(browse: Client, dossier: Dossier) -> None:
    mark(browse, dossier, "李四", "present")
    assert "登记完才能结束会议" in page(browse, dossier)
    mark(browse, dossier, "", "absent")
    shown = page(browse, dossier)
    assert "不能结束会议" in shown
    assert "不足 2/3" in shown
    assert say(browse, dossier, "report", "通报了整改情况", "李四").status_code == 200
    assert browse.post(address("end", dossier)).status_code == 409
    mark(browse, dossier, "周八", "present")
    assert browse.post(address("end", dossier)).status_code == 302
    assert Minutes.objects.get().ended_at is not None


def test_notice_of_the_superior_overrides_how_many_must_come(
    browse: Client, dossier: Dossier
) -> None:
    override = {"requirement": "quorum", "is_waived": True}
    notice = {"title": "关于开好今年民主生活会的通知", "overrides": [override]}
    Dossier.objects.filter(pk=dossier.pk).update(notice=notice)
    mark(browse, dossier, "", "absent")
    assert "不足 2/3" not in page(browse, dossier)
    assert browse.post(address("end", dossier)).status_code == 302


def test_what_is_not_verified_only_reminds(browse: Client, dossier: Dossier) -> None:
    mark(browse, dossier, "", "present")
    mark(browse, dossier, "周八", "absent")
    shown = page(browse, dossier)
    assert "提醒：周八缺席，还没有书面发言" in shown
    assert browse.post(address("end", dossier)).status_code == 302


def test_text_of_somebody_absent_ends_the_reminder(browse: Client, dossier: Dossier) -> None:
    mark(browse, dossier, "周八", "absent")
    upload = SimpleUploadedFile("周八书面发言.docx", b"PK")
    given = {"attendee": at(dossier, "周八").key, "text": upload}
    shown = browse.post(address("absent", dossier), given, headers={"HX-Request": "true"})
    assert "周八书面发言.docx</a>" in shown.content.decode()
    assert "还没有书面发言" not in page(browse, dossier)


def test_spoken_text_of_somebody_absent_will_do(browse: Client, dossier: Dossier) -> None:
    mark(browse, dossier, "周八", "absent")
    say(browse, dossier, "absent", "代读：今年蹲点太少。", "周八")
    assert "还没有书面发言" not in page(browse, dossier)


def test_absent_one_is_told_after_the_meeting_has_ended(browse: Client, dossier: Dossier) -> None:
    mark(browse, dossier, "", "present")
    mark(browse, dossier, "周八", "absent")
    browse.post(address("end", dossier))
    given = {"attendee": at(dossier, "周八").key, "told": "1"}
    assert browse.post(address("absent", dossier), given).status_code == 200
    assert list(Minutes.objects.get().passed_on.values()) == [timezone.localdate().isoformat()]
    browse.post(address("absent", dossier), {**given, "told": "0"})
    assert Minutes.objects.get().passed_on == {}


def test_what_is_sent_twice_is_kept_once(browse: Client, dossier: Dossier) -> None:
    for _ in range(2):
        assert say(browse, dossier, "report", "通报", "李四", key="a1").status_code == 200
    assert MinutesEntry.objects.count() == 1


def test_order_is_that_in_which_it_was_sent(browse: Client, dossier: Dossier) -> None:
    for number in range(12):
        say(browse, dossier, "other", f"第{number}句", "李四", key=f"k{number:02}")
    said = [entry.words.text for entry in MinutesEntry.objects.all()]
    assert said == [f"第{number}句" for number in range(12)]


def test_criticism_without_the_criticised_is_not_taken(browse: Client, dossier: Dossier) -> None:
    answer = say(browse, dossier, "criticism", CRITICISM, "李四")
    assert answer.status_code == 422
    assert "要写明批评谁" in answer.content.decode()
    answer = say(browse, dossier, "criticism", CRITICISM, "李四", "李四")
    assert "个人对照检查" in answer.content.decode()
    assert not MinutesEntry.objects.exists()


def test_characters_that_nobody_sees_are_left_out(browse: Client, dossier: Dossier) -> None:
    say(browse, dossier, "other", "贴进来的\x0b字\x00", "李四")
    assert EntryWords.objects.get().text == "贴进来的字"


def test_matrix_counts_criticism_and_names_who_has_not_answered(
    browse: Client, dossier: Dossier, criticism: MinutesEntry
) -> None:
    shown = page(browse, dossier)
    assert "还有 5 对没有提" in shown
    assert "被批评后还没有表态：周八" in shown
    say(browse, dossier, "answer", "接受批评，本周就去现场。", "周八")
    assert "还没有表态" not in page(browse, dossier)


def test_hints_come_while_it_is_typed_and_nothing_is_kept(browse: Client, dossier: Dossier) -> None:
    given = {"kind": "criticism", "text": "希望你今后多注意休息，进一步加强学习。"}
    shown = browse.post(address("hints", dossier), given).content.decode()
    assert "没有说现在哪里做得不好" in shown
    assert browse.post(address("hints", dossier), {**given, "kind": "other"}).content.strip() == b""
    assert (
        browse.post(address("hints", dossier), {**given, "text": CRITICISM}).content.strip() == b""
    )
    assert not MinutesEntry.objects.exists()
    assert not AuditEntry.objects.filter(act__startswith="minutes").exists()


def test_words_of_a_criticism_are_for_the_two_and_who_keeps_the_minutes(
    browse: Client, dossier: Dossier, people: People, criticism: MinutesEntry
) -> None:
    third = Person.objects.create(username="吴九", name="吴九", unit=people.zhang.unit)
    Grant.objects.create(person=third, role=PersonRole.MEMBER, unit=people.zhang.unit)
    attends(dossier, third)
    for person in (people.zhang, people.li, author(people)):
        assert CRITICISM in page(logged_in(person), dossier), person.name
    shown = page(logged_in(third), dossier)
    assert CRITICISM not in shown
    assert "批评意见条数" in shown
    assert logged_in(third).get(of_entry("words", criticism)).status_code == 404


def test_chair_reads_all_minutes(dossier: Dossier, people: People, criticism: MinutesEntry) -> None:
    third = Person.objects.create(username="吴九", name="吴九", unit=people.zhang.unit)
    Grant.objects.create(person=third, role=PersonRole.MEMBER, unit=people.zhang.unit)
    attends(dossier, third)
    chair = StaffMember.objects.get(account=third)
    Dossier.objects.filter(pk=dossier.pk).update(chair=chair)
    assert CRITICISM in page(logged_in(third), dossier)


def test_everybody_reads_what_was_decided(browse: Client, dossier: Dossier, people: People) -> None:
    say(browse, dossier, "decision", "一月底前补上清淤的欠账。")
    assert "一月底前补上清淤的欠账。" in page(logged_in(people.li), dossier)


def test_reviewer_sees_counts_and_selects_no_words(
    dossier: Dossier, people: People, criticism: MinutesEntry
) -> None:
    people.above.grants.update(role=PersonRole.REVIEWER)
    reviewer = logged_in(people.above)
    with CaptureQueriesContext(connection) as asked:
        shown = page(reviewer, dossier)
        book = reviewer.get(address("counts", dossier))
    assert "批评意见条数" in shown
    assert CRITICISM not in shown
    words = [each["sql"] for each in asked.captured_queries if "entrywords" in each["sql"]]
    assert not words
    rows = list(openpyxl.load_workbook(io.BytesIO(book.content)).active.iter_rows(values_only=True))
    counts = {row[0]: dict(zip(rows[0][1:], row[1:], strict=True)) for row in rows[1:]}
    assert counts["李四"] == {"张三": 0, "李四": None, "周八": 1, "提出": 1}
    assert counts["受到"] == {"张三": 0, "李四": 0, "周八": 1, "提出": None}
    assert re.search(r'<th scope="row">受到</th>(<td>[01]</td>){3}', shown)


def test_look_at_criticism_is_noted_and_no_word_of_it(
    browse: Client, dossier: Dossier, people: People, criticism: MinutesEntry
) -> None:
    page(logged_in(people.li), dossier)
    last = AuditEntry.objects.order_by("number").last()
    assert (last.actor, last.act) == ("李四", "minutes.read")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM audit_auditentry")
        assert CRITICISM[:6] not in str(cursor.fetchall())


def test_entry_is_changed_moved_removed_and_brought_back(
    browse: Client, dossier: Dossier, criticism: MinutesEntry
) -> None:
    say(browse, dossier, "answer", "接受。", "周八")
    edit = of_entry("edit", criticism)
    assert CRITICISM in browse.get(edit, headers={"HX-Request": "true"}).content.decode()
    posted = {
        "version": 1,
        "item": FIRST_ITEM,
        "kind": "criticism",
        "speaker": at(dossier, "李四").key,
        "about": at(dossier, "周八").key,
        "text": "改过的批评：拖了四个月。",
    }
    assert (
        "改过的批评" in browse.post(edit, posted, headers={"HX-Request": "true"}).content.decode()
    )
    overtaken = browse.post(edit, {**posted, "text": "另一种写法"}, headers={"HX-Request": "true"})
    assert overtaken.status_code == 409
    assert "改过的批评" in overtaken.content.decode()
    assert "另一种写法" in overtaken.content.decode()

    browse.post(of_entry("move", criticism), {"to": "down"})
    assert [each.kind for each in MinutesEntry.objects.all()] == ["answer", "criticism"]
    browse.post(of_entry("move", criticism), {"to": "up"})
    assert [each.kind for each in MinutesEntry.objects.all()] == ["criticism", "answer"]

    shown = browse.post(of_entry("remove", criticism), headers={"HX-Request": "true"})
    assert "已删去一条" in shown.content.decode()
    assert "改过的批评" not in page(browse, dossier)
    browse.post(of_entry("restore", criticism))
    assert "改过的批评" in page(browse, dossier)


def test_agenda_is_changed_and_entries_follow_their_item(
    browse: Client, dossier: Dossier, criticism: MinutesEntry
) -> None:
    items = "\n".join(["先学习", *["二", "三", "四", "五", "六"]])
    assert (
        browse.post(address("agenda", dossier), {"version": 0, "items": items}).status_code == 302
    )
    shown = page(browse, dossier)
    assert shown.index("1. 先学习") < shown.index(CRITICISM) < shown.index("2. 二")
    assert browse.post(address("agenda", dossier), {"version": 0, "items": "一"}).status_code == 409
    browse.post(address("agenda", dossier), {"version": 1, "items": "一\n二"})
    assert CRITICISM in page(browse, dossier)


def test_heads_of_the_minutes_are_kept(browse: Client, dossier: Dossier) -> None:
    given = {"version": 0, "began": "9:00", "ended": "11:30", "recorder": "郭敏", "summary": "摘要"}
    assert browse.post(address("details", dossier), given).status_code == 302
    answer = browse.post(address("details", dossier), {**given, "recorder": "何远"})
    assert answer.status_code == 409
    assert "记录人 郭敏" in answer.content.decode()
    assert "何远" in answer.content.decode()


def test_criticism_becomes_a_row_of_the_ledger(
    browse: Client, dossier: Dossier, criticism: MinutesEntry
) -> None:
    rectify = of_entry("rectify", criticism)
    shown = browse.get(rectify, headers={"HX-Request": "true"}).content.decode()
    assert "相互批评" in shown
    browse.post(rectify, {"problem": "项目推进慢", "owner": "周八"})
    row = LedgerRow.objects.get()
    assert row.cells["origin"] == "相互批评"
    assert row.owners == "周八"
    assert row.id_in_ledger in page(browse, dossier)


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("which", ["minutes", "attendance", "register"])
def test_papers_are_set_from_what_was_entered(
    which: str, form: str, browse: Client, dossier: Dossier, criticism: MinutesEntry
) -> None:
    mark(browse, dossier, "", "present")
    answer = browse.get(address("paper", dossier), {"which": which, "form": form})
    assert answer.status_code == 200
    if form == "pdf":
        assert answer.content.startswith(b"%PDF")
        return
    text = api.read_bytes(answer.content, "文书.docx", "docx").text
    assert "周八" in text
    assert (CRITICISM in text) == (which == "minutes")


def test_minutes_as_a_paper_hold_the_agenda_and_who_was_away(
    browse: Client, dossier: Dossier
) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(held_at="上午9:00", place="三楼会议室")
    mark(browse, dossier, "", "present")
    mark(browse, dossier, "周八", "absent", reason="出差")
    say(browse, dossier, "report", "上年度十二项措施完成十一项。", "李四")
    say(browse, dossier, "decision", "一月底前补上。")
    data = browse.get(address("paper", dossier)).content
    text = api.read_bytes(data, "记录.docx", "docx").text
    assert "2026年12月20日上午9:00" in text
    assert "周八（出差）" in text
    assert "李四（通报情况）：上年度十二项措施完成十一项。" in text
    assert text.rindex("一月底前补上。") > text.index("七、决定")


def test_closed_meeting_and_ended_minutes_refuse_every_change(
    browse: Client, dossier: Dossier, criticism: MinutesEntry
) -> None:
    mark(browse, dossier, "", "present")
    browse.post(address("end", dossier))

    def changes():
        return [
            mark(browse, dossier, "李四", "absent"),
            browse.post(address("details", dossier), {"version": 1, "began": "9:00"}),
            browse.post(address("agenda", dossier), {"version": 1, "items": "一"}),
            say(browse, dossier, "other", "补记一句", "李四", key="later"),
            browse.post(of_entry("move", criticism)),
            browse.post(of_entry("remove", criticism)),
            browse.post(of_entry("restore", criticism)),
            browse.post(
                of_entry("edit", criticism),
                {
                    "item": FIRST_ITEM,
                    "kind": "other",
                    "text": "改",
                },
            ),
            browse.post(address("end", dossier)),
        ]

    assert [each.status_code for each in changes()] == [409] * 9
    assert "重新打开记录" in changes()[1].content.decode()
    browse.post(address("reopen", dossier))
    assert mark(browse, dossier, "李四", "present").status_code == 200
    close(dossier)
    told = {"attendee": at(dossier, "周八").key, "told": "1"}
    rest = [
        browse.post(address("absent", dossier), told),
        browse.post(address("reopen", dossier)),
        browse.post(of_entry("rectify", criticism), {"problem": "项目推进慢"}),
    ]
    assert [each.status_code for each in [*changes(), *rest]] == [409] * 12
    assert MinutesEntry.objects.count() == 1


def test_page_of_a_long_meeting_stays_small(
    browse: Client, dossier: Dossier, people: People, django_assert_max_num_queries
) -> None:
    for number in range(7):
        dossier.attendees.create(name=f"委员{number}", standing="member", position=number)
    for number in range(30):
        dossier.attendees.create(
            name=f"列席{number}", standing="party_member", part="in-attendance", position=number
        )
    for number in range(100):
        say(browse, dossier, "criticism", CRITICISM, "李四", f"委员{number % 7}", key=f"k{number}")
    with django_assert_max_num_queries(30):
        answer = browse.get(address("meeting", dossier))
    assert len(answer.content) < 150_000


def test_branch_meeting_without_a_prescribed_order_has_one_place_for_all(
    browse: Client, dossier: Dossier
) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(kind="branch-life")
    shown = page(browse, dossier)
    assert "1. 会议进行情况" in shown
