"""The list of meetings, a new one with its people, that of the next year."""

from __future__ import annotations

from io import BytesIO

import openpyxl
from django.test import Client
from dossiers import attends, dossier_of
from people import People, logged_in

from duizhao.web.meetings.models import Dossier, MeetingPart
from duizhao.web.meetings.views.meetings import MEETINGS_OF_A_PAGE
from duizhao.web.roster.models import StaffMember

NEW = {"kind": "democratic-life", "year": "2026", "held_on": "2026-12-20", "name": ""}


def staff(people: People, *names: str, **given: str) -> list[StaffMember]:
    return [
        StaffMember.objects.create(unit=people.zhang.unit, name=name, position=at, **given)
        for at, name in enumerate(names)
    ]


def test_clerk_begins_a_meeting(browse: Client) -> None:
    answer = browse.post("/meetings/begin", NEW)
    dossier = Dossier.objects.get()
    assert answer["Location"] == f"/meetings/{dossier.key}/plan/"
    assert dossier.name == "2026年度民主生活会"
    assert dossier.batch is not None
    assert "2026年12月20日" in browse.get(answer["Location"]).content.decode()


def test_team_of_the_roster_is_expected_and_its_head_takes_the_chair(people: People) -> None:
    staff(people, "陈立", standing="head")
    staff(people, "郭敏", "何远", standing="member")
    staff(people, "王小梅", standing="department_head")
    logged_in(people.zhang).post("/meetings/begin", NEW)
    dossier = Dossier.objects.get()
    assert [each.name for each in dossier.attendees.all()] == ["陈立", "郭敏", "何远"]
    assert {each.part for each in dossier.attendees.all()} == {MeetingPart.EXPECTED}
    assert dossier.chair.name == "陈立"


def test_branch_meeting_takes_the_members_of_its_branch_by_their_duties_there(
    people: People,
) -> None:
    staff(people, "陈立", standing="head", branch="机关一支部")
    staff(people, "孙伟", standing="party_member", branch="机关一支部", branch_duty="书记")
    staff(people, "钱一", standing="other", branch="机关一支部")
    staff(people, "王小梅", standing="party_member", branch="机关二支部")
    browse = logged_in(people.zhang)
    given = {**NEW, "kind": "branch-life-appraisal"}
    assert browse.post("/meetings/begin", given).status_code == 422
    browse.post("/meetings/begin", {**given, "branch": "机关一支部"})
    dossier = Dossier.objects.get()
    assert dossier.name == "机关一支部2026年度组织生活会和民主评议党员"
    standings = {each.name: each.standing for each in dossier.attendees.all()}
    assert standings == {"陈立": "party_member", "孙伟": "secretary"}
    assert dossier.chair.name == "孙伟"


def test_aspects_of_the_notice_are_pasted_where_the_meeting_is_begun(browse: Client) -> None:
    aspects = "一是带头严守纪律；二是带头联系群众；三是带头担当作为。"
    given = {
        **NEW,
        "year": "2027",
        "held_on": "",
        "aspects": aspects,
        "notice": "县委通知〔2027〕9号",
    }
    page = browse.get(browse.post("/meetings/begin", given)["Location"]).content.decode()
    dossier = Dossier.objects.get()
    assert dossier.notice == {"title": "县委通知〔2027〕9号"}
    assert "带头联系群众" in page
    again = browse.post("/meetings/begin", given)
    assert again.status_code == 422
    assert "已经录过" in again.content.decode()
    assert "带头担当作为。</textarea>" in again.content.decode()


def test_meeting_without_a_kind_is_not_begun(browse: Client) -> None:
    answer = browse.post("/meetings/begin", {"year": "2026"})
    assert answer.status_code == 422
    assert not Dossier.objects.exists()


def test_stranger_sees_no_meeting_in_the_list(people: People) -> None:
    dossier = dossier_of(people.zhang)
    assert dossier.key in logged_in(people.li).get("/meetings/").content.decode()
    assert dossier.key not in logged_in(people.wang).get("/meetings/").content.decode()
    data = logged_in(people.wang).get("/meetings/workbook").content
    assert openpyxl.load_workbook(BytesIO(data)).active.max_row == 1


def test_next_year_takes_the_people_and_nothing_else(people: People) -> None:
    dossier = dossier_of(people.zhang)
    attends(dossier, people.li)
    dossier.attendees.create(name="刘督导", standing="other", part=MeetingPart.SUPERVISION)
    Dossier.objects.update(place="三楼会议室", theme="主题", steps_done={"study": "2026-12-01"})
    StaffMember.objects.filter(name="张三").update(duty="局长")
    StaffMember.objects.filter(name="李四").update(left_on="2027-03-01")
    browse = logged_in(people.zhang)
    browse.post(f"/meetings/{dossier.key}/plan/next")
    following = dossier.following.get()
    assert (following.name, following.year, following.place) == (
        "2027年度民主生活会",
        2027,
        "三楼会议室",
    )
    assert (following.theme, following.steps_done, following.held_on) == ("", {}, None)
    people_there = [(each.name, each.duty, each.part) for each in following.attendees.all()]
    assert sorted(people_there) == [("刘督导", "", "supervision"), ("张三", "局长", "expected")]
    assert browse.post(f"/meetings/{dossier.key}/plan/next").status_code == 409


def test_many_meetings_stand_on_several_pages(people: People) -> None:
    Dossier.objects.bulk_create(
        Dossier(
            unit=people.zhang.unit, kind="democratic-life", name=f"第{at}次会议", year=2000 + at
        )
        for at in range(1, MEETINGS_OF_A_PAGE + 2)
    )
    browse = logged_in(people.zhang)
    first = browse.get("/meetings/").content.decode()
    assert "第 1 页，共 2 页" in first
    assert "第1次会议" not in first
    assert 'href="?page=2"' in first
    last = browse.get("/meetings/", {"page": 2}).content.decode()
    assert last.count("次会议</a>") == 1
    assert "第1次会议" in last
