"""A closed meeting with something of everything that can belong to one."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date

from dossiers import dossier_of, on_roster
from submitted import TEXT, commented, returned, submission_of

from duizhao.web.accounts.models import Person
from duizhao.web.announcements.actions import begin_announcement
from duizhao.web.archive.actions import begin_archive, finish_archive
from duizhao.web.archive.models import DossierArchive
from duizhao.web.archive.package import ROWS, as_json
from duizhao.web.desk import actions as desk
from duizhao.web.desk import ledger_work, putting_in
from duizhao.web.desk.actions.ledger import RowEdit, add_by_hand, change_rows, give_out, take_in
from duizhao.web.desk.models import LedgerIntake, LedgerRow
from duizhao.web.meetings.actions import add_study, attach, close_dossier
from duizhao.web.meetings.models import AppraisalResult, Attendance, Dossier
from duizhao.web.minutes.actions import add_entry, change_minutes, rectify
from duizhao.web.opinions.actions import TypedOpinion, enter_opinions
from duizhao.web.opinions.models import OpinionRound, RoundState
from duizhao.web.rectification.models import (
    AskedPostponement,
    ProgressEntry,
    Rectification,
    RowFile,
    RowMove,
    RowPerson,
    RowSource,
)
from duizhao.web.roster.models import Department, StaffMember
from duizhao.web.stored_files import store
from duizhao.web.submissions import actions as submissions
from duizhao.web.talks.actions import add_talk, agree, write_record

SAID = "樟木箱里那本旧账册三年没有核对"
"""Words of the statement that stand nowhere else."""
TALKED = "他说老家的房子漏了没人修"
"""Words of a talk that stand nowhere else."""


def whole_dossier(owner: Person, *, is_closed: bool = True) -> Dossier:
    """A meeting that `owner` keeps, attends and has talked before."""
    dossier = dossier_of(owner)
    other = _people(dossier, owner)
    _statement(dossier, owner)
    _opinions(dossier, owner)
    _talk(dossier, owner, other)
    _meeting(dossier, owner)
    row = dossier.batch.ledger_rows.last()
    edit = RowEdit(row, row.version, cells={**row.cells, "progress": "开了两次会"})
    change_rows(batch=dossier.batch, by=owner, done="改了一行", edits=[edit])
    take_in(batch=dossier.batch, name="填回的台账.xlsx", data=b"PK")
    _rectification(row, other)
    change = dossier.batch.ledger_changes.first()
    LedgerIntake.objects.create(change=change, digest="0" * 64, lines={row.id_in_ledger: {}})
    give_out(batch=dossier.batch, rows=list(dossier.batch.ledger_rows.all()))
    keys = [each.pk for each in dossier.batch.ledger_rows.all()]
    announced = begin_announcement(dossier=dossier, by=owner, keys=keys)
    announced.survey = dossier.rounds.get()
    announced.published_on = announced.starts_on
    announced.save()
    if is_closed:
        close_dossier(dossier=dossier, by=owner)
    dossier.refresh_from_db()
    return dossier


def _people(dossier: Dossier, owner: Person) -> StaffMember:
    head = on_roster(owner)
    office = Department.objects.create(unit=owner.unit, name="河道科", overseer=head)
    other = StaffMember.objects.create(
        unit=owner.unit, name="周立春", duty="科长", standing="member", department=office
    )
    dossier.attendees.create(member=other, name=other.name, duty=other.duty, standing="member")
    Dossier.objects.filter(pk=dossier.pk).update(
        chair=head, theme="锤炼党性", place="三楼", steps_done={"study": "2026-12-01"}
    )
    dossier.refresh_from_db()
    return other


def _statement(dossier: Dossier, owner: Person) -> None:
    submission = submission_of(owner, dossier)
    comment = commented(submission, owner)
    submissions.answer_comment(comment=comment, text="两次都是护堤员家", by=owner)
    submission.refresh_from_db()
    returned(submission, owner)
    changed = TEXT.replace("护堤员反映的", f"{SAID}，护堤员反映的")
    putting_in.take_version(
        file=submission.file, after=1, name="改稿.txt", data=changed.encode(), by=owner
    )
    submission.refresh_from_db()
    desk.put_aside(
        file=submission.file, keys=[("DZ301", "0" * 64)], reason="就是这样写的", by=owner
    )
    putting_in.take(batch=dossier.batch, name="没有对到人.txt", data="通知\n".encode())
    removed = putting_in.take(batch=dossier.batch, name="移走的.txt", data=TEXT.encode())
    desk.remove_files(files=type(removed).objects.filter(pk=removed.pk))
    ledger_work.take(batch=dossier.batch, by=owner)
    add_by_hand(batch=dossier.batch, by=owner, cells={"problem": "会议偏多"})


def _opinions(dossier: Dossier, owner: Person) -> None:
    about = dossier.attendees.get(member__account=owner)
    typed = [TypedOpinion("会议偏多"), TypedOpinion("性子急", about)]
    enter_opinions(dossier=dossier, by=owner, origin="form", scope="机关", typed=typed)
    OpinionRound.objects.create(
        dossier=dossier,
        name="会前",
        state=RoundState.CLOSED,
        scopes=[{"name": "机关", "codes": 9, "answers": 6}],
        opened_on=date(2026, 11, 20),
        closed_on=date(2026, 12, 1),
    )
    row = dossier.batch.ledger_rows.first()
    submissions.answer_point(
        submission=dossier.submissions.get(),
        source="row",
        point=row.pk,
        number=1,
        span=(0, 3),
        quote=TEXT[:3],
        note="",
        by=owner,
    )


def _talk(dossier: Dossier, owner: Person, other: StaffMember) -> None:
    talk = add_talk(
        dossier=dossier, by=owner, one=on_roster(owner), other=other, held_on=date(2026, 12, 2)
    )
    write_record(
        talk=talk, version=0, by=owner, content=TALKED, problems="", measures="", remark=""
    )
    agree(talk=talk, by=owner, cells={"problem": "巡查次数不够"})


def _meeting(dossier: Dossier, owner: Person) -> None:
    speaker = dossier.attendees.get(member__account=owner)
    about = dossier.attendees.exclude(pk=speaker.pk).first()
    given = {"dossier": dossier, "by": owner}
    add_entry(**given, written_key="a", text="蹲点太少", kind="own", speaker=speaker)
    entry = add_entry(
        **given, written_key="b", text="报表催得急", kind="criticism", speaker=speaker, about=about
    )
    rectify(entry=entry, by=owner, cells={"problem": "报表多"})
    change_minutes(dossier=dossier, version=0, by=owner, began="9时", summary="开得实")
    material = attach(**given, purpose="study", name="学习材料.txt", data="党章".encode())
    attach(**given, purpose="notice", name="县委/通知.txt", data="关于召开的通知".encode())
    study = add_study(
        **given, held_on=date(2026, 12, 1), place="三楼", theme="党章", present=[speaker]
    )
    study.material.add(material)
    dossier.attendees.update(attendance=Attendance.PRESENT)
    AppraisalResult.objects.create(attendee=about, excellent=3, qualified=2, grade="excellent")


def archive_of(owner: Person) -> DossierArchive:
    """An archive that `owner` has made, of which nobody looks inside."""
    dossier = dossier_of(owner)
    close_dossier(dossier=dossier, by=owner)
    dossier.refresh_from_db()
    made = begin_archive(dossier=dossier, by=owner, has_records=True, also=lambda _: None)
    finish_archive(archive=made, name="档案.zip", data=b"PK", remarks=["谈话记录 1 份"])
    made.refresh_from_db()
    return made


def _rectification(row: LedgerRow, member: StaffMember) -> None:
    """What was done about a row, as its page keeps it."""
    data = "两次会的签到表".encode()
    day, by = date(2027, 3, 1), {"by_name": "周立春"}
    Rectification.objects.create(row=row)
    RowPerson.objects.create(row=row, member=member, part="owner")
    entry = ProgressEntry.objects.create(row=row, happened_on=day, text="压了两次会", **by)
    RowFile.objects.create(
        row=row,
        entry=entry,
        name="签到表.txt",
        content=store(data),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        **by,
    )
    move = RowMove.objects.create(
        row=row, move="start", on=day, state_after="整改中", version=2, **by
    )
    AskedPostponement.objects.create(row=row, due=day, reason="等上级批复", move=move, **by)
    RowSource.objects.create(row=row, origin="talk", sentence="会太多", **by)


def _empty_archive() -> bytes:
    """An archive of a meeting without anything, as far as the page that shows it asks."""
    rows = {"meetings.Dossier": [{"year": 2026}]}
    about = {"name": "", "unit": "", "accounts": [], "remarks": [], "stored": {}, "rows": rows}
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        package.writestr(ROWS, as_json(about))
    return kept.getvalue()


EMPTY_ARCHIVE = _empty_archive()
