"""A ledger comes back from people and their programs; what they did to it is still there after an update."""

from __future__ import annotations

import random
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import LAST, TEXT, at, converted, ledger_of, letter, opened, saved, shown
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from duizhao.errors import UnreadableDocument
from duizhao.ledger import Ledger, UpdatedLedger
from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMNS
from duizhao.ledger.update import update_workbook
from duizhao.ledger.workbook import render

LEDGER = ledger_of(TEXT)
BOOK = render(LEDGER, date(2024, 6, 20))
NOW = ledger_of(
    TEXT.replace("只写了5篇", "只写了6篇").replace("笔记24篇", "笔记30篇").replace(
        "二、原因剖析", "三是公务接待把关松。\n二、原因剖析"
    )
)  # fmt: skip


def update(data: bytes, ledger: Ledger = NOW) -> UpdatedLedger:
    return update_workbook(data, "台账.xlsx", ledger, is_whole=True)


def sheet_of(data: bytes) -> tuple[Workbook, Worksheet]:
    book = opened(data)
    return book, book["整改台账"]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_ledger_that_nobody_changed_is_given_back_to_the_byte() -> None:
    done = update(BOOK, LEDGER)
    assert not done.is_changed
    assert done.data == BOOK


def test_filled_in_ledger_is_brought_up_to_date_in_place() -> None:
    book, sheet = sheet_of(BOOK)
    sheet[at(sheet, "验收人", 1)] = "王五"
    sheet[at(sheet, "销号日期", 1)] = datetime(2024, 7, 1)
    sheet[at(sheet, "可核验标志", 2)] = "笔记40篇"
    done = update(saved(book))
    rows = shown(done.data)
    assert (rows[0]["验收人"], rows[0]["销号日期"]) == ("王五", datetime(2024, 7, 1))
    assert "只写了6篇" in str(rows[0]["具体表现"])
    assert rows[0]["变动"] == "原文已改：具体表现、可核验标志"
    assert rows[1]["可核验标志"] == "笔记40篇"
    assert rows[5]["查摆出的问题"] == "公务接待把关松。"
    assert rows[5]["变动"] == "新增"
    (conflict,) = shown(done.data, "更新冲突")
    assert opened(BOOK)["更新冲突"].sheet_state == "hidden"
    assert opened(done.data)["更新冲突"].sheet_state == "visible"
    assert (conflict["编号"], conflict["列"]) == (LEDGER.rows[1].id, "可核验标志")
    assert (conflict["台账现填"], conflict["材料现在"]) == ("笔记40篇", "笔记30篇")


def test_choice_on_the_sheet_of_conflicts_is_carried_out() -> None:
    book, sheet = sheet_of(BOOK)
    sheet[at(sheet, "可核验标志", 2)] = "笔记40篇"
    book = opened(update(saved(book)).data)
    book["更新冲突"]["F2"] = "采用材料"
    done = update(saved(book))
    assert shown(done.data)[1]["可核验标志"] == "笔记30篇"
    assert shown(done.data, "更新冲突") == []


def test_columns_rows_and_sheets_of_people_stay() -> None:
    book, sheet = sheet_of(BOOK)
    sheet.insert_cols(3)
    sheet["C1"], sheet["C2"] = "督办领导", "赵六"
    last = get_column_letter(len(COLUMNS) + 1)
    sheet.move_range(f"{last}1:{last}6", cols=2)
    sheet.insert_rows(1, 2)
    sheet["A1"] = "云溪县水务局整改台账"
    sheet.append(["自1", None, None, None, None, "巡察指出的问题"])
    sheet.column_dimensions["E"].width = 55
    sheet["B9"] = "=1+1"
    own = book.create_sheet("我的表")
    own["A1"] = "原样"
    done = update(saved(book))
    after, table = sheet_of(done.data)
    assert (table["A1"].value, table["C3"].value, table["C4"].value) == (
        "云溪县水务局整改台账", "督办领导", "赵六",
    )  # fmt: skip
    assert table.column_dimensions["E"].width == 55
    assert table["B9"].value == "=1+1"
    assert after["我的表"]["A1"].value == "原样"
    rows = [[cell.value for cell in row] for row in table.iter_rows(min_row=4)]
    assert rows[5][0] == "自1"
    assert rows[6][0] == 6
    assert rows[6][2] is None
    assert {"查摆", "公务接待把关松。"} <= {*rows[6]}


