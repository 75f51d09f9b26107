"""Reminders: who is told of what on a day, on the page, as a list, by mail through a real server, never twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from dossiers import dossier_of, on_roster
from ledger_rows import TODAY, day, many_rows, row_in
from openpyxl import load_workbook
from people import People, logged_in
from smtp_server import SmtpServer, smtp_server

from duizhao.errors import DuizhaoError
from duizhao.process import NearDays
from duizhao.web.accounts.models import Grant
from duizhao.web.audit.models import AuditEntry
from duizhao.web.data_folder import DataFolder
from duizhao.web.desk.models import Batch
from duizhao.web.mail_server import MailServer
from duizhao.web.meetings.actions import close_dossier
from duizhao.web.person_role import PersonRole
from duizhao.web.rectification import jobs, mailing
from duizhao.web.rectification.actions.reminders import choose_reminders, keep_addresses
from duizhao.web.rectification.models import MailAddress, MailState, ReminderChoice, SentReminder
from duizhao.web.rectification.reminders import dated_rows, row_reminders
from duizhao.web.rectification.stale_people import match_stale
from duizhao.web.remind import send_reminders
from duizhao.web.roster.models import Department, StaffMember

PAGE = "/rectification/reminders/"
DAYS = NearDays(20, 10)


@pytest.fixture
def server() -> Iterator[SmtpServer]:
    with smtp_server() as running:
        settings.DATA_FOLDER.mail_address.write_text(running.address, encoding="utf-8")
        yield running
        settings.DATA_FOLDER.mail_address.unlink()


@pytest.fixture
def batch(people: People) -> Batch:
    """The ledger of 张三's unit, where 李四 owns rows at each step; 周局 heads it, 陈副局 oversees the office."""
    unit = people.zhang.unit
    office = Department.objects.create(unit=unit, name="办公室")
    office.overseer = StaffMember.objects.create(unit=unit, name="陈副局", standing="member")
    office.save()
    StaffMember.objects.create(unit=unit, name="周局", standing="head")
    Grant.objects.filter(person=people.li).update(role=PersonRole.AUTHOR)
    StaffMember.objects.filter(pk=on_roster(people.li).pk).update(department=office)
    made = dossier_of(people.zhang).batch
    for problem, due, state in (
        ("早着呢", day(60), "整改中"),
        ("快到期的事", day(15), "整改中"),
        ("临近的事", day(4), "整改中"),
        ("逾期的事", day(-2), "整改中"),
        ("等验收的事", day(3), "待验收"),
        ("办完的事", day(-9), "已销号"),
    ):
        row_in(
            made,
            people.zhang,
            problem=problem,
            due=due,
            status=state,
            owner="李四",
            acceptor="张三",
        )
    return made


@pytest.fixture
def wanted(people: People, batch: Batch) -> ReminderChoice:
    """张三's unit wants mails; 李四 and 张三 have addresses, the leaders none."""
    addresses = {
        on_roster(people.li).pk: "li@example.cn",
        on_roster(people.zhang).pk: "z@example.cn",
    }
    keep_addresses(unit=people.zhang.unit, by=people.zhang, addresses=addresses)
    given = {"is_mailed": True, "shows_problem": False, "every_days": 7}
    return choose_reminders(unit=people.zhang.unit, by=people.zhang, **given)


def send(server: SmtpServer, days: int = 0) -> mailing.MailRun:
    known = MailServer.from_address(server.address)
    return mailing.send_all(known, TODAY + timedelta(days=days), DAYS)


def told(batch: Batch) -> dict[str, list[tuple[str, str]]]:
    unit = batch.dossier.unit
    match_stale(dated_rows(unit))
    return {
        each.row.cells["problem"]: [(member.name, who.value) for member, who in each.people]
        for each in row_reminders(unit, TODAY, DAYS, 7)
    }


def test_nearer_deadline_reaches_more_people(batch: Batch) -> None:
    clerk, leader = ("张三", "经办人"), ("陈副局", "分管领导")
    assert told(batch) == {
        "逾期的事": [("李四", "责任人"), clerk, leader, ("周局", "主要负责人")],
        "等验收的事": [("张三", "验收人"), leader],
        "临近的事": [("李四", "责任人"), clerk, leader],
        "快到期的事": [("李四", "责任人")],
    }


def test_closed_meeting_reminds_nobody(people: People, batch: Batch) -> None:
    close_dossier(dossier=batch.dossier, by=people.zhang)
    assert told(batch) == {}


def test_head_of_the_department_stands_for_an_owner_whom_nobody_is(
    people: People, batch: Batch
) -> None:
    office = Department.objects.get(name="办公室")
    given = {"unit": people.zhang.unit, "standing": "department_head", "department": office}
    StaffMember.objects.create(name="何主任", **given)
    row_in(batch, people.zhang, problem="没有写人", department="办公室", due=day(15))
    assert told(batch)["没有写人"] == [("何主任", "责任人")]


