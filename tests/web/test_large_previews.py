"""What changes very many rows is shown page by page, or says how much is not shown; nothing chosen is lost."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from test_ledger import apply, column, send_back, workbook
from test_several_rows import change, several

from duizhao.web.desk import actions
from duizhao.web.desk.actions.ledger import NewRow, change_rows
from duizhao.web.desk.models import Batch, LedgerChange, LedgerReturn, LedgerRow
from duizhao.web.desk.return_pages import CHANGES_OF_A_PAGE
from duizhao.web.desk.views.ledger_several import MOST_LISTED

COUNT = CHANGES_OF_A_PAGE + 30
LARGEST_PAGE = 150_000
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture
def batch(browse, people) -> Batch:
    made = actions.begin_batch(owner=people.zhang, name="一批")
    added = [
        NewRow(
            {
                "id": f"P-{at:08}",
                "problem": f"第 {at} 个问题：停水通知发得晚",
                "owner": "李建国",
                "status": "未启动",
            }
        )
        for at in range(COUNT)
    ]
    change_rows(batch=made, by=people.zhang, done="已加", edits=[], added=added)
    return made


@pytest.fixture
def page(browse, batch: Batch) -> str:
    """The preview of a workbook in which a cell of each row was changed."""
    book = workbook(browse, batch)
    place = column(book, "进展")
    for row in range(2, COUNT + 2):
        book["整改台账"].cell(row, place).value = f"办了 {row} 次"
    return send_back(browse, batch, book)


def turned(browse, seen: str, to: int, **chosen: str) -> str:
    """Another page of the preview, with what was chosen on the one that was seen."""
    key = LedgerReturn.objects.latest("made_at").key
    address = reverse("desk:apply_return", kwargs={"returned": key})
    posted = {**dict(HIDDEN.findall(seen)), **chosen, "page": str(to)}
    return browse.post(address, posted).content.decode()


def test_changes_stand_on_pages_and_are_counted(browse, page: str) -> None:
    assert f"要改的 {COUNT} 格" in page
    assert page.count("<ins>") == CHANGES_OF_A_PAGE
    assert "第 1 页，共 2 页；没有看的也一起收" in page
    assert len(page.encode()) < LARGEST_PAGE
    second = turned(browse, page, 2)
    assert second.count("<ins>") == COUNT - CHANGES_OF_A_PAGE
    assert not LedgerRow.objects.exclude(cells__progress="").exclude(cells__progress=None).exists()


def test_what_is_chosen_on_one_page_holds_on_the_next(browse, page: str) -> None:
    field = re.findall(r'name="(not-P-\d+-progress)"', page)[0]
    second = turned(browse, page, 2, **{field: "on"})
    assert dict(HIDDEN.findall(second))[field] == "on"
    back = turned(browse, second, 1)
    assert f'name="{field}" checked' in back
    apply(browse, second, **{field: "on"})
    left = [row.id_in_ledger for row in LedgerRow.objects.all() if not row.cells.get("progress")]
    assert left == [field.removeprefix("not-").removesuffix("-progress")]


def test_one_change_is_shown_by_pages_and_undone_whole(browse, page: str) -> None:
    apply(browse, page)
    made = LedgerChange.objects.first()
    shown = browse.get(reverse("desk:ledger_change", kwargs={"change": made.key}))
    assert f"{COUNT} 行" in shown.content.decode()
    assert "第 1 页，共 3 页" in shown.content.decode()
    assert len(shown.content) < LARGEST_PAGE
    browse.post(reverse("desk:undo_change", kwargs={"change": made.key}))
    assert not any(row.cells.get("progress") for row in LedgerRow.objects.all())


def test_several_rows_say_how_many_are_not_listed_and_all_are_changed(browse, batch: Batch) -> None:
    shown = several(browse, chosen=[]).content.decode()
    assert f"一起改 {COUNT} 行" in shown
    assert f"只列出前 {MOST_LISTED} 行，另有 {COUNT - MOST_LISTED} 行没有列出" in shown
    assert 'name="chosen"' not in shown
    change(browse, chosen=[], owner="王芳")
    assert {row.cells["owner"] for row in LedgerRow.objects.all()} == {"王芳"}


def test_row_that_cannot_be_changed_stands_first(browse, batch: Batch) -> None:
    last = LedgerRow.objects.order_by("-position", "-pk")[0]
    last.cells = {**last.cells, "status": "已销号", "acceptor": "王芳", "evidence": "照片"}
    last.save()
    shown = several(browse, chosen=[], step="see", owner="王芳").content.decode()
    assert "不能改的 1 行排在最前面" in shown
    assert shown.index("不改：") < shown.index("<ins>")