def test_all_other_parts_of_the_package_stay_as_they_were() -> None:
    book = opened(BOOK)
    own = book.create_sheet("我的图")
    own.append([1])
    chart = BarChart()
    chart.add_data(Reference(own, min_col=1, min_row=1))
    own.add_chart(chart, "C3")
    before = saved(book)
    done = update(before)
    old, new = parts(before), parts(done.data)
    assert old.keys() <= new.keys()
    touched = {name for name, data in old.items() if new[name] != data}
    # All sheets but the guide and people's own, and the charts of the summary: a cause that is loose has moved, too.
    assert touched == {
        *(f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3, 5, 6, 7)),
        "xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/workbook.xml", "docProps/custom.xml",
    }  # fmt: skip


def test_table_filter_and_colours_reach_the_new_rows() -> None:
    book, sheet = sheet_of(BOOK)
    sheet.auto_filter.ref = None
    sheet.add_table(Table(displayName="台账", ref=f"A1:{LAST}6"))
    _, table = sheet_of(update(saved(book)).data)
    assert table.tables["台账"].ref == f"A1:{LAST}7"
    assert sheet_of(update(BOOK).data)[1].auto_filter.ref == f"A1:{LAST}7"


def test_new_row_looks_like_the_others_and_holds_a_real_day() -> None:
    ledger = ledger_of(TEXT.replace("（二）工作作风方面", "三是读书少。\n（二）工作作风方面"))
    _, table = sheet_of(update(BOOK, ledger).data)
    first, new = (table[f"{letter('截止日期')}{row}"] for row in (2, 7))
    assert new.value == first.value == datetime(2024, 6, 30)
    assert new.number_format == first.number_format
    assert table[f"{letter('查摆出的问题')}7"].alignment.wrap_text


def test_text_like_a_formula_stays_text_in_an_update() -> None:
    claim = "=1+1学用结合不够。"
    _, table = sheet_of(update(BOOK, ledger_of(TEXT.replace("学用结合不够。", claim))).data)
    (cell,) = [c for row in table for c in row if str(c.value).startswith(claim)]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_column_that_is_newer_than_the_workbook_changes_nothing() -> None:
    book, sheet = sheet_of(BOOK)
    sheet.delete_cols(COLUMNS.index(COLUMN_BY_HEAD["责任人"]) + 1)
    memory = book["基线（勿改）"]
    keys = [cell.value for cell in memory[1]]
    memory.delete_cols(keys.index("owner") + 1)
    before = saved(book)
    done = update(before, LEDGER)
    assert (done.is_changed, done.data) == (False, before)
    done = update(before)
    assert shown(done.data)[0]["变动"] == "原文已改：具体表现、可核验标志"
    remembered = opened(done.data)["基线（勿改）"]
    assert "周明远" in [cell.value for cell in remembered[2]]


def test_sorted_rows_and_hidden_rows_are_found_by_their_id() -> None:
    book, sheet = sheet_of(BOOK)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value
    sheet.row_dimensions[3].hidden = True
    done = update(saved(book))
    by_id = {row["编号"]: row for row in shown(done.data)}
    assert "只写了6篇" in str(by_id[LEDGER.rows[0].id]["具体表现"])
    assert sheet_of(done.data)[1].row_dimensions[3].hidden


def test_sheets_that_people_took_out_are_made_again_where_they_are_needed() -> None:
    book, sheet = sheet_of(BOOK)
    sheet[at(sheet, "责任人", 1)] = "李四"
    for name in ("基线（勿改）", "更新冲突", "说明"):
        del book[name]
    done = update(saved(book), LEDGER)
    after = opened(done.data)
    assert after["基线（勿改）"].sheet_state == "veryHidden"
    assert [row["列"] for row in shown(done.data, "更新冲突")] == ["责任人"]
    assert shown(done.data)[0]["责任人"] == "李四"
    assert not update(done.data, LEDGER).is_changed


