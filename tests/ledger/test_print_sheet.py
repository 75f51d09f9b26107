"""The sheet that is printed: nine columns that show the table as people filled it in, a repeated measure once."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path
from shutil import which

import pytest
from ledgers import at, converted, ledger_of, opened, saved

from duizhao.errors import DuizhaoError
from duizhao.ledger.options import PRINTED_HEADS, LedgerOptions
from duizhao.ledger.print_sheet import HEAD_ROW, PRINT_SHEET
from duizhao.ledger.update import update_workbook
from duizhao.ledger.workbook import render

TODAY = date(2024, 6, 20)
TEXT = """\
2023年主题教育专题民主生活会个人对照检查材料
云溪县水务局党组成员、副局长　周明远
按照要求，现将有关情况报告如下。
一、存在的问题
（一）理论学习方面
一是学习前松后紧。我把自学放在周末。
二是学用结合不够。我对照讲话研究工作少。
（二）工作作风方面
一是检查走过场。我有3次检查只看台账不看现场。
二、整改措施
一是理论学习方面。我每周自学2小时。责任人：本人；责任单位：办公室；完成时限：立行立改，长期坚持。
二是工作作风方面。到现场去，2024年3月底前由我办完。
"""
NOW = TEXT.replace("（二）工作", "三是调研走马观花。我下村少。\n（二）工作")
BOOK = render(ledger_of(TEXT, TEXT.replace("周明远", "张秀兰")), TODAY)


def printed(data: bytes, sheet: str = PRINT_SHEET) -> list[dict[str, object]]:
    rows = opened(data, values=True)[sheet].iter_rows(min_row=HEAD_ROW, values_only=True)
    heads = [str(head) for head in next(rows)]
    return [dict(zip(heads, map(_text, row), strict=True)) for row in rows]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def test_sheet_has_the_usual_columns_and_a_measure_stands_once_for_each_person() -> None:
    rows = printed(BOOK)
    assert tuple(rows[0]) == PRINTED_HEADS
    assert [row["整改措施"] for row in rows] == [
        "理论学习方面。我每周自学2小时。", "同第 1 行", "工作作风方面。到现场去，2024年3月底前由我办完。",
        "理论学习方面。我每周自学2小时。", "同第 4 行", "工作作风方面。到现场去，2024年3月底前由我办完。",
    ]  # fmt: skip
    first = {**rows[0], "存在问题": ""}
    assert list(first.values()) == [
        "1", "周明远（党组成员、副局长）", "", "理论学习方面。我每周自学2小时。", "办公室", "周明远",
        "立行立改，长期坚持", "未启动", "",
    ]  # fmt: skip


def test_sheet_is_set_for_a4_across_at_print_size() -> None:
    sheet = opened(BOOK)[PRINT_SHEET]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert sheet.cell(HEAD_ROW + 1, 3).font.size == 11
    pixels = sum(7 * each.width + 5 for each in sheet.column_dimensions.values())
    assert pixels <= 1055


def test_columns_are_printed_under_the_names_a_unit_gives_them() -> None:
    options = LedgerOptions(printed=("序号", "问题描述", "责任科室", "完成时限", "延期至"))
    rows = printed(render(ledger_of(TEXT), TODAY, options))
    assert list(rows[0].values()) == [
        "1", "学习前松后紧。我把自学放在周末。", "办公室", "立行立改，长期坚持", "",
    ]  # fmt: skip
    with pytest.raises(DuizhaoError, match="没有“责任单伟”这一列"):
        render(ledger_of(TEXT), TODAY, LedgerOptions(printed=("责任单伟",)))


def test_update_prints_what_was_added_and_what_people_filled_in() -> None:
    data = render(ledger_of(TEXT), TODAY)
    book = opened(data)
    table, sheet = book["整改台账"], book[PRINT_SHEET]
    table[at(table, "状态", 1)] = "已销号"
    table[at(table, "延期至", 3)] = date(2024, 9, 1)
    sheet["A1"] = "云溪县水务局整改台账"
    done = update_workbook(saved(book), "台账.xlsx", ledger_of(NOW), is_whole=True, today=TODAY)
    rows = printed(done.data)
    assert opened(done.data)[PRINT_SHEET]["A1"].value == "云溪县水务局整改台账"
    assert [row["序号"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["状态"] for row in rows] == ["已销号", "未启动", "未启动", "未启动"]
    assert [row["整改措施"] for row in rows][1::2] == ["同第 1 行", "同第 1 行"]
    again = update_workbook(done.data, "台账.xlsx", ledger_of(NOW), is_whole=True, today=TODAY)
    assert not again.is_changed


def test_sheet_that_people_removed_stays_out() -> None:
    book = opened(BOOK)
    del book[PRINT_SHEET]
    done = update_workbook(saved(book), "台账.xlsx", ledger_of(NOW), is_whole=True, today=TODAY)
    assert PRINT_SHEET not in opened(done.data).sheetnames


def test_text_that_no_row_holds_is_cut_with_a_note() -> None:
    long = TEXT.replace("我每周自学2小时。", "我每周自学2小时，" * 90 + "写笔记。")
    rows = printed(render(ledger_of(long), TODAY))
    assert str(rows[0]["整改措施"]).endswith("……（太长，余下的见“整改台账”表）")
    assert rows[1]["整改措施"] == "同第 1 行"


@pytest.mark.libreoffice
def test_libreoffice_shows_what_people_fill_in_sort_and_delete(tmp_path: Path) -> None:
    book = opened(BOOK)
    table = book["整改台账"]
    table[at(table, "备注", 2)] = "已报"
    table[at(table, "整改措施", 5)] = "改为每周自学3小时。"
    table.delete_rows(2)
    there = printed(converted(tmp_path, saved(book), "xlsx").read_bytes())
    assert [row["序号"] for row in there] == ["2", "3", "4", "5", "6", ""]
    assert there[0]["备注"] == "已报"
    assert there[3]["整改措施"] == "改为每周自学3小时。"
    assert not any("#" in value for row in there for value in row.values())


@pytest.mark.libreoffice
def test_printed_characters_have_nine_points(tmp_path: Path) -> None:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    book = opened(BOOK)
    for name in book.sheetnames:
        if name != PRINT_SHEET:
            book[name].sheet_state = "hidden"
    book.active = book.sheetnames.index(PRINT_SHEET)
    pdf = converted(tmp_path, saved(book), "pdf")
    page = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    words = re.findall(
        r'xMin="([\d.]+)" .*?xMax="([\d.]+)".*?>(责任人|未启动|填报单位：)<', page.stdout
    )
    sizes = {word: (float(right) - float(left)) / len(word) for left, right, word in words}
    assert sizes["未启动"] >= 9
    assert sizes["填报单位："] >= 9
