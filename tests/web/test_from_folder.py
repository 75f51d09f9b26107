"""Last year's folder: put in, shown in one table, made a dossier with people, statements, ledger and files."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from people import People, logged_in

from duizhao.web.desk import putting_in
from duizhao.web.meetings.folder_proposal import FolderProposal
from duizhao.web.meetings.from_folder import make_dossier
from duizhao.web.meetings.models import Dossier, DossierFile, FolderIntake
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.stored_files import place_of

GOOD = (Path(__file__).parents[2] / "examples" / "good.txt").read_text(encoding="utf-8")
MINUTES = "云溪县水务局党组2023年度民主生活会会议记录\n时间：2024年1月12日上午9时\n主持人：陈立\n"
NOTICE = "关于召开2023年度民主生活会的通知\n定于2024年1月15日召开民主生活会。\n县委组织部\n2023年12月20日\n"


def workbook(*rows: list[object]) -> bytes:
    book, written = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(written)
    return written.getvalue()


def statement(name: str, duty: str) -> bytes:
    return GOOD.replace("党组成员、副局长", duty).replace("周明远", name).encode()


FOLDER = {
    "2023/陈立.txt": statement("陈立", "党组书记、局长"),
    "2023/郭敏对照检查材料.txt": statement("郭敏", "党组成员、纪检组长"),
    "2023/会议记录.txt": MINUTES.encode(),
    "2023/通知.txt": NOTICE.encode(),
    "2023/整改台账.xlsx": workbook(
        ["县水务局整改台账"],
        ["序号", "存在问题", "整改措施", "责任领导", "责任人", "完成时限"],
        [1, "调研不深入", "每月下沉两次", "陈立", "王小梅", "2024年6月底"],
        [2, "会议偏多", "压减会议", "郭敏", "孙伟", "长期坚持"],
    ),
    "2023/名册.xlsx": workbook(
        ["姓名", "职务", "科室", "分管科室", "党支部"],
        ["陈立", "党组书记、局长", "", "财务股", "机关一支部"],
        ["王小梅", "财务股股长", "财务股", "", "机关二支部"],
    ),
    "2023/旧表.xls": b"\xd0\xcf\x11\xe0old",
}


def put(browse: Client, files: dict[str, bytes] | None = None) -> str:
    """The address of the table of a folder that was put in."""
    page = browse.post("/meetings/from-folder/begin", {"name": "2023"})["Location"]
    for at, (name, data) in enumerate((files or FOLDER).items()):
        upload = SimpleUploadedFile(name.rpartition("/")[2], data)
        answer = browse.post(f"{page}put-in", {"file": upload, "name": name, "position": str(at)})
        assert answer.status_code == 204
    return page


def fields_of(answer) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """What the form of the table would send, unchanged."""
    found = answer.context["proposal"]
    sent = {
        "kind": found.kind, "year": str(found.year), "name": found.name, "profile": found.profile,
        "held_on": str(found.held_on or ""), "count": str(len(found.people)),
    }  # fmt: skip
    for each in found.people:
        e = each.entry
        named = {
            "take": "on", "here": "on", "name": e.name, "duty": e.duty, "standing": e.standing, "member": e.member,
            "department": e.department, "oversees": e.oversees_words, "branch": e.branch, "branch_duty": e.branch_duty,
        }  # fmt: skip
        sent |= {f"{name}-{each.at}": value for name, value in named.items()}
    return sent | {f"file-{each.file.key}": each.kind for each in found.files}


def test_folder_is_read_and_nothing_made_before_it_is_confirmed(browse: Client) -> None:
    shown = browse.get(put(browse))
    found = shown.context["proposal"]
    assert (found.kind, found.year, str(found.held_on)) == ("democratic-life", 2023, "2024-01-12")
    assert found.profile == "2023"
    assert [(each.entry.name, each.entry.standing) for each in found.people] == [
        ("陈立", "head"), ("郭敏", "member"), ("王小梅", "department_head"),
    ]  # fmt: skip
    kinds = {each.file.name.rpartition("/")[2]: each.kind for each in found.files}
    assert kinds["整改台账.xlsx"] == "ledger"
    assert kinds["通知.txt"] == "notice"
    assert kinds["旧表.xls"] == "other"
    assert "另存为 .xlsx" in shown.content.decode()
    assert not Dossier.objects.exists()
    assert not StaffMember.objects.exists()


def test_confirmed_table_becomes_last_years_dossier(browse: Client) -> None:
    page = put(browse)
    answer = browse.post(f"{page}confirm", fields_of(browse.get(page)))
    dossier = Dossier.objects.get()
    assert answer["Location"] == f"/meetings/{dossier.key}/plan/"
    assert (dossier.year, dossier.profile, dossier.chair.name) == (2023, "2023", "陈立")
    people = {each.name: (each.duty, each.is_answerable) for each in dossier.attendees.all()}
    assert people == {"陈立": ("党组书记、局长", True), "郭敏": ("党组成员、纪检组长", True)}
    assert set(StaffMember.objects.values_list("name", flat=True)) == {"陈立", "郭敏", "王小梅"}
    assert StaffMember.objects.get(name="王小梅").department.overseer.name == "陈立"
    statements = dossier.batch.files.all()
    assert {each.name for each in statements} == {"陈立.txt", "郭敏对照检查材料.txt"}
    assert {each.status for each in statements} == {"read"}
    rows = [row.cells for row in dossier.batch.ledger_rows.all()]
    assert {(row["problem"], row["leader"]) for row in rows} == {
        ("调研不深入", "陈立"),
        ("会议偏多", "郭敏"),
    }
    purposes = dict(DossierFile.objects.values_list("name", "purpose"))
    assert purposes == {
        "会议记录.txt": "minutes", "通知.txt": "notice", "整改台账.xlsx": "ledger",
        "名册.xlsx": "other", "旧表.xls": "other",
    }  # fmt: skip
    assert not FolderIntake.objects.exists()


def test_what_was_read_wrongly_is_corrected_in_the_table(browse: Client) -> None:
    page = put(browse)
    shown = browse.get(page)
    given = fields_of(shown)
    ledger = next(each for each in shown.context["proposal"].files if each.kind == "ledger")
    given |= {
        "year": "2022",
        "name": "2022年度民主生活会",
        "name-1": "郭 小敏",
        f"file-{ledger.file.key}": "none",
    }
    given.pop("take-2")
    browse.post(f"{page}confirm", given)
    dossier = Dossier.objects.get()
    assert (dossier.year, dossier.batch.ledger_rows.count()) == (2022, 0)
    assert not StaffMember.objects.filter(name="王小梅").exists()
    assert not DossierFile.objects.filter(name="整改台账.xlsx").exists()


def test_who_has_left_stands_in_the_dossier_and_not_on_the_roster(browse: Client) -> None:
    page = put(browse)
    given = fields_of(browse.get(page))
    given.pop("here-1")
    browse.post(f"{page}confirm", given)
    assert Dossier.objects.get().attendees.get(name="郭敏").member is None
    assert not StaffMember.objects.filter(name="郭敏").exists()


def test_person_of_the_roster_keeps_the_duty_of_now(people: People) -> None:
    now = {"name": "陈立", "duty": "县人大副主任", "standing": "other"}
    StaffMember.objects.create(unit=people.zhang.unit, **now)
    browse = logged_in(people.zhang)
    page = put(browse)
    browse.post(f"{page}confirm", fields_of(browse.get(page)))
    member = StaffMember.objects.get(name="陈立")
    assert member.duty == "县人大副主任"
    assert Dossier.objects.get().attendees.get(member=member).duty == "党组书记、局长"


def test_table_without_a_year_stays_with_what_was_typed(browse: Client) -> None:
    page = put(browse)
    given = {**fields_of(browse.get(page)), "year": "去年", "name": "上年度的会"}
    answer = browse.post(f"{page}confirm", given)
    assert answer.status_code == 422
    assert "上年度的会" in answer.content.decode()
    assert not Dossier.objects.exists()


def test_archive_is_taken_for_what_it_holds(browse: Client) -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in ("2023/陈立.txt", "2023/通知.txt"):
            archive.writestr(name, FOLDER[name])
    page = put(browse, {"2023.zip": written.getvalue()})
    assert len(browse.get(page).context["proposal"].files) == 2


@pytest.mark.parametrize("data", [b"", b"\x00" * 2000, b"PK\x03\x04broken", "〇".encode("gb18030")])
@pytest.mark.parametrize("name", ["坏.docx", "坏.xlsx", "坏.pdf", "坏.csv", "坏.txt", "没有后缀"])
def test_broken_file_is_kept_with_the_reason(name: str, data: bytes, browse: Client) -> None:
    page = put(browse, {name: data})
    assert browse.get(page).status_code == 200


def test_dropped_folder_leaves_no_file(browse: Client) -> None:
    page = put(browse)
    contents = list(FolderIntake.objects.get().files.values_list("content", flat=True))
    browse.post(f"{page}drop")
    assert not FolderIntake.objects.exists()
    assert not any(place_of(each).exists() for each in contents)


def test_next_year_begins_from_the_dossier_that_was_made(browse: Client) -> None:
    page = put(browse)
    browse.post(f"{page}confirm", fields_of(browse.get(page)))
    last = Dossier.objects.get()
    browse.post(f"/meetings/{last.key}/plan/next")
    following = last.following.get()
    assert {each.name for each in following.attendees.all()} == {"陈立", "郭敏"}
    assert following.batch.files.count() == 0


def test_who_confirms_twice_has_one_meeting(people: People) -> None:
    browse = logged_in(people.zhang)
    page = put(browse)
    intake = FolderIntake.objects.get()
    proposal = FolderProposal.from_fields(intake, fields_of(browse.get(page)))
    given = {"intake": intake, "proposal": proposal, "by": people.zhang, "put_in": putting_in.take}
    make_dossier(**given)
    intake.pk = page.split("/")[-2]
    with pytest.raises(RefusedAct):
        make_dossier(**given)
    assert Dossier.objects.count() == 1


def test_large_roster_in_a_folder_stays_a_form_that_can_be_sent(browse: Client) -> None:
    rows = [[f"王{chr(0x4E00 + at)}{chr(0x5000 + at)}", "科员", "办公室"] for at in range(600)]
    page = put(browse, {"名册.xlsx": workbook(["姓名", "职务", "科室"], *rows)})
    given = fields_of(browse.get(page))
    assert len(given) < 5_000
    assert browse.post(f"{page}confirm", given).status_code == 302
    assert StaffMember.objects.count() == 300