def test_page_says_who_is_to_be_told_and_for_whom_nobody_was_found(
    browse: Client, people: People, batch: Batch
) -> None:
    row_in(batch, people.zhang, problem="外人负责", owner="某乙", due=day(15))
    page = browse.get(PAGE).content.decode()
    assert "李四</a>（责任人）" in page
    assert "名册上没有找到：责任人" in page
    assert "没有设邮件服务器" in page
    assert "早着呢" not in page


def test_list_has_a_line_for_each_person(browse: Client, batch: Batch) -> None:
    book = load_workbook(BytesIO(browse.get(f"{PAGE}out").content))
    lines = [[cell.value for cell in line] for line in book.active]
    # The site has one step: 15 days.
    assert len(lines) == 1 + 4 + 2 + 3 + 3
    assert [lines[1][0], lines[1][1], lines[1][4]] == ["李四", "责任人", "逾期的事"]


def test_one_mail_a_person_and_none_twice(
    people: People, server: SmtpServer, wanted: ReminderChoice
) -> None:
    run = send(server)
    assert (run.sent, run.failed, list(run.without)) == (2, 0, ["周局", "陈副局"])
    mails = {each["To"]: each for each in server.received}
    assert set(mails) == {"li@example.cn", "z@example.cn"}
    assert (
        mails["li@example.cn"]["Subject"].strip() == "整改提醒：逾期 1 条，临近 1 条，快到期 1 条"
    )
    assert mails["li@example.cn"]["From"] == "zg@example.cn"
    assert mails["li@example.cn"]["Auto-Submitted"] == "auto-generated"
    assert send(server).sent == 0
    assert len(server.received) == 2
    entry = AuditEntry.objects.get(act="rectification.remind")
    assert entry.actor == "（定时）"


def test_mail_has_no_word_of_a_problem_unless_the_unit_wants_it(
    people: People, server: SmtpServer, wanted: ReminderChoice
) -> None:
    send(server)
    words = "".join(each.get_content() for each in server.received)
    assert "的事" not in words
    assert "http://10.0.0.8:8770/rectification/mine/" in words
    assert "你是责任人" in words
    choose_reminders(
        unit=wanted.unit, by=people.zhang, is_mailed=True, shows_problem=True, every_days=1
    )
    send(server, days=1)
    assert "逾期的事" in server.received[-1].get_content()


def test_late_rows_come_again_after_the_days_of_the_unit(
    server: SmtpServer, wanted: ReminderChoice
) -> None:
    send(server)
    before = len(server.received)
    # 临近 becomes 逾期 after five days, 逾期 is told again in its second week.
    assert send(server, days=1).sent == 0
    assert send(server, days=6).sent == 2
    assert len(server.received) == before + 2


def test_unit_that_did_not_ask_gets_no_mail(
    people: People, server: SmtpServer, batch: Batch
) -> None:
    assert send(server).sent == 0
    assert server.received == []


def test_unknown_recipient_keeps_nobody_else_from_mail(
    server: SmtpServer, wanted: ReminderChoice
) -> None:
    server.refused.add("li@example.cn")
    run = send(server)
    assert (run.sent, run.failed) == (1, 1)
    assert SentReminder.objects.filter(state=MailState.FAILED, member__name="李四").count() == 3
    server.refused.clear()
    assert send(server).sent == 1
    assert {each["To"] for each in server.received} == {"li@example.cn", "z@example.cn"}
    assert not SentReminder.objects.exclude(state=MailState.SENT).exists()


def test_server_that_is_away_is_asked_once_and_tried_again_later(
    server: SmtpServer, wanted: ReminderChoice
) -> None:
    away = MailServer.from_address("smtp://127.0.0.1:1?from=a@b.cn")
    run = mailing.send_all(away, TODAY, DAYS)
    assert (run.sent, run.failed, run.is_given_up) == (0, 1, True)
    assert send(server).sent == 2


