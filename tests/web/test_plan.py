"""The plan of a meeting: changed, its calendar, its notice, its people, its files, what is missing; closed."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from io import BytesIO
from typing import Any

import icalendar
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from dossiers import attends, dossier_of, on_roster
from people import People, logged_in

from duizhao.process import StepState
from duizhao.web.accounts.models import Grant
from duizhao.web.audit.models import AuditEntry
from duizhao.web.meetings.actions import add_study, attach, close_dossier
from duizhao.web.meetings.models import Dossier, DossierFile
from duizhao.web.meetings.requirements import calendar_of, kind_of
from duizhao.web.minutes import queries as minutes
from duizhao.web.person_role import PersonRole
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks import queries as talks


@pytest.fixture
def dossier(people: People) -> Dossier:
    return dossier_of(people.zhang)


def plan_of(dossier: Dossier, **changed: str) -> dict[str, str]:
    given = {
        "version": "1",
        "name": dossier.name,
        "year": "2026",
        "held_on": "2026-12-20",
        "place": "三楼",
        "theme": "",
    }
    return {**given, **changed}


def test_plan_is_changed_and_noted(browse: Client, dossier: Dossier) -> None:
    chair = dossier.attendees.get().member.key
    given = plan_of(dossier, chair=chair, held_at="上午9时", theme="锲而不舍落实中央八项规定精神")
    answer = browse.post(f"/meetings/{dossier.key}/plan/edit", given)
    page = browse.get(answer["Location"]).content.decode()
    assert "上午9时" in page
    assert "锲而不舍落实中央八项规定精神" in page
    assert AuditEntry.objects.filter(act="meetings.edit_plan").count() == 1


def test_second_of_two_sees_both_texts(browse: Client, dossier: Dossier) -> None:
    browse.post(f"/meetings/{dossier.key}/plan/edit", plan_of(dossier, place="二楼"))
    answer = browse.post(f"/meetings/{dossier.key}/plan/edit", plan_of(dossier, place="五楼"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "二楼" in page
    assert "五楼" in page
    browse.post(f"/meetings/{dossier.key}/plan/edit", plan_of(dossier, place="五楼", version="2"))
    assert Dossier.objects.get().place == "五楼"


def test_what_is_missing_is_named_with_its_reason(browse: Client, dossier: Dossier) -> None:
    Dossier.objects.update(held_on=date(2026, 8, 1), profile="")
    page = browse.get(f"/meetings/{dossier.key}/plan/").content.decode()
    assert "不在第四季度，提前或延期要有上级党组织同意的材料" in page
    assert 'class="blocking"' in page
    assert "还没选对照检查的方面" in page
    assert "会前至少集中学习 1 次：现有 0 次" in page


def test_calendar_follows_the_day_of_the_meeting(browse: Client, dossier: Dossier) -> None:
    today = timezone.localdate()
    Dossier.objects.update(held_on=today + timedelta(days=12))
    dossier.refresh_from_db()
    states = {each.requirement.id: each.state for each in calendar_of(dossier, today)}
    assert states["advance-report"] is StepState.DUE
    assert states["report-after"] is StepState.COMING
    given = {"requirement": "advance-report", "on": today.isoformat()}
    browse.post(f"/meetings/{dossier.key}/plan/step", given)
    page = browse.get(f"/meetings/{dossier.key}/plan/").content.decode()
    assert 's-done"' in page
    browse.post(f"/meetings/{dossier.key}/plan/step", {**given, "undo": "1"})
    assert Dossier.objects.get().steps_done == {}
    unknown = {"requirement": "nothing"}
    assert browse.post(f"/meetings/{dossier.key}/plan/step", unknown).status_code == 422


def test_study_that_was_held_is_a_step_done(dossier: Dossier, people: People) -> None:
    add_study(
        dossier=dossier,
        by=people.zhang,
        held_on=date(2026, 12, 1),
        place="",
        theme="党章",
        present=(),
    )
    step = {each.requirement.id: each for each in calendar_of(dossier, date(2026, 12, 25))}["study"]
    assert step.state is StepState.DONE


def test_calendar_goes_out_for_other_programs(browse: Client, dossier: Dossier) -> None:
    answer = browse.get(f"/meetings/{dossier.key}/plan/calendar")
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    days = {
        str(each["uid"]).removesuffix(f"-{dossier.key}@duizhao"): each.decoded("dtstart")
        for each in events
    }
    assert days["meeting"] == date(2026, 12, 20)
    assert days["announce-date"] == date(2027, 1, 3)
    assert len({str(each["uid"]) for each in events}) == len(events)
    assert answer.content == browse.get(f"/meetings/{dossier.key}/plan/calendar").content
    data = browse.get(f"/meetings/{dossier.key}/plan/calendar/workbook").content
    assert openpyxl.load_workbook(BytesIO(data)).active.max_row == len(events)


def test_notice_changes_requirements_for_this_meeting_alone(
    browse: Client, dossier: Dossier
) -> None:
    page = f"/meetings/{dossier.key}/plan/notice"
    changes = {
        "first-advance-report": "20",
        "last-advance-report": "18",
        "waived-talk-rounds": "on",
        "count-study": "2",
    }
    refused = browse.post(page, {"version": "1", **changes})
    assert refused.status_code == 422
    assert "依据哪份通知" in refused.content.decode()
    browse.post(page, {"version": "1", "title": "县委通知", "number": "〔2026〕5号", **changes})
    kind = kind_of(Dossier.objects.get())
    assert kind is not None
    report = kind.get("advance-report")
    assert (report.window.opens, report.window.closes) == (-20, -18)
    assert report.is_blocking
    assert report.basis == "依据：县委通知（〔2026〕5号）"
    assert kind.get("talk-rounds") is None
    assert kind.get("study").count == 2
    assert len(Dossier.objects.get().notice["overrides"]) == 3
    assert "会前 20 日" not in browse.get(page).content.decode()
    assert 'value="20"' in browse.get(page).content.decode()


@pytest.mark.parametrize("part", [talks, minutes], ids=["talks", "minutes"])
def test_other_parts_ask_what_the_notice_asks(part: Any, browse: Client, dossier: Dossier) -> None:
    given = {"version": "1", "title": "县委通知", "share-quorum": "4/5", "waived-order": "on"}
    browse.post(f"/meetings/{dossier.key}/plan/notice", given)
    kind = part.kind_of(Dossier.objects.get())
    assert kind.get("quorum").least_share == Fraction(4, 5)
    assert kind.get("order") is None


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("last-advance-report", "十天", "要写成"),
        ("share-quorum", "三分之二", "写成几分之几"),
        ("first-advance-report", "5", "请对调"),
    ],
)
def test_notice_that_cannot_be_read_says_why_and_keeps_what_was_typed(
    field: str, value: str, reason: str, browse: Client, dossier: Dossier
) -> None:
    given = {"version": "1", "title": "县委的通知", "last-advance-report": "10", field: value}
    answer = browse.post(f"/meetings/{dossier.key}/plan/notice", given)
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert "县委的通知" in answer.content.decode()


def test_people_are_added_changed_and_taken_out(
    browse: Client, dossier: Dossier, people: People
) -> None:
    head = StaffMember.objects.create(
        unit=people.zhang.unit, name="王小梅", standing="department_head"
    )
    own = dossier.attendees.get()
    given = {
        "version": "1", f"duty-{own.key}": "副局长", f"standing-{own.key}": "member", f"part-{own.key}": "expected",
        f"position-{own.key}": "7",
        "member": head.key, "guest-name-0": "刘督导", "guest-duty-0": "县委组织部", "guest-part-0": "supervision",
    }  # fmt: skip
    browse.post(f"/meetings/{dossier.key}/plan/people", given)
    listed = {
        each.name: (each.duty, each.part, each.is_answerable) for each in dossier.attendees.all()
    }
    assert listed == {
        "张三": ("副局长", "expected", False),
        "王小梅": ("", "in-attendance", False),
        "刘督导": ("县委组织部", "supervision", False),
    }
    assert dossier.attendees.get(pk=own.pk).position == 7
    stale = browse.post(f"/meetings/{dossier.key}/plan/people", given)
    assert stale.status_code == 409
    guest = dossier.attendees.get(name="刘督导")
    browse.post(f"/meetings/{dossier.key}/plan/people", {"version": "2", f"out-{guest.key}": "on"})
    assert not dossier.attendees.filter(name="刘督导").exists()
    data = browse.get(f"/meetings/{dossier.key}/plan/people/workbook").content
    assert openpyxl.load_workbook(BytesIO(data)).active.max_row == 3


def test_nobody_is_taken_out_with_what_is_noted_of_them(
    browse: Client, dossier: Dossier, people: People
) -> None:
    own = dossier.attendees.get()
    add_study(
        dossier=dossier,
        by=people.zhang,
        held_on=date(2026, 12, 1),
        place="",
        theme="党章",
        present=[own],
    )
    answer = browse.post(
        f"/meetings/{dossier.key}/plan/people", {"version": "1", f"out-{own.key}": "on"}
    )
    assert answer.status_code == 409
    assert "张三已经有" in answer.content.decode()
    assert dossier.attendees.filter(pk=own.pk).exists()


def test_file_comes_out_as_it_went_in(browse: Client, dossier: Dossier) -> None:
    upload = SimpleUploadedFile("通知.pdf", b"%PDF-1.7")
    browse.post(f"/meetings/{dossier.key}/plan/attach", {"purpose": "notice", "file": upload})
    file = DossierFile.objects.get()
    answer = browse.get(f"/meetings/files/{file.key}/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert answer["Content-Type"] == "application/octet-stream"
    browse.post(f"/meetings/files/{file.key}/detach")
    assert not DossierFile.objects.exists()


@pytest.mark.parametrize("role", [PersonRole.REVIEWER, PersonRole.MEMBER, PersonRole.AUTHOR])
def test_files_with_opinions_and_criticism_are_the_clerks_alone(
    role: str, dossier: Dossier, people: People
) -> None:
    attends(dossier, people.li)
    people.li.grants.all().delete()
    Grant.objects.create(person=people.li, role=role, unit=people.li.unit)
    browse = logged_in(people.li)
    for purpose in ("notice", "opinions", "minutes", "absent", "last-year", "ledger", "other"):
        file = attach(
            dossier=dossier, purpose=purpose, name=f"{purpose}.txt", data=b"1", by=people.zhang
        )
        assert browse.get(f"/meetings/files/{file.key}/").status_code == (
            200 if purpose == "notice" else 404
        )
    page = browse.get(f"/meetings/{dossier.key}/plan/").content.decode()
    assert "notice.txt" in page
    assert "opinions.txt" not in page


def test_looking_at_original_opinions_is_noted(
    browse: Client, dossier: Dossier, people: People
) -> None:
    file = attach(
        dossier=dossier, purpose="opinions", name="意见表.pdf", data=b"1", by=people.zhang
    )
    browse.get(f"/meetings/files/{file.key}/")
    assert AuditEntry.objects.filter(act="meetings.attached", key=file.key).count() == 1


def test_closed_dossier_refuses_each_act(browse: Client, dossier: Dossier, people: People) -> None:
    file = attach(dossier=dossier, purpose="other", name="一.txt", data=b"1", by=people.zhang)
    given = {"held_on": date(2026, 12, 1), "place": "", "theme": "党章", "present": ()}
    study = add_study(dossier=dossier, by=people.zhang, **given)
    close_dossier(dossier=dossier, by=people.zhang)
    upload = SimpleUploadedFile("二.txt", b"2")
    acts = {
        "plan/edit": plan_of(dossier),
        "plan/people": {"version": "1"},
        "plan/notice": {"version": "1", "title": "通知"},
        "plan/step": {"requirement": "study", "on": "2026-12-01"},
        "plan/close": {},
        "plan/attach": {"purpose": "other", "file": upload},
        "study/add": {"held_on": "2026-12-01", "theme": "党章"},
        "appraisal/edit": {"version": "1"},
    }
    for act, fields in acts.items():
        answer = browse.post(f"/meetings/{dossier.key}/{act}", fields)
        assert answer.status_code == 409, act
        assert "已经归档" in answer.content.decode(), act
    assert browse.post(f"/meetings/files/{file.key}/detach").status_code == 409
    changed = {"held_on": "2026-12-02", "theme": "别的", "version": "1"}
    assert browse.post(f"/meetings/studies/{study.key}/edit", changed).status_code == 409
    assert browse.post(f"/meetings/studies/{study.key}/remove").status_code == 409
    browse.post(f"/meetings/{dossier.key}/plan/reopen")
    assert not Dossier.objects.get().is_closed


@pytest.mark.parametrize("page", ["plan/", "plan/people", "plan/notice", "study/", "plan/edit"])
def test_forty_people_cost_few_queries(
    page: str, dossier: Dossier, people: People, browse: Client, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    for at in range(40):
        member = StaffMember.objects.create(
            unit=people.zhang.unit, name=f"王某{at}", standing="member"
        )
        dossier.attendees.create(member=member, name=member.name, standing="member")
    on_roster(people.li)
    given = {"place": "", "theme": "党章", "present": list(dossier.attendees.all())}
    for day in range(1, 5):
        add_study(dossier=dossier, by=people.zhang, held_on=date(2026, 12, day), **given)
    with django_assert_max_num_queries(30):
        answer = browse.get(f"/meetings/{dossier.key}/{page}")
    assert len(answer.content) < 150_000
