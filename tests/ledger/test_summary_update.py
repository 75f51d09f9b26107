"""The summary and the list of loose causes tell the truth after an update, and keep what people did to them."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from ledgers import (
    OTHER,
    TEXT,
    converted,
    counts,
    grids,
    ledger_of,
    letter,
    opened,
    saved,
    shown,
)  # fmt: skip
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from duizhao.ledger import Ledger
from duizhao.ledger.update import update_workbook
from duizhao.ledger.workbook import render

TODAY = date(2024, 6, 20)
BOTH = ledger_of(TEXT, OTHER)
BOOK = render(ledger_of(TEXT), TODAY)
LOOSE = "未对应的原因"


def update(data: bytes, ledger: Ledger = BOTH, *, is_whole: bool = True) -> bytes:
    return update_workbook(data, "台账.xlsx", ledger, is_whole=is_whole, today=TODAY).data


def test_new_file_and_new_aspects_get_their_lines_as_in_a_ledger_made_anew() -> None:
    done, anew = update(BOOK), render(BOTH, TODAY)
    assert grids(done) == grids(anew)
    assert grids(done)["材料"]["乙.txt"][0] == 6
    assert list(grids(done)["对照方面"])[-1] == "其他或未填"
    assert grids(done, values=False) == grids(anew, values=False)
    assert counts(done) == counts(anew)


def test_counts_take_in_what_people_filled_in() -> None:
    book = opened(BOOK)
    sheet = book["整改台账"]
    status, due = letter("状态"), letter("截止日期")
    sheet[f"{status}2"], sheet[f"{status}3"] = "已销号", "整改中"
    sheet[f"{due}3"] = date(2024, 6, 1)
    book["汇总"]["B3"] = 3
    done = update(saved(book))
    made = counts(done)
    assert (made["已销号"], made["整改中"], made["逾期"]) == (1, 1, 1)
    assert (made["全部行"], made["临近"]) == (11, 0)
    assert grids(done)["材料"]["甲.txt"] == [5, 1, 1]


def test_row_that_was_handed_over_is_neither_late_nor_without_a_day() -> None:
    book = opened(BOOK)
    sheet = book["整改台账"]
    before = counts(update(BOOK))
    for number, state in ((2, "移交"), (3, "整改中")):
        sheet[f"{letter('状态')}{number}"] = state
        sheet[f"{letter('截止日期')}{number}"] = date(2024, 6, 1)
    made = counts(update(saved(book)))
    assert (made["移交"], made["逾期"]) == (1, 1)
    dues = ("逾期", "临近", "按期", "没有截止日期", "已销号")
    assert sum(int(made[each]) for each in dues) == sum(int(before[each]) for each in dues) - 1


def test_book_that_counted_rows_handed_over_as_late_is_renewed() -> None:
    book = opened(BOOK)
    for row in book["汇总"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and "移交" in cell.value and cell.value[0] == "=":
                cell.value = re.sub(r',[^,]*,"<>移交"', "", cell.value)
    former = opened(saved(book))["汇总"]
    renewed = opened(update(saved(book)))["汇总"]
    late = next(row[1] for row in former.iter_rows() if row[0].value == "逾期")
    assert "<>移交" not in late.value
    assert "<>移交" in renewed[late.coordinate].value


def test_charts_remember_the_counts_of_today() -> None:
    done = opened(update(BOOK))
    series = done["汇总"]._charts[0].series[0]
    assert [int(point.v) for point in series.val.numRef.numCache.pt][:2] == [11, 0]
    assert series.cat.strRef.strCache.pt[0].v == "未启动"


def people_at_work(book: Workbook) -> Worksheet:
    """What somebody did to the summary: notes beside and below, a sum, a comment, a chart, merged cells."""
    sheet = book["汇总"]
    last = next(row for row in range(1, 60) if sheet.cell(row, 4).value == "材料")
    sheet.cell(last + 1, 8).value = "已谈话"
    sheet.cell(last + 4, 4).value = "填表人：王五"
    sheet.merge_cells(start_row=last + 4, start_column=4, end_row=last + 4, end_column=6)
    sheet["I2"] = f"=SUM(E{last + 1}:E{last + 2})"
    sheet["I3"] = f'="D{last + 1}"&D{last + 1}'
    sheet.cell(last + 1, 5).comment = Comment("核对过", "王五")
    own = book.create_sheet("我的表")
    own["A1"] = f"=汇总!E{last + 1}+'汇总'!$E$6"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=last + 1, max_row=last + 2))
    own.add_chart(chart, "C3")
    return sheet


def test_what_people_did_to_the_summary_moves_with_its_cells() -> None:
    book = opened(BOOK)
    people_at_work(book)
    done = opened(update(saved(book)))
    sheet, own = done["汇总"], done["我的表"]
    row = next(row for row in range(1, 60) if sheet.cell(row, 4).value == "甲.txt")
    assert sheet.cell(row, 8).value == "已谈话"
    assert sheet.cell(row, 5).comment.text == "核对过"
    assert sheet.cell(row + 4, 4).value == "填表人：王五"
    assert f"D{row + 4}:F{row + 4}" in [str(each) for each in sheet.merged_cells.ranges]
    assert sheet["I2"].value == f"=SUM(E{row}:E{row + 2})"
    assert sheet["I3"].value == f'="D{row - 4}"&D{row}'
    assert own["A1"].value == f"=汇总!E{row}+'汇总'!$E$6"
    assert own._charts[0].series[0].val.numRef.f == f"'汇总'!$E${row}:$E${row + 2}"


def shared(data: bytes) -> bytes:
    """The workbook with the first count of each aspect written once for all, as Excel does after filling down."""
    part, made = "xl/worksheets/sheet2.xml", BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == part:
                content = content.replace(*_first_and_others(content))
                content = re.sub(
                    r'(<c r="E(?:7|8|9|10|11)"[^>]*>)<f>[^<]*</f>',
                    r'\1<f t="shared" si="0"/>',
                    content,
                )
            new.writestr(name, content)
    return made.getvalue()


def _first_and_others(content: str) -> tuple[str, str]:
    (found,) = re.findall(r'<c r="E6"[^>]*><f>', content)
    return found, found.replace("<f>", '<f t="shared" ref="E6:E11" si="0">')


def test_formulas_that_are_written_once_for_several_cells_stay_right() -> None:
    assert shared(BOOK) != BOOK
    assert grids(update(shared(BOOK)), values=False) == grids(update(BOOK), values=False)


def test_summary_that_people_took_out_stays_out_and_a_changed_count_stays_theirs() -> None:
    book = opened(BOOK)
    book["汇总"]["B6"] = "=1+1"
    assert opened(update(saved(book)))["汇总"]["B6"].value == "=1+1"
    del book["汇总"]
    assert "汇总" not in opened(update(saved(book))).sheetnames


def test_ledger_without_any_aspect_gets_its_first_lines() -> None:
    without_blanks = ledger_of("情况说明\n\n今天开会。\n")
    done = update(render(without_blanks, TODAY))
    assert grids(done)["对照方面"]["理论学习"] == [2, 0, 0]
    assert grids(done)["对照方面"]["其他或未填"][0] == counts(done)["全部行"] - sum(
        int(str(counts[0])) for name, counts in grids(done)["对照方面"].items() if name != "其他或未填"
    )  # fmt: skip


def test_update_twice_is_once() -> None:
    done = update(BOOK)
    assert update(done) == done
    assert not update_workbook(done, "台账.xlsx", BOTH, is_whole=True).is_changed


def test_loose_causes_are_added_marked_and_not_put_back() -> None:
    done = update(BOOK)
    assert [(row["材料"], row["变动"]) for row in shown(done, LOOSE)] == [
        ("甲.txt", None),
        ("乙.txt", "新增"),
    ]
    book = opened(done)
    book[LOOSE].delete_rows(2)
    book[LOOSE]["E2"] = "问过本人"
    settled = ledger_of(TEXT, OTHER.replace("（二）信念的根扎得浅。这一条谁也没有对上。\n", ""))
    done = update(saved(book), settled)
    (row,) = shown(done, LOOSE)
    assert (row["材料"], row["变动"]) == ("乙.txt", "原文已无，或已对应到问题")
    assert row["None"] == "问过本人"
    assert shown(update(done), LOOSE)[0]["变动"] is None
    (row,) = shown(update(done, ledger_of(TEXT)), LOOSE)
    assert row["变动"] == "材料未找到"
    assert shown(update(done, ledger_of(TEXT), is_whole=False), LOOSE) == shown(done, LOOSE)


def test_hidden_sheet_of_loose_causes_is_shown_when_there_is_one() -> None:
    none = ledger_of(TEXT.replace("（二）信念的根扎得浅。这一条谁也没有对上。\n", ""))
    book = render(none, TODAY)
    assert opened(book)[LOOSE].sheet_state == "hidden"
    done = opened(update(book))
    assert done[LOOSE].sheet_state == "visible"
    assert [cell.value for cell in done[LOOSE]["A"]] == ["材料", "甲.txt", "乙.txt"]


def test_ledger_of_an_earlier_version_is_brought_up_to_date_all_the_same() -> None:
    book = opened(BOOK)
    book[LOOSE]["D1"] = None
    hidden = book["基线（勿改）"]
    hidden.delete_rows(hidden.max_row)
    done = update(saved(book))
    assert [cell.value for cell in opened(done)[LOOSE]["D"]] == ["变动", None, "新增"]


@pytest.mark.libreoffice
def test_ledger_saved_by_libreoffice_counts_as_libreoffice_counts_it(tmp_path: Path) -> None:
    book = opened(BOOK)
    people_at_work(book)
    there = converted(tmp_path, saved(book), "xlsx").read_bytes()
    done = update_workbook(there, "台账.xlsx", BOTH, is_whole=True).data
    # Saved by openpyxl no formula has a value, so that LibreOffice has to calculate every one.
    calculated = converted(tmp_path / "2", saved(opened(done)), "xlsx").read_bytes()
    assert grids(calculated) == grids(done)
    assert grids(done)["材料"]["乙.txt"][0] == 6
    assert counts(calculated) == counts(done)
    calculated = converted(tmp_path / "3", done, "xlsx").read_bytes()
    sheet = load_workbook(BytesIO(calculated), data_only=True)
    assert sheet["汇总"]["I2"].value == 11
    assert sheet["我的表"]["A1"].value == 5 + 2
    assert shown(calculated, LOOSE) == shown(done, LOOSE)


def test_note_below_two_grids_that_grow_moves_by_both() -> None:
    book = opened(BOOK)
    sheet = book["汇总"]
    last = max(row for row in range(1, 60) if sheet.cell(row, 4).value == "其他或未填")
    sheet.cell(last, 4).comment = Comment("核对过", "王五")
    sheet = opened(update(saved(book)))["汇总"]
    last = max(row for row in range(1, 60) if sheet.cell(row, 4).value == "其他或未填")
    noted = [cell.row for row in sheet for cell in row if cell.comment]
    assert noted == [last]
