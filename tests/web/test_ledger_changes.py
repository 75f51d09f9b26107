"""What was changed in a ledger, and what of it can still be taken back."""

from __future__ import annotations

import pytest
from django.urls import reverse
from test_ledger import apply, batch, column, edit, rows, send_back, workbook  # noqa: F401

from duizhao.web.desk.models import LedgerChange

pytestmark = pytest.mark.usefixtures("batch")


@pytest.fixture
def taken_in(browse, batch) -> LedgerChange:  # noqa: F811
    """A workbook that changed two cells of a row, removed a row and added one."""
    book = workbook(browse, batch)
    sheet = book["整改台账"]
    sheet.cell(2, column(book, "进展")).value = "文件里写的进展"
    sheet.cell(2, column(book, "备注")).value = "文件里写的备注"
    sheet.cell(5, column(book, "查摆出的问题")).value = "请示报告不及时"
    sheet.delete_rows(3)
    apply(browse, send_back(browse, batch, book))
    return LedgerChange.objects.first()


def page_of(browse, change: LedgerChange) -> str:
    return browse.get(reverse("desk:ledger_change", kwargs={"change": change.key})).content.decode()


def undo(browse, change: LedgerChange) -> str:
    address = reverse("desk:undo_change", kwargs={"change": change.key})
    return browse.post(address, follow=True).content.decode()


def test_import_that_adds_changes_and_removes_is_undone_at_once(browse, taken_in) -> None:
    page = page_of(browse, taken_in)
    assert "全部能撤回" in page
    assert "<ins>文件里写的进展</ins>" in page
    assert "加的行" in page
    assert "删掉的行" in page
    undo(browse, taken_in)
    assert [row.cells["progress"] for row in rows()] == ["", ""]
    assert [row.cells["problem"][:4] for row in rows()] == ["联系群众", "文山会海"]


def test_cell_that_changed_since_stays_and_the_others_go_back(browse, taken_in) -> None:
    edit(browse, rows()[0], progress="后来写的进展")
    page = page_of(browse, taken_in)
    assert "撤不回的 1 行" in page
    assert '<span class="tag">留着</span> 后来写的进展' in page
    answer = undo(browse, taken_in)
    assert "1 行里后来又改过的没有动" in answer
    assert rows()[0].cells["progress"] == "后来写的进展"
    assert rows()[0].cells.get("remark", "") == ""
    assert len(rows()) == 2


def test_added_row_that_was_filled_since_stays(browse, taken_in) -> None:
    edit(browse, rows()[-1], owner="李建国")
    assert "加进来以后又填过责任人" in page_of(browse, taken_in)
    undo(browse, taken_in)
    assert rows()[-1].cells["owner"] == "李建国"
    assert len(rows()) == 3


def test_undo_is_undone(browse, taken_in) -> None:
    undo(browse, taken_in)
    assert LedgerChange.objects.get(pk=taken_in.pk).is_undone
    undo(browse, LedgerChange.objects.first())
    assert not LedgerChange.objects.get(pk=taken_in.pk).is_undone
    assert rows()[0].cells["progress"] == "文件里写的进展"
    assert len(rows()) == 2


def test_changes_are_listed_with_few_queries(
    browse, taken_in, django_assert_max_num_queries
) -> None:
    for _ in range(6):
        undo(browse, LedgerChange.objects.first())
    with django_assert_max_num_queries(30):
        answer = browse.get(reverse("desk:ledger_changes", kwargs={"batch": taken_in.batch_id}))
    assert "已撤销" in answer.content.decode()
    assert "张三" in answer.content.decode()


def test_evidence_of_a_row_that_was_closed_since_is_not_taken_back(browse) -> None:
    edit(browse, rows()[1], evidence="会议台账复印件", acceptor="周明远")
    filled = LedgerChange.objects.first()
    edit(browse, rows()[1], status="已销号")
    closing = LedgerChange.objects.first()
    assert rows()[1].state == "已销号"
    assert "还没有佐证材料，不能销号" in page_of(browse, filled)
    assert "没有能撤回的" in undo(browse, filled)
    assert rows()[1].cells["evidence"] == "会议台账复印件"
    undo(browse, closing)
    assert rows()[1].state == "未启动"
