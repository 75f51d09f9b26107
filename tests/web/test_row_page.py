"""The page of one row: its whole life, and what each person may do with it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from dossiers import attends, dossier_of, on_roster
from people import People, logged_in
from submitted import submission_of

from duizhao.process import Move, MoveRequest
from duizhao.web.accounts.models import Delegation, Grant, Person
from duizhao.web.desk import actions as desk
from duizhao.web.desk.actions.ledger import RowEdit, add_by_hand, change_rows
from duizhao.web.desk.models import DeskFile, LedgerRow
from duizhao.web.meetings.actions import close_dossier
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.actions import TypedOpinion, enter_opinions
from duizhao.web.person_role import PersonRole
from duizhao.web.rectification import actions
from duizhao.web.rectification.models import RowMove, RowSource
from duizhao.web.rectification.refusals import RefusedMove
from duizhao.web.stored_files import load, place_of

CELLS = {
    "problem": "会议偏多",
    "owner": "张三",
    "acceptor": "李四",
    "status": "整改中",
    "due": "2031-06-30",
}


@pytest.fixture
def row(people: People) -> LedgerRow:
    """A row of 张三 in the ledger of a meeting; 李四 accepts it."""
    dossier = dossier_of(people.zhang)
    attends(dossier, people.li)
    change = add_by_hand(batch=dossier.batch, by=people.zhang, cells=CELLS)
    actions.match_people(batch=dossier.batch)
    return LedgerRow.objects.get(pk=change.rows[0][0])


def as_role(person, role: PersonRole) -> Client:
    """Somebody at his browser, with this role alone."""
    Grant.objects.filter(person=person).delete()
    Grant.objects.create(person=person, role=role, unit=person.unit)
    return logged_in(person)


def now(row: LedgerRow) -> LedgerRow:
    return LedgerRow.objects.get(pk=row.pk)


def see(client: Client, row: LedgerRow) -> str:
    return client.get(reverse("rectification:row", kwargs={"tracked": row.key})).content.decode()


def act(client: Client, row: LedgerRow, name: str, version: int | None = None, **posted):
    address = reverse(f"rectification:{name}", kwargs={"tracked": row.key})
    return client.post(address, {"version": version or now(row).version, **posted})


def moved(
    client: Client, row: LedgerRow, name: str, move: str, version: int | None = None, **given
):
    fields = {f"{move}-{key}": value for key, value in given.items()}
    return act(client, row, name, version, move=move, **fields)


def test_row_shows_who_has_it_and_what_can_be_done(browse, row) -> None:
    page = see(browse, row)
    assert "<h1>会议偏多</h1>" in page
    assert "2031年6月30日" in page
    assert "列入台账" in page
    assert "提请验收" in page
    assert 'name="move" value="close"' not in page


def test_row_of_a_statement_shows_its_sentence_in_context(browse, people) -> None:
    submission = submission_of(people.zhang)
    batch = submission.file.batch
    browse.post(reverse("desk:take_rows", kwargs={"batch": batch.key}))
    row = batch.ledger_rows.first()
    assert row is not None
    page = see(browse, row)
    assert f"<mark>{row.cells['sentence']}" in page
    assert f"/files/{submission.file_id}/#d1-{row.cells['paragraph']}" in page
    assert page.count('class="around"') == 2


def test_row_goes_to_its_end_by_owner_and_acceptor(people, row) -> None:
    zhang, li = as_role(people.zhang, PersonRole.MEMBER), as_role(people.li, PersonRole.MEMBER)
    upload = SimpleUploadedFile("会议登记.docx", b"PK")
    answer = act(zhang, row, "report", happened_on="2026-05-01", text="四月开了一次会", file=upload)
    assert answer.status_code == 302
    assert moved(zhang, row, "advance", "submit").status_code == 302
    assert moved(zhang, row, "accept", "close").status_code == 404
    assert moved(li, row, "accept", "close").status_code == 302
    assert now(row).state == "已销号"
    page = see(zhang, row)
    assert "销号：待验收 → 已销号" in page
    assert "四月开了一次会" in page
    file = row.row_files.get()
    kept = zhang.get(reverse("rectification:file", kwargs={"evidence": file.key}))
    assert b"".join(kept.streaming_content) == load(file.content)
    again = as_role(people.zhang, PersonRole.CLERK)
    assert moved(again, row, "move", "reopen").status_code == 422
    assert "重新打开要写明理由" in moved(again, row, "move", "reopen").content.decode()
    assert moved(again, row, "move", "reopen", reason="五月又开了六次").status_code == 302
    assert "五月又开了六次" in see(again, row)


def test_clerk_does_not_accept_an_own_row(browse, row) -> None:
    moved(browse, row, "advance", "submit")
    act(browse, row, "report", happened_on="2026-05-01", file=SimpleUploadedFile("照片.jpg", b"j"))
    answer = moved(browse, row, "accept", "close")
    assert answer.status_code == 422
    assert "责任人就是你，要请别人验收" in answer.content.decode()
    assert now(row).state == "待验收"


def test_reviewer_above_accepts(people, row) -> None:
    moved(logged_in(people.zhang), row, "advance", "submit")
    above = as_role(people.above, PersonRole.REVIEWER)
    answer = moved(above, row, "accept", "return", reason="五月没有减")
    assert answer.status_code == 302
    assert now(row).state == "退回重改"
    assert act(above, row, "report", happened_on="2026-05-01", text="甲").status_code == 404


def test_second_of_two_sees_both(people, browse, row) -> None:
    seen = now(row).version
    li = logged_in(people.li)
    act(li, row, "report", happened_on="2026-05-01", text="李四写的")
    answer = moved(browse, row, "move", "hand_over", seen, receiver="县粮食局", reason="职能划转")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "李四刚才改过这一行" in page
    assert "<ins>2026年5月1日：李四写的</ins>" in page
    assert 'value="县粮食局"' in page
    assert "职能划转</textarea>" in page
    assert not RowMove.objects.exists()


def test_second_of_two_at_one_entry_sees_both(people, browse, row) -> None:
    act(browse, row, "report", happened_on="2026-05-01", text="开了一次会")
    address = reverse("rectification:mend", kwargs={"progress": row.entries.get().key})
    told = {"version": 1, "happened_on": "2026-05-01"}
    assert logged_in(people.li).post(address, {**told, "text": "开了两次会"}).status_code == 302
    answer = browse.post(address, {**told, "text": "开了三次会"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "开了两次会" in page
    assert "开了三次会</textarea>" in page


def test_owner_asks_for_a_later_day_and_somebody_else_agrees(people, row) -> None:
    zhang, li = as_role(people.zhang, PersonRole.MEMBER), as_role(people.li, PersonRole.CLERK)
    assert moved(zhang, row, "move", "postpone").status_code == 404
    assert act(zhang, row, "ask", due="2031-08-31", reason="等设备").status_code == 302
    assert "张三申请延期到2031年8月31日" in see(li, row)
    address = reverse("rectification:answer", kwargs={"asked": row.asked_postponements.get().key})
    assert zhang.post(address, {"agree": "1"}).status_code == 404
    assert li.post(address, {"agree": "1", "version": now(row).version}).status_code == 302
    assert now(row).day == date(2031, 8, 31)
    assert "谁同意：李四" in see(zhang, row)


def test_clerk_is_told_of_rows_that_wait(people, browse, row) -> None:
    asked = {"row": row, "by": people.zhang, "due": date(2031, 8, 31), "reason": "等设备"}
    actions.ask_postponement(**asked)
    moved(browse, row, "advance", "submit")
    page = browse.get(reverse("overview:todo")).content.decode()
    assert "台账 1 条等验收" in page
    assert "台账 1 条申请延期，等答复" in page
    assert f"/rectification/rows/{row.key}/" in page


def test_people_and_deadline_are_chosen_from_the_roster(people, browse, row) -> None:
    li = on_roster(people.li)
    posted = {"who-owner": [li.pk], "who-leader": [], "who-helper": [], "who-acceptor": ""}
    answer = act(browse, row, "people", **posted, **{"who-due": "2031-06-30"})
    assert answer.status_code == 302
    assert (now(row).cells["owner"], now(row).cells["acceptor"]) == ("李四", "")
    late = act(browse, row, "people", **posted, **{"who-due": "2031-12-31"})
    assert late.status_code == 422
    assert "请用“延期”办理" in late.content.decode()


def test_state_that_was_typed_is_shown_with_who(people, browse, row) -> None:
    cells = {**row.cells, "status": "待验收"}
    edits = [RowEdit(row, row.version, cells=cells)]
    change_rows(batch=row.batch, by=people.li, done="已收回“台账.xlsx”：改 1 行", edits=edits)
    page = see(browse, row)
    assert "已收回“台账.xlsx”" in page
    assert "状态：<del>整改中</del> → <ins>待验收</ins>" in page


def test_new_owner_of_a_changed_cell_gets_the_row_and_the_old_one_loses_it(people, row) -> None:
    zhang, li = as_role(people.zhang, PersonRole.MEMBER), as_role(people.li, PersonRole.AUTHOR)
    edits = [RowEdit(row, row.version, cells={**row.cells, "owner": "李四", "acceptor": ""})]
    change_rows(batch=row.batch, by=people.li, done="改", edits=edits)
    assert act(zhang, row, "report", happened_on="2026-05-01", text="甲").status_code == 404
    assert act(li, row, "report", happened_on="2026-05-01", text="甲").status_code == 302


def test_problem_of_an_inspection_comes_with_its_sentence(browse, row) -> None:
    dossier = Dossier.objects.get()
    address = reverse("rectification:add", kwargs={"dossier": dossier.key})
    told = {"origin": "inspection", "place": "巡察反馈意见第二部分", "problem": "会风不实"}
    assert browse.post(address, told).status_code == 422
    browse.post(address, {**told, "sentence": "基层反映会议多、会风不实。", "owner": "张三"})
    made = LedgerRow.objects.exclude(pk=row.pk).get()
    assert (made.cells["origin"], made.cells["status"]) == ("巡视巡察", "未启动")
    page = see(browse, made)
    assert "基层反映会议多、会风不实。" in page
    assert "巡察反馈意见第二部分" in page
    source = RowSource.objects.get()
    browse.post(reverse("rectification:drop_source", kwargs={"source": source.key}))
    assert not RowSource.objects.exists()
    act(browse, made, "add_source", origin="audit", sentence="会议费超支", place="审计报告")
    assert "会议费超支" in see(browse, made)


def test_opinion_becomes_a_row_and_its_reply_is_seen_there(people, browse, row) -> None:
    dossier = Dossier.objects.get()
    typed = [TypedOpinion("会开得太多", None), TypedOpinion("他话太多", dossier.attendees.first())]
    enter_opinions(dossier=dossier, by=people.zhang, origin="form", scope="机关", typed=typed)
    team, personal = (dossier.opinions.get(about_name=name) for name in ("", "张三"))
    dossier.opinions.filter(pk=team.pk).update(reply="已压减会议")
    address = reverse("rectification:add", kwargs={"dossier": dossier.key})
    form = browse.get(f"{address}?opinion={team.key}").content.decode()
    assert "会开得太多" in form
    browse.post(f"{address}?opinion={team.key}", {"problem": "会议偏多"})
    made = team.row_sources.get().row
    page = see(browse, made)
    assert "会开得太多" in page
    assert "已压减会议" in page
    assert "他话太多" not in browse.get(f"{address}?opinion={personal.key}").content.decode()
    browse.post(f"{address}?opinion={personal.key}", {"problem": "发言不简练"})
    hidden = personal.row_sources.get().row
    assert "他话太多" not in see(browse, hidden)


def test_rows_of_last_year_are_carried_over(people, browse, row) -> None:
    old = Dossier.objects.get()
    new = dossier_of(people.zhang)
    Dossier.objects.filter(pk=new.pk).update(previous=old)
    address = reverse("rectification:carry", kwargs={"dossier": new.key})
    assert "会议偏多" in browse.get(address).content.decode()
    browse.post(address, {"row": [row.key]})
    made = LedgerRow.objects.get(batch=new.batch)
    assert made.cells["recurrence"] == row.id_in_ledger
    page = see(browse, made)
    assert f"/rectification/rows/{row.key}/" in page
    assert "没有要转入的" in browse.get(address).content.decode()
    words, name = row.cells["problem"], row.id_in_ledger
    old.batch.delete()
    source = made.sources.get()
    assert (source.sentence, source.place) == (words, f"上年台账 {name}")
    assert f"上年台账 {name}" in see(browse, made)


def test_row_of_a_closed_dossier_is_only_read(people, browse, row) -> None:
    close_dossier(dossier=Dossier.objects.get(), by=people.zhang)
    page = see(browse, row)
    assert 'id="doing"' not in page
    answer = moved(browse, row, "advance", "submit")
    assert answer.status_code == 409
    assert "已经归档" in answer.content.decode()
    add = reverse("rectification:add", kwargs={"dossier": Dossier.objects.get().key})
    told = {"origin": "audit", "sentence": "甲", "problem": "乙"}
    assert browse.post(add, told).status_code == 409


def test_row_of_ones_own_batch_has_a_life_too(people, browse) -> None:
    batch = desk.begin_batch(owner=people.zhang, name="一批")
    change = add_by_hand(batch=batch, by=people.zhang, cells={**CELLS, "owner": "王某"})
    row = LedgerRow.objects.get(pk=change.rows[0][0])
    assert "会议偏多" in see(browse, row)
    assert moved(browse, row, "advance", "submit").status_code == 302
    address = reverse("rectification:row", kwargs={"tracked": row.key})
    assert logged_in(people.li).get(address).status_code == 404
    moved(browse, row, "accept", "return", reason="没有佐证")
    act(browse, row, "report", happened_on="2026-05-01", file=SimpleUploadedFile("甲.jpg", b"j"))
    kept = row.row_files.get().content
    assert place_of(kept).exists()
    browse.post(reverse("desk:clear", kwargs={"batch": batch.key}))
    assert not place_of(kept).exists()


def test_page_of_a_long_life_asks_little(
    people, browse, row, django_assert_max_num_queries
) -> None:
    for number in range(40):
        actions.report_progress(
            row=row,
            by=people.zhang,
            happened_on=date(2026, 5, 1),
            text=f"第{number}次",
            files=[(f"{number}.jpg", b"j")] if number % 4 == 0 else (),
        )
    edits = [RowEdit(now(row), now(row).version, cells={**now(row).cells, "owner": "张三、某人"})]
    change_rows(batch=row.batch, by=people.li, done="改", edits=edits)
    see(browse, row)
    with django_assert_max_num_queries(30):
        page = see(browse, row)
    assert len(page.encode()) < 150_000


def test_file_of_a_statement_that_was_removed_leaves_the_sentence(browse, people) -> None:
    submission = submission_of(people.zhang)
    batch = submission.file.batch
    browse.post(reverse("desk:take_rows", kwargs={"batch": batch.key}))
    row = batch.ledger_rows.first()
    DeskFile.objects.filter(pk=submission.file_id).update(removed_at="2026-05-01T00:00Z")
    assert row.cells["sentence"] in see(browse, row)


def test_owner_is_told_of_what_others_did_with_the_row(people, browse, row) -> None:
    moved(logged_in(people.li), row, "advance", "submit")
    moved(logged_in(people.li), row, "accept", "return", reason="五月没有减")
    page = browse.get(reverse("overview:todo")).content.decode()
    assert "验收退回" in page
    assert f"/rectification/rows/{row.key}/" in page


def test_who_acts_for_the_owner_does_not_accept(people, row) -> None:
    moved(logged_in(people.zhang), row, "advance", "submit")
    upload = SimpleUploadedFile("照片.jpg", b"j")
    act(logged_in(people.zhang), row, "report", happened_on="2026-05-01", file=upload)
    li = Person.objects.get(pk=people.li.pk)
    li.delegation = Delegation(giver=people.zhang, taker=li, role=PersonRole.CLERK)
    given = {"version": now(row).version, "by": li, "acceptor": "李四"}
    with pytest.raises(RefusedMove, match="责任人就是你"):
        actions.move_row(row=now(row), request=MoveRequest(Move.CLOSE, date(2026, 5, 2)), **given)
