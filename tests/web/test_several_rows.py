"""Several rows of a ledger changed at once, after a preview, and undone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from test_ledger import batch, edit, ledger_page, rows  # noqa: F401

from duizhao.web.desk.models import LedgerChange

pytestmark = pytest.mark.usefixtures("batch")


def several(browse, *, chosen: list[str] | None = None, **posted: str):
    address = reverse("desk:change_several", kwargs={"batch": rows()[0].batch_id})
    keys = [row.key for row in rows()] if chosen is None else chosen
    return browse.post(address, {"chosen": keys, **posted}, follow=True)


def digest(page: str) -> str:
    return page.partition('name="digest" value="')[2].partition('"')[0]


def change(browse, **posted: str) -> str:
    page = several(browse, step="see", **posted).content.decode()
    return several(browse, step="apply", digest=digest(page), **posted).content.decode()


def test_owner_deadline_and_category_are_changed_after_a_preview_and_undone(browse) -> None:
    given = {"owner": "王芳", "due": "2032-09-30", "category": "作风"}
    page = several(browse, step="see", **given).content.decode()
    assert "<del>李建国</del>" in page
    assert "<ins>王芳</ins>" in page
    assert "就这样改 2 行" in page
    assert rows()[1].cells["owner"] == "李建国"
    shown = change(browse, **given)
    assert "已一起改 2 行的责任人、截止日期、问题类别" in shown
    assert [row.cells["owner"] for row in rows()] == ["王芳", "王芳"]
    assert rows()[0].day.isoformat() == "2032-09-30"
    browse.post(reverse("desk:undo_change", kwargs={"change": LedgerChange.objects.first().key}))
    assert rows()[1].cells["owner"] == "李建国"
    assert not rows()[0].cells.get("category")


def test_without_a_choice_all_listed_rows_are_meant(browse) -> None:
    page = several(browse, chosen=[], **{"only-owner": "李建国"}).content.decode()
    assert "一起改 1 行" in page
    assert "文山会海" in page


def test_cell_is_cleared_only_where_it_is_said(browse) -> None:
    assert "请至少填一格" in several(browse, step="see", owner="").content.decode()
    change(browse, **{"clear-owner": "on"})
    assert rows()[1].cells["owner"] == ""


def test_rows_that_changed_meanwhile_are_shown_again(browse) -> None:
    page = several(browse, step="see", owner="王芳").content.decode()
    edit(browse, rows()[0], remark="别人写的")
    answer = several(browse, step="apply", digest=digest(page), owner="王芳")
    assert answer.status_code == 409
    assert "请再看一遍" in answer.content.decode()
    assert rows()[1].cells["owner"] == "李建国"


def test_acceptor_who_is_the_owner_of_a_closed_row_is_not_taken(browse) -> None:
    given = {"status": "已销号", "evidence": "会议台账", "acceptor": "周明远"}
    edit(browse, rows()[1], **given)
    page = several(browse, step="see", acceptor="李建国").content.decode()
    assert "不改：" in page
    change(browse, acceptor="李建国")
    assert [row.cells.get("acceptor") for row in rows()] == ["李建国", "周明远"]


def test_page_of_the_ledger_offers_it(browse, batch) -> None:  # noqa: F811
    page = ledger_page(browse, batch)
    assert "一起改选中的行" in page
    assert f'value="{rows()[0].key}" form="several"' in page
