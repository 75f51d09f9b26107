"""What changes very many rows is shown page by page, or says how much is not shown; nothing chosen is lost."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from people import People, logged_in
from test_batch import put_in
from test_ledger import apply, column, send_back, workbook
from test_several_rows import change, several

from duizhao.web.accounts.models import Person
from duizhao.web.desk import actions
from duizhao.web.desk.actions.ledger import NewRow, change_rows
from duizhao.web.desk.heaviest import MOST_FINDINGS
from duizhao.web.desk.models import Batch, DeskFile, LedgerChange, LedgerReturn, LedgerRow
from duizhao.web.desk.return_pages import CHANGES_OF_A_PAGE
from duizhao.web.desk.views.ledger_several import MOST_LISTED
from duizhao.web.person_role import PersonRole

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


FAULTY = (
    "（一）联系群众不够。去年全年只到林场走访{}次，有的同志认识不够深，进一步加强学习，，下一步改。"
)


def test_text_with_very_many_findings_lists_the_heaviest_and_counts_the_others(browse) -> None:
    lines = "\n".join(FAULTY.format(at) for at in range(300))
    put_in(browse, "很长.txt", f"某局个人对照检查材料\n一、存在的问题\n{lines}".encode())
    address = reverse("desk:file", kwargs={"file": DeskFile.objects.get().key})
    page = browse.get(address).content.decode()
    assert 0 < len(re.findall(r'<li id="f1-\d+"', page)) <= MOST_FINDINGS
    assert 'id="DZ202"' in page
    assert page.count('class="rule"') > 3
    assert re.search(r"另有 .*\d+ 处\S+未列，原文里也没有标", page)
    whole = browse.get(address, {"all": "1"}).content.decode()
    assert "未列" not in whole
    assert len(whole) > 2 * len(page)


def test_people_without_a_role_are_counted_and_only_the_first_are_listed(people: People) -> None:
    people.above.grants.update(role=PersonRole.SECURITY)
    unit = people.zhang.unit
    Person.objects.bulk_create(
        Person(username=f"p{at}", name=f"职工{at}", unit=unit) for at in range(205)
    )
    page = logged_in(people.above).get(reverse("accounts:people")).content.decode()
    assert "205 人还没有角色" in page
    assert page.count('name="person"') == 200
    assert "另有 5 人没有列出" in page