def test_interrupted_mail_is_never_sent_again(
    server: SmtpServer, wanted: ReminderChoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def interrupted(*_: Any) -> None:
        raise Killed

    monkeypatch.setattr(mailing, "_send", interrupted)
    with pytest.raises(Killed):
        send(server)
    monkeypatch.undo()
    send(server)
    assert [each["To"] for each in server.received] == ["li@example.cn"]
    assert SentReminder.objects.filter(state=MailState.SENDING, member__name="张三").exists()


def test_clerk_sends_at_once_from_the_page(
    browse: Client, people: People, server: SmtpServer, wanted: ReminderChoice
) -> None:
    page = browse.post(f"{PAGE}{people.zhang.unit.pk}/send").content.decode()
    assert "发出 2 封" in page
    assert "没有邮箱，请另外告知：周局、陈副局" in page
    assert "邮件已发" in page
    wanted.is_mailed = False
    wanted.save()
    assert browse.post(f"{PAGE}{people.zhang.unit.pk}/send").status_code == 409


def test_clerk_keeps_addresses_and_the_choice(
    browse: Client, people: People, server: SmtpServer, batch: Batch
) -> None:
    member, unit = on_roster(people.li), people.zhang.unit
    given = {f"address-{member.pk}": " li@example.cn "}
    assert browse.post(f"{PAGE}{unit.pk}/addresses", given).status_code == 302
    assert MailAddress.objects.get(member=member).address == "li@example.cn"
    wrong = browse.post(f"{PAGE}{unit.pk}/addresses", {f"address-{member.pk}": "li@"})
    assert wrong.status_code == 422
    assert "都没有保存：李四" in wrong.content.decode()
    browse.post(f"{PAGE}{unit.pk}/addresses", {f"address-{member.pk}": ""})
    assert not MailAddress.objects.exists()
    browse.post(f"{PAGE}{unit.pk}/choose", {"is_mailed": "on", "every_days": "3"})
    choice = ReminderChoice.objects.get(unit=unit)
    assert (choice.is_mailed, choice.shows_problem, choice.every_days) == (True, False, 3)
    assert browse.post(f"{PAGE}{unit.pk}/choose", {"every_days": "0"}).status_code == 422


def test_other_units_reach_nothing_of_it(people: People, batch: Batch) -> None:
    stranger, unit = logged_in(people.wang), people.zhang.unit.pk
    for act in ("choose", "addresses", "send"):
        assert stranger.post(f"{PAGE}{unit}/{act}").status_code == 404
    assert stranger.get(PAGE, {"unit": unit}).status_code == 404
    assert "李四" not in stranger.get(PAGE).content.decode()
    assert logged_in(people.li).get(PAGE).status_code == 404


def test_thousand_rows_take_few_queries(
    browse: Client, people: People, django_assert_max_num_queries: Any
) -> None:
    on_roster(people.li)
    many_rows(dossier_of(people.zhang).batch, 1000, ("张三", "李四"))
    browse.get(PAGE)
    with django_assert_max_num_queries(30):
        page = browse.get(PAGE)
    assert len(page.content) < 150_000


def test_worker_sends_what_is_due_and_waits_for_the_next_morning(
    work: Any, server: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[MailServer] = []
    monkeypatch.setattr(mailing, "send_all", lambda known, *_: asked.append(known))
    jobs.settle()
    work()
    assert [each.port for each in asked] == [server.port]
    waiting = DBTaskResult.objects.get(task_path=jobs.remind.module_path, status="READY")
    assert timezone.localtime(waiting.run_after).hour == jobs.AT.hour
    work()
    assert len(asked) == 2


@pytest.mark.usefixtures("db", "server")
def test_reminders_that_a_clock_ahead_has_put_off_are_brought_forward() -> None:
    usual = jobs.next_call(timezone.localtime())
    for planned, is_moved in ((usual, False), (usual + timedelta(days=365), True)):
        jobs.remind.using(run_after=planned).enqueue()
        jobs.plan_anew()
        waiting = DBTaskResult.objects.get(task_path=jobs.remind.module_path, status="READY")
        assert (waiting.run_after != planned) == is_moved
        waiting.delete()


def test_worker_does_nothing_where_no_server_is_named(db: None) -> None:
    before = DBTaskResult.objects.count()
    jobs.settle()
    assert DBTaskResult.objects.count() == before


def test_next_call_is_at_eight() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    early, late = datetime(2026, 11, 28, 7, 59, tzinfo=zone), datetime(2026, 11, 28, 8, tzinfo=zone)
    assert jobs.next_call(early) == late
    assert jobs.next_call(late) == late + timedelta(days=1)


def test_command_asks_for_a_data_folder_and_a_server(tmp_path: Path) -> None:
    with pytest.raises(DuizhaoError, match="没有对照的数据"):
        send_reminders(tmp_path)
    DataFolder(tmp_path).database.touch()
    with pytest.raises(DuizhaoError, match="没有设邮件服务器"):
        send_reminders(tmp_path)


def test_command_sends_and_says_whom_to_tell_otherwise(
    server: SmtpServer, wanted: ReminderChoice
) -> None:
    settings.DATA_FOLDER.database.touch()
    # The site of the tests is made ready already, with the near days of a program that nobody has set up.
    is_whole, words = send_reminders(settings.DATA_FOLDER.root)
    assert is_whole
    assert words.startswith("发出 2 封\n没有邮箱，请另外告知：")
