"""A ledger that the office kept before: its heads are shown, corrected once, known again; changes are chosen."""

from __future__ import annotations

import html
import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from people import logged_in
from test_ledger import STATEMENT, apply, edit, ledger_page, put_in, rows, take

from duizhao.web.desk import actions
from duizhao.web.desk.models import Batch, LedgerChange, LedgerHeads, LedgerReturn

HEADS = ["序号", "存在问题", "整改措施", "责任单位", "责任人", "整改时限", "完成情况", "资金"]
LINES = [
    [
        1,
        "联系群众不够",
        "每季度到林场住一晚",
        "办公室",
        "周明远",
        "2032年6月底前",
        "正在推进",
        None,
    ],
    [2, "请示报告不及时", "重大事项当天报告", "综合股", "李建国", "长期坚持", "已销号", 3],
    ["合计", None, None, None, None, None, None, 3],
]


@pytest.fixture
def batch(browse) -> Batch:
    put_in(browse, "林业局局长.txt", STATEMENT.encode())
    found = Batch.objects.get()
    take(browse, found)
    return found


def office(*lines: list[object], heads: list[str] = HEADS) -> bytes:
    book = openpyxl.Workbook()
    for line in (["县林业局整改台账"], heads, *(lines or LINES)):
        book.active.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def put(browse, batch: Batch, data: bytes, name: str = "林业局台账.xlsx"):
    upload = SimpleUploadedFile(name, data)
    address = reverse("desk:ledger_in", kwargs={"batch": batch.key})
    return browse.post(address, {"workbook": upload}, follow=True)


def said(page: str, **changed: str) -> dict[str, object]:
    """What the form of the heads would send."""
    fields: dict[str, object] = {"sheet": "Sheet", "word": [], "state": []}
    fields["word"] = re.findall(r'name="word" value="([^"]*)"', page)
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', options)
        value = html.unescape(chosen[2] if chosen[1] is None else chosen[1]) if chosen else ""
        if name == "state":
            fields["state"].append(value)  # type: ignore[attr-defined]
        else:
            fields[name] = value
    return {**fields, **changed}


def map_heads(browse, page: str, **changed: str) -> str:
    key = LedgerReturn.objects.latest("made_at").key
    address = reverse("desk:ledger_heads", kwargs={"returned": key})
    return browse.post(address, said(page, **changed), follow=True).content.decode()


def test_heads_are_shown_with_what_stands_below_them(browse, batch) -> None:
    page = put(browse, batch, office()).content.decode()
    assert "哪一列是什么" in page
    assert "每季度到林场住一晚" in page
    assert said(page)["key-3"] == "department"
    assert said(page)["key-7"] == "+remark"
    assert dict(zip(said(page)["word"], said(page)["state"], strict=True)) == {
        "正在推进": "整改中",
        "已销号": "已销号",
    }
    assert len(rows()) == 2


def test_own_ledger_is_taken_in_after_a_preview(browse, batch) -> None:
    page = map_heads(browse, put(browse, batch, office()).content.decode())
    assert "<ins>整改中</ins>" in page
    assert "要加的 1 行" in page
    assert "合计" in page
    apply(browse, page)
    first, *_, added = rows()
    assert (first.cells["status"], first.cells["owner"]) == ("整改中", "周明远")
    assert added.cells["problem"] == "请示报告不及时"
    assert (added.cells["department"], added.cells["term"]) == ("综合股", "长期坚持")


def test_closed_row_without_evidence_waits_and_its_words_are_kept(browse, batch) -> None:
    page = map_heads(browse, put(browse, batch, office()).content.decode())
    assert "写的是“已销号”，这样的状态要另外办" in page
    apply(browse, page)
    assert rows()[-1].state == "待验收"
    assert "收进来时写的状态：已销号" in rows()[-1].cells["remark"]
    assert "资金：3" in rows()[-1].cells["remark"]


def test_what_stands_here_already_is_left_unless_it_is_chosen(browse, batch) -> None:
    page = map_heads(browse, put(browse, batch, office()).content.decode())
    measures = rows()[0].cells["measures"]
    assert "两边都改过的" in page
    apply(browse, page)
    assert rows()[0].cells["measures"] == measures
    page = put(browse, batch, office()).content.decode()
    assert "没有要改的" in page


def test_all_that_differs_is_taken_from_the_file_at_once(browse, batch) -> None:
    page = map_heads(browse, put(browse, batch, office()).content.decode())
    apply(browse, page, **{"all-returned": "on"})
    assert rows()[0].cells["measures"] == "每季度到林场住一晚"


