"""The life of a row: who has it, what is done about it, what forbids that."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import F
from django.utils import timezone
from dossiers import dossier_of, on_roster
from people import People

from duizhao.process import Move, MoveRequest
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.actions.ledger import RowEdit, RowOvertaken, add_by_hand, change_rows
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.actions import close_dossier
from duizhao.web.rectification import actions
from duizhao.web.rectification.models import AskedPostponement, Rectification, RowFile, RowMove
from duizhao.web.rectification.refusals import ProgressOvertaken, RefusedMove
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.stored_files import load

TODAY = timezone.localdate()
CELLS = {
    "problem": "会议偏多",
    "measures": "每月开会不超过两次",
    "owner": "1. 张三（牵头）\n2. 某乙",
    "acceptor": "李四",
    "status": "整改中",
    "due": "2031-06-30",
}


@pytest.fixture
def row(people: People) -> LedgerRow:
    """张三's row in the ledger of a meeting; 李四 accepts it."""
    on_roster(people.li)
    batch = dossier_of(people.zhang).batch
    change = add_by_hand(batch=batch, by=people.zhang, cells=CELLS)
    actions.match_people(batch=batch)
    return LedgerRow.objects.get(pk=change.rows[0][0])


def now(row: LedgerRow) -> LedgerRow:
    return LedgerRow.objects.get(pk=row.pk)


def move(row: LedgerRow, by, move: Move, *, acceptor: str = "", **asked) -> RowMove:
    here = now(row)
    request = MoveRequest(move, TODAY, **asked)
    return actions.move_row(
        row=here, version=here.version, by=by, request=request, acceptor=acceptor
    )


def evidence(row: LedgerRow, by, name: str) -> RowFile:
    told = {"happened_on": TODAY, "text": "", "files": [(name, b"jpg")]}
    return actions.report_progress(row=row, by=by, **told).files.get()


def parts(row: LedgerRow) -> list[tuple[str, str]]:
    return [(each.part, each.member.name) for each in row.people.select_related("member")]


def test_names_in_cells_are_people_of_the_roster(row, people) -> None:
    assert parts(row) == [("acceptor", "李四"), ("owner", "张三")]
    assert Rectification.objects.get().unknown == ["牵头", "某乙"]
    StaffMember.objects.create(unit=people.zhang.unit, name="某乙", standing="member")
    actions.match_people(batch=row.batch)
    assert parts(row)[1:] == [("owner", "张三"), ("owner", "某乙")]


def test_name_of_two_people_is_nobody_until_one_is_chosen(row, people) -> None:
    twin = StaffMember.objects.create(unit=people.zhang.unit, name="张三", standing="member")
    change_rows(
        batch=row.batch,
        by=people.li,
        done="改",
        edits=[RowEdit(row, row.version, cells={**row.cells, "owner": "张三"})],
    )
    assert Rectification.objects.exclude(matched_version=F("row__version")).exists()
    actions.match_people(batch=row.batch)
    assert parts(row) == [("acceptor", "李四")]
    actions.choose_people(
        row=now(row), version=now(row).version, by=people.li, people={"owner": [twin]}
    )
    assert [each.member for each in row.people.filter(part="owner")] == [twin]
    actions.match_people(batch=row.batch)
    assert row.people.filter(part="owner").count() == 1


def test_owner_is_not_chosen_to_accept(row, people) -> None:
    zhang = on_roster(people.zhang)
    with pytest.raises(RefusedAct, match="就是责任人"):
        actions.choose_people(
            row=row,
            version=row.version,
            by=people.li,
            people={"owner": [zhang], "acceptor": [zhang]},
        )


def test_row_goes_from_its_start_to_its_end_and_is_opened_again(row, people) -> None:
    change_rows(
        batch=row.batch,
        by=people.li,
        done="改",
        edits=[RowEdit(row, row.version, cells={**row.cells, "status": "未启动"})],
    )
    move(row, people.zhang, Move.START)
    actions.report_progress(
        row=row,
        by=people.zhang,
        happened_on=TODAY,
        text="四月只开了一次会",
        files=[("会议登记.docx", b"PK")],
    )
    move(row, people.zhang, Move.SUBMIT)
    made = move(row, people.li, Move.CLOSE)
    closed = now(row)
    assert (closed.state, closed.cells["closed"]) == ("已销号", TODAY.isoformat())
    assert (made.by_name, made.acceptor) == ("李四", "李四")
    move(row, people.li, Move.REOPEN, reason="五月又开了六次")
    assert (now(row).state, now(row).cells["closed"]) == ("整改中", "")
    told = [(each.move, each.state_before, each.state_after) for each in row.moves.all()]
    assert told == [
        ("start", "未启动", "整改中"),
        ("submit", "整改中", "待验收"),
        ("close", "待验收", "已销号"),
        ("reopen", "已销号", "整改中"),
    ]
    acts = AuditEntry.objects.filter(act__startswith="rectification").values_list("act", flat=True)
    assert "rectification.close" in acts


def test_row_is_not_closed_without_evidence_or_by_its_owner(row, people) -> None:
    move(row, people.zhang, Move.SUBMIT)
    with pytest.raises(RefusedMove, match="还没有佐证材料"):
        move(row, people.li, Move.CLOSE)
    evidence(row, people.zhang, "照片.jpg")
    with pytest.raises(RefusedMove, match="责任人就是你"):
        move(row, people.zhang, Move.CLOSE)
    with pytest.raises(RefusedMove, match="“某乙”就是责任人"):
        move(row, people.li, Move.CLOSE, acceptor="某乙")
    assert now(row).state == "待验收"
    assert not RowMove.objects.filter(move="close").exists()


