"""The roster: a table looked at and taken in, somebody changed, gone and back, accounts, the workbook."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from people import People, logged_in

from duizhao.api import RosterRow
from duizhao.process import Standing
from duizhao.web.accounts.models import Grant, Person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.person_role import PersonRole
from duizhao.web.roster.models import Department, StaffMember
from duizhao.web.roster.staff_entry import StaffEntry, by_name

TABLE = """姓名\t职务\t科室\t分管领导\t所在党支部\t支部职务
周明远\t党组书记、局长\t\t\t机关一支部\t
李建国\t党组成员、副局长\t\t\t机关一支部\t
陈立\t财务股股长\t财务股\t李建国\t机关二支部\t书记
郭敏\t办公室主任\t办公室\t周明远\t机关一支部\t组织委员"""


def fields_of(answer) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """The fields of the preview as its form would send them, with every row taken."""
    rows = answer.context["rows"]
    sent = {"count": str(len(rows))}
    for row in rows:
        entry = row.entry
        named = {
            "name": entry.name, "duty": entry.duty, "standing": entry.standing, "department": entry.department,
            "oversees": entry.oversees_words, "branch": entry.branch, "branch_duty": entry.branch_duty,
            "member": entry.member, "version": str(entry.version), "take": "on",
        }  # fmt: skip
        sent |= {f"{name}-{row.at}": value for name, value in named.items()}
    return sent


def take(browse: Client, text: str = TABLE, **others: str):  # type: ignore[no-untyped-def]
    shown = browse.post("/roster/preview", {"text": text})
    return browse.post("/roster/take-in", {**fields_of(shown), **others})


def test_table_is_taken_in_once_it_was_looked_at(browse: Client) -> None:
    shown = browse.post("/roster/preview", {"text": TABLE})
    assert not StaffMember.objects.exists()
    answer = browse.post("/roster/take-in", fields_of(shown))
    assert answer["Location"] == "/roster/"
    standings = dict(StaffMember.objects.values_list("name", "standing"))
    assert standings == {
        "周明远": "head",
        "李建国": "member",
        "陈立": "department_head",
        "郭敏": "department_head",
    }
    leaders = dict(Department.objects.values_list("name", "overseer__name"))
    assert leaders == {"财务股": "李建国", "办公室": "周明远"}
    assert AuditEntry.objects.filter(act="roster.take_in").count() == 1
    page = browse.get("/roster/").content.decode()
    assert "机关二支部书记" in page


def test_what_was_read_wrongly_is_corrected_before_it_is_taken_in(browse: Client) -> None:
    take(browse, **{"duty-2": "财务股负责人", "standing-2": "party_member"})
    chen = StaffMember.objects.get(name="陈立")
    assert (chen.duty, chen.standing) == ("财务股负责人", "party_member")


def test_second_table_changes_who_is_there_and_names_the_change(browse: Client) -> None:
    take(browse)
    shown = browse.post(
        "/roster/preview", {"text": "姓名\t职务\n李建国\t党组副书记、副局长\n孙伟\t科员"}
    )
    page = shown.content.decode()
    assert "职务由“党组成员、副局长”改为“党组副书记、副局长”" in page
    assert "这次名单里没有的 3 人" in page
    browse.post(
        "/roster/take-in", {**fields_of(shown), "gone": StaffMember.objects.get(name="郭敏").key}
    )
    assert StaffMember.objects.count() == 5
    li = StaffMember.objects.get(name="李建国")
    assert (li.duty, li.branch) == ("党组副书记、副局长", "机关一支部")
    assert [each.name for each in li.oversees.all()] == ["财务股"]
    assert StaffMember.objects.get(name="郭敏").left_on is not None


def test_leader_who_is_on_the_roster_need_not_be_pasted_again(browse: Client) -> None:
    take(browse)
    take(browse, "姓名\t科室\t分管领导\n孙伟\t档案股\t李建国")
    assert Department.objects.get(name="档案股").overseer.name == "李建国"
    assert Department.objects.get(name="财务股").overseer.name == "李建国"


def test_workbook_goes_out_and_comes_in_again(browse: Client) -> None:
    take(browse)
    data = browse.get("/roster/workbook").content
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert [cell.value for cell in sheet[3]][:5] == [
        "李建国",
        "党组成员、副局长",
        "班子成员",
        None,
        "财务股",
    ]
    upload = SimpleUploadedFile("名册.xlsx", data)
    shown = browse.post("/roster/preview", {"file": upload})
    assert [row.remark for row in shown.context["rows"]] == ["和名册一样"] * 4


def test_file_that_is_no_workbook_is_refused_with_the_reason(browse: Client) -> None:
    answer = browse.post("/roster/preview", {"file": SimpleUploadedFile("名册.xls", b"old")})
    assert answer.status_code == 422
    assert "另存为 .xlsx" in answer.content.decode()


def test_text_without_people_stays_in_its_field(browse: Client) -> None:
    answer = browse.post("/roster/preview", {"text": "下周开会的安排"})
    assert answer.status_code == 422
    assert "下周开会的安排</textarea>" in answer.content.decode()


def test_somebody_changed_meanwhile_is_not_overwritten_unseen(browse: Client) -> None:
    take(browse)
    shown = browse.post("/roster/preview", {"text": TABLE})
    StaffMember.objects.filter(name="陈立").update(duty="档案股股长", version=9)
    answer = browse.post("/roster/take-in", fields_of(shown))
    assert answer.status_code == 409
    assert "职务由“档案股股长”改为“财务股股长”" in answer.content.decode()
    assert StaffMember.objects.get(name="陈立").duty == "档案股股长"
    assert browse.post("/roster/take-in", fields_of(answer)).status_code == 302


def test_somebody_is_added_changed_gone_and_back(browse: Client) -> None:
    given = {"name": "何远", "duty": "站长", "standing": "department_head", "department": "河道站"}
    browse.post("/roster/add", given)
    member = StaffMember.objects.get()
    page = f"/roster/{member.key}/"
    assert "河道站" in browse.get(page).content.decode()
    browse.post(f"{page}edit", {**given, "duty": "副站长", "version": "1"})
    stale = browse.post(f"{page}edit", {**given, "duty": "所长", "version": "1"})
    assert stale.status_code == 409
    assert "职务由“副站长”改为“所长”" in stale.content.decode()
    browse.post(f"{page}leave", {"on": "2026-06-01"})
    assert str(StaffMember.objects.get().left_on) == "2026-06-01"
    browse.post(f"{page}come-back")
    assert StaffMember.objects.get().left_on is None


def test_every_part_of_an_entry_is_named_where_it_changed() -> None:
    before = StaffEntry("陈立", "股长", "department_head", "财务股", "机关一支部")
    after = StaffEntry("陈立", "副局长", "member", "", "机关一支部", "委员", ("财务股", "办公室"))
    assert after.changes_from(before) == [
        "职务由“股长”改为“副局长”",
        "身份由“分管部门负责人”改为“班子成员”",
        "去掉科室“财务股”",
        "补上分管科室",
        "补上支部职务",
    ]
    assert after.changes_from(after) == []


@pytest.mark.parametrize(
    ("given", "entry"),
    [
        ({"name": " 陈  立 "}, StaffEntry("陈 立")),
        ({"name": "陈立", "standing": "king"}, StaffEntry("陈立")),
        ({"name": "陈立", "version": "12"}, StaffEntry("陈立", version=12)),
        ({"name": "陈立", "version": "-1"}, StaffEntry("陈立")),
        ({"name": "陈立", "version": "9999999999"}, StaffEntry("陈立")),
        ({"name": "陈立", "oversees": "财务股、办公室"}, StaffEntry("陈立", oversees=("财务股", "办公室"))),
    ],
)  # fmt: skip
def test_fields_of_a_form_become_an_entry(given: dict[str, str], entry: StaffEntry) -> None:
    assert StaffEntry.from_fields(given) == entry
    assert (
        StaffEntry.from_fields({f"{name}-3": value for name, value in given.items()}, "-3") == entry
    )


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (RosterRow("陈立", duty="副局长", standing=Standing.MEMBER), "member"),
        (RosterRow("陈立", duty="股长", standing=Standing.PARTY_MEMBER), "department_head"),
        (RosterRow("陈立", standing=Standing.PARTY_MEMBER), "department_head"),
    ],
)
def test_a_row_names_a_standing_only_through_another_duty(row: RosterRow, standing: str) -> None:
    known = StaffEntry("陈立", "股长", "department_head", "财务股", member="k", version=4)
    entry = StaffEntry.from_row(row, known)
    assert entry.standing == standing
    assert (entry.department, entry.member, entry.version) == ("财务股", "k", 4)


def test_of_two_people_with_one_name_neither_is_taken() -> None:
    one, other, same = StaffEntry("陈立"), StaffEntry("郭敏"), StaffEntry("陈立", "科员")
    assert by_name([one, other, same]) == {"郭敏": other}


def test_somebody_without_a_name_is_not_kept(browse: Client) -> None:
    assert browse.post("/roster/add", {"duty": "站长", "standing": "other"}).status_code == 422
    assert not StaffMember.objects.exists()


def test_account_with_the_same_name_is_joined_when_somebody_says_so(people: People) -> None:
    browse = logged_in(people.zhang)
    take(browse, "张三 副局长\n李四 科员\n王五 科员")
    page = browse.get("/roster/").content.decode()
    assert "李四（账号" in page
    assert "王五（账号" not in page
    browse.post("/roster/link-accounts", {"account": [str(people.li.pk)]})
    assert StaffMember.objects.get(name="李四").account == people.li
    assert StaffMember.objects.get(name="张三").account is None


def test_stranger_sees_nobody_of_another_roster(people: People) -> None:
    take(logged_in(people.zhang))
    assert "周明远" not in logged_in(people.wang).get("/roster/").content.decode()
    assert "周明远" in logged_in(people.li).get("/roster/").content.decode()


def test_clerk_of_two_units_says_which_one(people: People) -> None:
    Grant.objects.create(person=people.zhang, role=PersonRole.CLERK, unit=people.wang.unit)
    browse = logged_in(people.zhang)
    shown = browse.post(
        "/roster/preview", {"text": "周明远 局长", "unit": str(people.wang.unit.pk)}
    )
    browse.post("/roster/take-in", {**fields_of(shown), "unit": str(people.wang.unit.pk)})
    assert StaffMember.objects.get().unit == people.wang.unit
    stranger = {"text": "周明远 局长", "unit": str(people.below.unit.pk)}
    assert browse.post("/roster/preview", stranger).status_code == 404


@pytest.mark.parametrize("page", ["/roster/"])
def test_forty_people_cost_few_queries(
    page: str, browse: Client, people: People, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    lines = "\n".join(
        f"王{chr(0x4E00 + at)}{chr(0x5000 + at)}\t科员\t第{at % 9}科\t机关一支部"
        for at in range(40)
    )
    shown = browse.post("/roster/preview", {"text": f"姓名\t职务\t科室\t支部\n{lines}"})
    assert len(shown.content) < 150_000
    browse.post("/roster/take-in", fields_of(shown))
    assert Person.objects.exists()
    with django_assert_max_num_queries(30):
        answer = browse.get(page)
    assert len(answer.content) < 150_000
    assert StaffMember.objects.count() == 40


def test_table_with_everybody_says_in_which_order_they_stand(browse: Client) -> None:
    take(browse)
    take(
        browse,
        "姓名\t职务\n郭敏\t办公室主任\n陈立\t财务股股长\n周明远\t局长\n李建国\t副局长\n孙伟\t科员",
    )
    names = StaffMember.objects.order_by("position").values_list("name", flat=True)
    assert list(names) == ["郭敏", "陈立", "周明远", "李建国", "孙伟"]
    take(browse, "姓名\n孙伟\n李建国")
    names = StaffMember.objects.order_by("position").values_list("name", flat=True)
    assert list(names) == ["郭敏", "陈立", "周明远", "李建国", "孙伟"]
