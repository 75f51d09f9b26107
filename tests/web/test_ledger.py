"""The ledger of a batch, as the person uses it who has to keep it."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from test_batch import put_in

from duizhao.web.desk import actions
from duizhao.web.desk.models import Batch, DeskFile, LedgerChange, LedgerReturn, LedgerRow
from duizhao.web.stored_files import place_of

STATEMENT = """\
县林业局局长2031年度民主生活会个人对照检查材料
根据会议安排，本人对照检查如下。
一、存在的问题
（一）联系群众不够。去年全年只到林场走访两次，护林员反映的住房漏雨问题三个月没有答复。
（二）文山会海没有压下来。上半年局机关开会四十七次，比前年还多五次。
二、原因剖析
（一）联系群众不够，是把主要精力放在迎检上，宗旨意识淡了。
（二）文山会海没有压下来，是自己带头图省事，习惯以会议落实会议。
三、整改措施
（一）针对联系群众不够，每季度到林场住一晚，当面答复护林员的事，由办公室负责，2032年6月底前完成。
（二）针对文山会海没有压下来，全年会议压到三十次以内，由李建国负责，2032年12月底前完成。
"""


@pytest.fixture
def batch(browse) -> Batch:
    put_in(browse, "林业局局长.txt", STATEMENT.encode())
    found = Batch.objects.get()
    take(browse, found)
    return found


def take(browse, batch: Batch) -> None:
    browse.post(reverse("desk:take_rows", kwargs={"batch": batch.key}))


def rows() -> list[LedgerRow]:
    return list(LedgerRow.objects.filter(is_removed=False))


def ledger_page(browse, batch: Batch, **asked: str) -> str:
    return browse.get(reverse("desk:ledger", kwargs={"batch": batch.key}), asked).content.decode()


def edit(browse, row: LedgerRow, version: int | None = None, **cells: str):
    address = reverse("desk:edit_row", kwargs={"row": row.key})
    posted = {"version": row.version if version is None else version, **cells}
    return browse.post(address, posted, headers={"HX-Request": "true"})


def workbook(browse, batch: Batch) -> openpyxl.Workbook:
    answer = browse.post(reverse("desk:ledger_out", kwargs={"batch": batch.key}))
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def column(book: openpyxl.Workbook, head: str) -> int:
    return next(cell.column for cell in book["整改台账"][1] if cell.value == head)


def send_back(browse, batch: Batch, book: openpyxl.Workbook, **others: str):
    file = io.BytesIO()
    book.save(file)
    upload = SimpleUploadedFile("台账-改.xlsx", file.getvalue())
    answer = browse.post(
        reverse("desk:ledger_in", kwargs={"batch": batch.key}), {"workbook": upload}, follow=True
    )
    return answer.content.decode()


def apply(browse, page: str, **chosen: str):
    digest = page.partition('name="digest" value="')[2].partition('"')[0]
    key = LedgerReturn.objects.latest("made_at").key
    address = reverse("desk:apply_return", kwargs={"returned": key})
    return browse.post(address, {"digest": digest, **chosen}, follow=True)


def test_rows_are_taken_with_who_and_when(browse, batch) -> None:
    page = ledger_page(browse, batch)
    assert "联系群众不够" in page
    assert "2032年12月31日" in page
    assert "李建国" in page
    file = DeskFile.objects.get()
    assert f"/files/{file.key}/#d1-4" in page
    assert [row.cells["status"] for row in rows()] == ["未启动", "未启动"]


def test_row_is_changed_in_its_form(browse, batch) -> None:
    row = rows()[1]
    form = browse.get(
        reverse("desk:edit_row", kwargs={"row": row.key}), headers={"HX-Request": "true"}
    ).content.decode()
    assert 'value="李建国"' in form
    swapped = edit(browse, row, status="整改中", progress="已压减九次\r\n还在压").content.decode()
    assert "已压减九次<br>还在压" in swapped
    assert "撤销" in swapped
    assert rows()[1].cells["progress"] == "已压减九次\n还在压"
    assert rows()[1].cells["measures"] == row.cells["measures"]


def test_change_is_undone(browse, batch) -> None:
    edit(browse, rows()[1], owner="王立新")
    change = LedgerChange.objects.first()
    browse.post(reverse("desk:undo_change", kwargs={"change": change.key}))
    assert rows()[1].cells["owner"] == "李建国"


def test_two_people_at_one_row_see_both_texts(browse, batch) -> None:
    row = rows()[0]
    edit(browse, row, progress="已走访一次", remark="甲")
    answer = edit(browse, row, version=row.version, progress="已走访两次", unfinished="路断")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "“进展”两边写得不一样" in page
    assert "已走访两次</textarea>" in page
    assert "已走访一次" in page
    assert ">甲<" in page
    now = rows()[0]
    edit(browse, now, **{"progress": "已走访两次", "pick-progress": "theirs", "unfinished": "路断"})
    assert rows()[0].cells["progress"] == "已走访一次"
    assert rows()[0].cells["unfinished"] == "路断"
    assert rows()[0].cells["remark"] == "甲"


def test_row_is_not_closed_without_evidence_or_by_its_owner(browse, batch) -> None:
    answer = edit(browse, rows()[1], status="已销号", acceptor="李建国")
    assert answer.status_code == 422
    assert "还没有佐证材料" in answer.content.decode()
    assert "要请别人验收" in answer.content.decode()
    edit(browse, rows()[1], status="已销号", acceptor="周明远", evidence="会议台账复印件")
    assert rows()[1].state == "已销号"


def test_rows_are_filtered(browse, batch) -> None:
    edit(browse, rows()[1], due="2020-01-31", status="整改中")
    assert "联系群众" not in ledger_page(browse, batch, owner="李建国")
    assert "文山会海" not in ledger_page(browse, batch, state="未启动")
    late = ledger_page(browse, batch, due="逾期")
    assert "文山会海" in late
    assert "联系群众" not in late
    assert "没有合条件的行" in ledger_page(browse, batch, owner="没有这个人")


def test_row_is_added_by_hand_and_removed_and_brought_back(browse, batch) -> None:
    address = reverse("desk:add_row", kwargs={"batch": batch.key})
    assert browse.post(address, {"problem": ""}).status_code == 422
    page = browse.post(
        address, {"problem": "谈心不经常", "owner": "张三"}, follow=True
    ).content.decode()
    assert "谈心不经常" in page
    row = rows()[-1]
    browse.post(reverse("desk:remove_row", kwargs={"row": row.key}), {"version": row.version})
    assert len(rows()) == 2
    browse.post(reverse("desk:undo_change", kwargs={"change": LedgerChange.objects.first().key}))
    assert len(rows()) == 3


def test_what_people_filled_stays_when_rows_are_taken_anew(browse, batch) -> None:
    edit(browse, rows()[0], progress="已答复", measures="每月到林场住一晚。")
    browse.post(reverse("desk:add_row", kwargs={"batch": batch.key}), {"problem": "谈心不经常"})
    file = DeskFile.objects.get()
    changed = (
        STATEMENT.replace("每季度到林场住一晚", "每两个月到林场住两晚")
        .replace("习惯以会议落实会议", "怕担责任")
        .replace("二、原因", "（三）调查研究不深。去年下乡六天，都是当天来回。\n二、原因")
    )
    other = actions.put_in(batch=batch, name="林业局局长.txt", data=changed.encode())
    file.versions.update(content=other.versions.get().content)
    other.delete()
    take(browse, batch)
    first, second, *others = rows()
    assert first.cells["progress"] == "已答复"
    assert first.cells["measures"] == "每月到林场住一晚。"
    assert [each["head"] for each in first.conflicts] == ["整改措施"]
    assert "怕担责任" in second.cells["causes"]
    assert second.cells["change"].startswith("原文已改")
    assert any(row.cells["problem"] == "谈心不经常" for row in others)
    assert [row.cells.get("change") for row in others] == ["新增", None]
    answer = browse.post(
        reverse("desk:settle_row", kwargs={"row": first.key}),
        {"version": first.version, "choice-整改措施": "采用材料"},
    )
    assert answer.status_code == 302
    assert "每两个月" in rows()[0].cells["measures"]
    assert not rows()[0].conflicts
    take(browse, batch)
    assert not rows()[0].conflicts


def test_taking_that_is_undone_can_be_done_again(browse, batch) -> None:
    browse.post(reverse("desk:undo_change", kwargs={"change": LedgerChange.objects.first().key}))
    assert not rows()
    take(browse, batch)
    assert len(rows()) == 2


def test_row_that_people_removed_is_not_put_back(browse, batch) -> None:
    row = rows()[0]
    browse.post(reverse("desk:remove_row", kwargs={"row": row.key}), {"version": row.version})
    take(browse, batch)
    assert len(rows()) == 1


def test_workbook_goes_out_and_comes_back_with_a_preview(browse, batch) -> None:
    book = workbook(browse, batch)
    sheet = book["整改台账"]
    sheet.cell(2, column(book, "进展")).value = "已走访两次"
    sheet.cell(3, column(book, "状态")).value = "整改中"
    page = send_back(browse, batch, book)
    assert "<ins>已走访两次</ins>" in page
    assert "<ins>整改中</ins>" in page
    assert rows()[0].cells["progress"] == ""
    shown = apply(browse, page).content.decode()
    assert "已收回“台账-改.xlsx”：改 2 行" in shown
    assert rows()[0].cells["progress"] == "已走访两次"
    browse.post(reverse("desk:undo_change", kwargs={"change": LedgerChange.objects.first().key}))
    assert rows()[0].cells["progress"] == ""
    assert rows()[1].cells["status"] == "未启动"


def test_cell_changed_on_both_sides_is_named_and_chosen(browse, batch) -> None:
    book = workbook(browse, batch)
    book["整改台账"].cell(2, column(book, "进展")).value = "Excel 里写的"
    edit(browse, rows()[0], progress="页面上写的", remark="页面上的备注")
    page = send_back(browse, batch, book)
    assert "两边都改过的" in page
    kept = apply(browse, page)
    assert kept.status_code == 200
    assert rows()[0].cells["progress"] == "页面上写的"
    page = send_back(browse, batch, book)
    apply(browse, page, **{f"{rows()[0].id_in_ledger}-progress": "returned"})
    assert rows()[0].cells["progress"] == "Excel 里写的"
    assert rows()[0].cells["remark"] == "页面上的备注"


def test_rows_added_and_deleted_in_excel(browse, batch) -> None:
    book = workbook(browse, batch)
    sheet = book["整改台账"]
    sheet.cell(5, column(book, "查摆出的问题")).value = "请示报告不及时"
    sheet.cell(5, column(book, "截止日期")).value = "2032年3月1日"
    sheet.delete_rows(2)
    page = send_back(browse, batch, book)
    assert "要加的 1 行" in page
    assert "要删的 1 行" in page
    apply(browse, page)
    assert [row.cells["problem"] for row in rows()][-1] == "请示报告不及时"
    assert rows()[-1].cells["due"] == "2032-03-01"
    assert len(rows()) == 2


def test_closing_without_evidence_is_not_taken_from_excel(browse, batch) -> None:
    book = workbook(browse, batch)
    book["整改台账"].cell(2, column(book, "状态")).value = "已销号"
    page = send_back(browse, batch, book)
    assert "不能这样改的" in page
    apply(browse, page)
    assert rows()[0].state == "未启动"


def test_ledger_that_changed_while_the_preview_was_open_is_shown_again(browse, batch) -> None:
    book = workbook(browse, batch)
    book["整改台账"].cell(2, column(book, "进展")).value = "已走访两次"
    page = send_back(browse, batch, book)
    edit(browse, rows()[0], progress="页面上写的")
    answer = apply(browse, page)
    assert answer.status_code == 409
    assert "请再看一遍" in answer.content.decode()


def test_other_workbook_is_refused_with_the_reason(browse, batch) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "值班表"
    assert "没有找到台账" in send_back(browse, batch, book)
    upload = SimpleUploadedFile("台账.xlsx", b"PK\3\4 broken")
    answer = browse.post(
        reverse("desk:ledger_in", kwargs={"batch": batch.key}), {"workbook": upload}, follow=True
    )
    assert answer.status_code == 422


def test_words_with_signs_of_html_are_shown_as_they_are(browse, batch) -> None:
    shown = edit(browse, rows()[0], progress="<script>甲</script>").content.decode()
    assert "&lt;script&gt;" in shown
    assert "<script>甲" not in shown


def test_taking_anew_without_a_change_changes_nothing(browse, batch) -> None:
    before = LedgerChange.objects.count()
    answer = browse.post(reverse("desk:take_rows", kwargs={"batch": batch.key}), follow=True)
    assert "材料没有变动" in answer.content.decode()
    assert LedgerChange.objects.count() == before


def test_row_that_changed_again_stays_when_a_workbook_is_undone(browse, batch) -> None:
    book = workbook(browse, batch)
    for line in (2, 3):
        book["整改台账"].cell(line, column(book, "进展")).value = "Excel 里写的"
    apply(browse, send_back(browse, batch, book))
    change = LedgerChange.objects.first()
    edit(browse, rows()[0], progress="后来改的")
    answer = browse.post(reverse("desk:undo_change", kwargs={"change": change.key}), follow=True)
    assert "1 行里后来又改过的没有动" in answer.content.decode()
    assert [row.cells["progress"] for row in rows()] == ["后来改的", ""]


def test_clearing_removes_workbooks_that_came_back(browse, batch) -> None:
    send_back(browse, batch, workbook(browse, batch))
    place = place_of(LedgerReturn.objects.get().content)
    assert place.exists()
    browse.post(reverse("desk:clear", kwargs={"batch": batch.key}))
    assert not place.exists()
    assert not LedgerRow.objects.exists()
