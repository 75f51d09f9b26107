"""An office's own ledger: recognised by the heads that offices use, kept as it is, and followed up from then on."""

from __future__ import annotations

from datetime import date

import pytest
from ledgers import ledger_of, opened, saved
from openpyxl import Workbook

from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMNS
from duizhao.ledger.update import update_workbook
from duizhao.ledger.workbook import render

TODAY = date(2024, 6, 20)
TEXT = """\
个人对照检查材料
云溪县水务局党组成员、副局长　周明远
一、存在的问题
一是理论学习不够。我写笔记少。
二是检查走过场。我有3次只看台账不看现场。
二、整改措施
一是加强理论学习，每周自学2小时。责任人：本人。

周明远
2024年1月8日
"""
HEADS = (
    "序号",
    "存在的问题",
    "具体整改措施",
    "责任单位",
    "整改责任人",
    "完成时限",
    "落实情况",
    "是否销号",
)


def office() -> bytes:
    book = Workbook()
    book.active.title = "任务分解表"
    book.active.append(["云溪县水务局整改任务分解表"])
    book.active.append(HEADS)
    book.active.append(
        [1, "理论学习不够。我写笔记少。", "每周学一次", "办公室", None, "年底前", "已写3篇", "否"]
    )
    book.active.append([2, "上级通报的问题。", "已整改", None, None, None, None, "是"])
    return saved(book)


def rows(data: bytes) -> list[dict[str, object]]:
    head, *lines = list(opened(data)["任务分解表"].iter_rows(values_only=True))[1:]
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def test_ledger_of_an_office_is_brought_up_to_date() -> None:
    done = update_workbook(office(), "台账.xlsx", ledger_of(TEXT), is_whole=True, today=TODAY)
    first, second, added = rows(done.data)
    assert (first["具体整改措施"], first["完成时限"], first["落实情况"]) == (
        "每周学一次",
        "年底前",
        "已写3篇",
    )
    assert (first["整改责任人"], first["变动"]) == ("周明远", None)
    assert second == {
        **dict.fromkeys(second),
        "序号": 2,
        "存在的问题": "上级通报的问题。",
        "具体整改措施": "已整改",
        "是否销号": "是",
    }
    assert (added["序号"], added["存在的问题"], added["变动"]) == (
        3, "检查走过场。我有3次只看台账不看现场。", "新增",
    )  # fmt: skip
    again = update_workbook(done.data, "台账.xlsx", ledger_of(TEXT), is_whole=True, today=TODAY)
    assert (again.is_changed, again.data) == (False, done.data)


def test_ledger_of_an_office_is_followed_up_afterwards() -> None:
    done = update_workbook(office(), "台账.xlsx", ledger_of(TEXT), is_whole=True, today=TODAY)
    now = ledger_of(TEXT.replace("有3次", "有5次"))
    later = update_workbook(done.data, "台账.xlsx", now, is_whole=True, today=TODAY)
    assert [row["变动"] for row in rows(later.data)][2] == "原文已改：查摆出的问题"


def test_own_head_goes_before_that_of_another_ledger() -> None:
    book = opened(office())
    book.active["I2"], book.active["I3"] = "牵头部门", "水政科"
    done = update_workbook(saved(book), "台账.xlsx", ledger_of(TEXT), is_whole=True, today=TODAY)
    assert (rows(done.data)[0]["责任单位"], rows(done.data)[0]["牵头部门"]) == ("办公室", "水政科")


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_no_head_stands_for_two_columns(column: object) -> None:
    heads = (column.head, *column.aliases)
    assert all(COLUMN_BY_HEAD[head] is column for head in heads)


def test_ids_that_people_deleted_come_back_and_what_they_filled_in_stays() -> None:
    """The ids are hidden by default, and a hidden column is easily deleted with its neighbours."""
    book = opened(render(ledger_of(TEXT)))
    sheet = book["整改台账"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("进展") + 1, "已写3篇")
    sheet.delete_cols(heads.index("编号") + 1)
    done = update_workbook(saved(book), "台账.xlsx", ledger_of(TEXT), is_whole=True, today=TODAY)
    made = opened(done.data)["整改台账"]
    head, *lines = made.iter_rows(values_only=True)
    ids = [line[head.index("编号")] for line in lines]
    assert len(lines) == sheet.max_row - 1
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert lines[0][head.index("进展")] == "已写3篇"