def test_list_of_causes_that_people_removed_is_made_again_for_a_new_cause() -> None:
    book = opened(BOOK)
    for name in ("未对应的原因", "更新冲突"):
        del book[name]
    more = ledger_of(TEXT.replace("三、整改措施", "（三）读书的劲头不足。\n三、整改措施"))
    done = update(saved(book), more)
    (row,) = shown(done.data, "未对应的原因")
    assert (row["原因"], row["变动"]) == ("读书的劲头不足。", "新增")
    # There is no conflict, so the list of conflicts stays out.
    assert "更新冲突" not in opened(done.data).sheetnames


def test_note_of_people_among_the_conflicts_stays() -> None:
    book, sheet = sheet_of(BOOK)
    sheet[at(sheet, "可核验标志", 2)] = "笔记40篇"
    book = opened(update(saved(book)).data)
    book["更新冲突"]["G2"] = "问过本人"
    book["更新冲突"]["A4"] = "以上已报领导"
    again = update(saved(book), ledger_of(TEXT.replace("笔记24篇", "笔记36篇")))
    rows = list(opened(again.data)["更新冲突"].iter_rows(min_row=2, values_only=True))
    assert [(row[4], row[6]) for row in rows[:1]] == [("笔记36篇", "问过本人")]
    assert rows[1][0] == "以上已报领导"


def test_formula_in_our_cell_is_people_s_and_its_order_is_forgotten_with_it() -> None:
    book, sheet = sheet_of(BOOK)
    sheet[at(sheet, "可核验标志", 1)] = '="笔记"&24&"篇"'
    done = update(saved(book))
    _, sheet = sheet_of(done.data)
    assert sheet[at(sheet, "可核验标志", 1)].value == '="笔记"&24&"篇"'
    assert len(done.plan.conflicts) == 1


EDITS = st.lists(
    st.tuples(
        st.integers(2, 6),
        # Neither the number nor the id.
        st.integers(3, 24),
        st.sampled_from(
            ["张三", "=A1", "-", " ", "2024-07-01", "长" * 300, "甲\n乙", "", "_x000D_", "<&>"]
        ),
    ),
    max_size=6,
)


@settings(max_examples=15, deadline=None)
@given(EDITS, st.randoms(use_true_random=False))
def test_random_edits_survive_and_twice_is_once(
    edits: list[tuple[int, int, str]], chance: random.Random
) -> None:
    book, sheet = sheet_of(BOOK)
    for row, column, value in edits:
        sheet.cell(row, column).value = value or None
    if chance.random() < 0.5:
        sheet.insert_cols(chance.randint(2, 20))
    before = saved(book)
    filled = [[cell.value for cell in row] for row in sheet_of(before)[1].iter_rows()]
    done = update(before, LEDGER)
    after = [[cell.value for cell in row] for row in sheet_of(done.data)[1].iter_rows()]
    assert after == filled
    done = update(done.data)
    again = update(done.data)
    assert not again.is_changed
    assert len(shown(done.data)) == 6


@pytest.mark.libreoffice
def test_ledger_saved_by_libreoffice_is_updated_all_the_same(tmp_path: Path) -> None:
    book, sheet = sheet_of(BOOK)
    sheet[at(sheet, "验收人", 1)] = "王五"
    sheet[at(sheet, "可核验标志", 2)] = "笔记40篇"
    there = converted(tmp_path, saved(book), "xlsx").read_bytes()
    assert not update(there, LEDGER).plan.changes
    done = update(there)
    direct = update(saved(book))
    assert shown(done.data) == shown(direct.data)
    assert shown(done.data, "更新冲突") == shown(direct.data, "更新冲突")
    back = converted(tmp_path / "2", done.data, "xlsx").read_bytes()
    assert not update(back).plan.changes
    assert not update(back).plan.added
    assert load_workbook(BytesIO(back))["整改台账"].auto_filter.ref == f"A1:{LAST}7"


def test_file_that_is_no_ledger_is_refused_in_one_line() -> None:
    foreign = Workbook()
    foreign.active.append(["姓名", "编号", "成绩"])
    faults = (
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0" + bytes(600),
        saved(foreign),
        BOOK[:-300],
    )
    for data in faults:
        with pytest.raises(UnreadableDocument) as fault:
            update(data)
        assert "\n" not in str(fault.value)
        assert str(fault.value).startswith("台账.xlsx：")