def test_corrected_heads_are_known_for_the_next_file_of_the_unit(browse, batch, people) -> None:
    page = put(browse, batch, office()).content.decode()
    shown = map_heads(browse, page, **{"key-7": "category"})
    assert "资金→问题类别" in shown
    known = LedgerHeads.objects.get()
    assert known.unit == people.zhang.unit
    again = put(browse, batch, office(LINES[1]), "四月.xlsx").content.decode()
    assert "会改什么" in again
    assert "资金→问题类别" in again
    assert "改列名的对应" in again


def test_other_unit_does_not_get_our_heads(browse, batch, people) -> None:
    map_heads(browse, put(browse, batch, office()).content.decode())
    other = logged_in(people.wang)
    theirs = actions.begin_batch(owner=people.wang, name="粮食局")
    assert "哪一列是什么" in put(other, theirs, office()).content.decode()


def test_heads_without_a_problem_are_refused_with_the_reason(browse, batch) -> None:
    page = put(browse, batch, office()).content.decode()
    answer = map_heads(browse, page, **{"key-1": "", "key-2": ""})
    assert "请说明哪一列是" in answer
    assert not LedgerHeads.objects.exists()


def test_column_that_is_made_one_of_states_is_asked_for_its_words(browse, batch) -> None:
    page = put(browse, batch, office()).content.decode()
    answer = map_heads(browse, page, **{"key-6": "", "key-3": "status"})
    assert "各算哪一种" in answer
    assert 'value="综合股"' in answer


def test_next_file_changes_just_what_the_office_has_changed(browse, batch) -> None:
    apply(browse, map_heads(browse, put(browse, batch, office()).content.decode()))
    edit(browse, rows()[-1], owner="王芳", remark="这里写的")
    later = [
        [*LINES[0][:6], "已完成", None],
        [*LINES[1][:4], "孙丽", *LINES[1][5:]],
    ]
    page = put(browse, batch, office(*later)).content.decode()
    assert "<ins>待验收</ins>" in page
    assert "上次收的" in page
    id = rows()[-1].id_in_ledger
    apply(browse, page, **{f"{id}-owner": "returned"})
    assert rows()[-1].cells["owner"] == "孙丽"
    assert rows()[-1].cells["remark"] == "这里写的"
    assert rows()[0].cells["status"] == "待验收"


def test_line_that_the_next_file_lacks_stays_unless_it_is_dropped(browse, batch) -> None:
    apply(browse, map_heads(browse, put(browse, batch, office()).content.decode()))
    count = len(rows())
    page = put(browse, batch, office(LINES[0])).content.decode()
    assert "文件里没有了的 1 行" in page
    apply(browse, page)
    assert len(rows()) == count
    page = put(browse, batch, office(LINES[0])).content.decode()
    apply(browse, page, **{f"drop-{rows()[-1].id_in_ledger}": "on"})
    assert len(rows()) == count - 1


def test_single_cells_and_rows_are_left_out(browse, batch) -> None:
    page = map_heads(browse, put(browse, batch, office()).content.decode())
    first = rows()[0].id_in_ledger
    apply(browse, page, **{f"not-{first}-status": "on", "not-added-0": "on"})
    assert rows()[0].cells["status"] == "未启动"
    assert rows()[0].cells["owner"] == "周明远"
    assert len(rows()) == 2


def test_wrong_file_is_undone_and_the_right_one_taken_in(browse, batch) -> None:
    before = [dict(row.cells) for row in rows()]
    apply(browse, map_heads(browse, put(browse, batch, office()).content.decode()))
    change = LedgerChange.objects.first()
    browse.post(reverse("desk:undo_change", kwargs={"change": change.key}))
    assert [row.cells for row in rows()] == before
    page = put(browse, batch, office()).content.decode()
    assert "<ins>整改中</ins>" in page
    apply(browse, page)
    assert rows()[0].cells["status"] == "整改中"


def test_empty_ledger_takes_the_office_ledger_in(browse) -> None:
    put_in(browse, "通知.txt", "关于开会的通知".encode())
    batch = Batch.objects.get()
    assert "台账文件" in ledger_page(browse, batch)
    apply(browse, map_heads(browse, put(browse, batch, office()).content.decode()))
    assert [row.cells["problem"] for row in rows()] == ["联系群众不够", "请示报告不及时"]
    assert rows()[0].day.isoformat() == "2032-06-30"