def test_second_of_two_is_told(row, people) -> None:
    stale = now(row)
    evidence(row, people.li, "照片.jpg")
    with pytest.raises(RowOvertaken):
        actions.move_row(
            row=now(row),
            version=stale.version,
            by=people.zhang,
            request=MoveRequest(Move.SUBMIT, TODAY),
        )


def test_entries_of_two_people_stand_beside_each_other(row, people) -> None:
    stale = now(row)
    actions.report_progress(row=stale, by=people.zhang, happened_on=TODAY, text="甲")
    actions.report_progress(row=stale, by=people.li, happened_on=TODAY, text="乙")
    lines = now(row).cells["progress"].split("\n")
    assert [line.partition("：")[2] for line in lines] == ["乙", "甲"]


def test_entry_is_mended_with_its_line(row, people) -> None:
    entry = actions.report_progress(row=row, by=people.zhang, happened_on=TODAY, text="开了一次会")
    told = {"by": people.zhang, "happened_on": TODAY}
    actions.mend_progress(entry=entry, version=1, text="开了两次会", **told)
    assert now(row).cells["progress"].endswith("：开了两次会")
    with pytest.raises(ProgressOvertaken):
        actions.mend_progress(entry=entry, version=1, text="开了三次会", **told)


def test_postponement_is_asked_for_and_agreed_to_by_somebody_else(row, people) -> None:
    late = date(2031, 8, 31)
    with pytest.raises(RefusedMove, match="要晚于原来的2031年6月30日"):
        actions.ask_postponement(row=row, by=people.zhang, due=date(2031, 5, 1), reason="等设备")
    asked = actions.ask_postponement(row=row, by=people.zhang, due=late, reason="等设备")
    with pytest.raises(RefusedAct, match="已经申请过"):
        actions.ask_postponement(row=row, by=people.zhang, due=late, reason="等设备")
    given = {"asked": asked, "version": now(row).version, "agrees": True, "words": ""}
    with pytest.raises(RefusedAct, match="要请别人同意"):
        actions.answer_postponement(by=people.zhang, **given)
    with pytest.raises(RefusedMove, match="不能同意自己延期"):
        actions.answer_postponement(by=people.li, name="张三", **given)
    actions.answer_postponement(by=people.li, **given)
    assert (now(row).state, now(row).cells["postponed"]) == ("延期", "2031-08-31")
    answered = AskedPostponement.objects.get()
    assert (answered.answer, answered.answered_by, answered.move.consent) == (
        "agreed",
        "李四",
        "李四",
    )
    assert answered.move.due_before == date(2031, 6, 30)


def test_declined_postponement_changes_no_row(row, people) -> None:
    late = date(2031, 8, 31)
    asked = actions.ask_postponement(row=row, by=people.zhang, due=late, reason="等设备")
    actions.answer_postponement(
        asked=asked, version=now(row).version, by=people.li, agrees=False, words="先借"
    )
    assert now(row).state == "整改中"
    assert AskedPostponement.objects.get().answer == "declined"


def test_standing_measure_is_reviewed_on_its_days(row, people) -> None:
    with pytest.raises(RefusedAct, match="长期坚持的行才"):
        actions.report_progress(
            row=row, by=people.li, happened_on=TODAY, text="看过", next_review=date(2031, 9, 30)
        )
    move(row, people.li, Move.KEEP_UP, due=date(2031, 7, 31))
    actions.report_progress(
        row=row, by=people.li, happened_on=TODAY, text="在坚持", next_review=date(2031, 9, 30)
    )
    assert now(row).day == date(2031, 9, 30)
    assert row.entries.get().kind == "review"


def test_evidence_is_kept_as_it_came_and_taken_back(row, people) -> None:
    file = evidence(row, people.zhang, "甲\\照片.JPG")
    assert (file.name, load(file.content), now(row).cells["evidence"]) == (
        "照片.JPG",
        b"jpg",
        "照片.JPG",
    )
    with pytest.raises(RefusedAct, match="不收"):
        evidence(row, people.zhang, "病毒.exe")
    actions.drop_file(file=file, by=people.zhang)
    assert now(row).cells["evidence"] == ""
    assert RowFile.objects.get().dropped_at


def test_row_of_a_closed_dossier_stays(row, people) -> None:
    entry = actions.report_progress(row=row, by=people.zhang, happened_on=TODAY, text="甲")
    file = evidence(row, people.zhang, "照片.jpg")
    later = date(2031, 8, 31)
    asked = actions.ask_postponement(row=row, by=people.zhang, due=later, reason="等")
    close_dossier(dossier=row.batch.dossier, by=people.zhang)
    here = LedgerRow.objects.select_related("batch__dossier").get(pk=row.pk)
    version, by = here.version, people.li
    submit = MoveRequest(Move.SUBMIT, TODAY)
    for act in (
        lambda: actions.move_row(row=here, version=version, by=by, request=submit),
        lambda: actions.report_progress(row=here, by=by, happened_on=TODAY, text="乙"),
        lambda: actions.ask_postponement(row=here, by=by, due=later, reason="等"),
        lambda: actions.choose_people(row=here, version=version, by=by, people={}),
        lambda: actions.mend_progress(
            entry=_fresh(entry), version=1, by=by, happened_on=TODAY, text="丙"
        ),
        lambda: actions.drop_file(file=_fresh(file), by=by),
        lambda: actions.answer_postponement(
            asked=_fresh(asked), version=version, by=by, agrees=True, words=""
        ),
    ):
        with pytest.raises(RefusedAct, match="已经归档"):
            act()


def _fresh(thing):
    return type(thing).objects.get(pk=thing.pk)
