"""Ledgers of statements, and their workbooks as people see them."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from duizhao import api
from duizhao.ledger import Ledger
from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMNS, cells_of

TEXT = """\
2023年主题教育专题民主生活会个人对照检查材料
按照要求，现将有关情况报告如下。
一、存在的问题
（一）理论学习方面
一是学习前松后紧。我把自学放在周末。比如，2023年4月我应当写笔记12篇，实际只写了5篇。
二是学用结合不够。我对照讲话研究工作少。
（二）工作作风方面
一是检查走过场。我有3次检查只看台账不看现场。
二是对河道的事上心少。
二、原因剖析
（一）理论学习抓得不紧。我把学习当成软任务。
（二）信念的根扎得浅。这一条谁也没有对上。
三、整改措施
一是理论学习方面。我每周自学2小时。责任人：周明远；责任领导：李建国；完成时限：2024年6月底前；完成标志：笔记24篇。
二是工作作风方面。到现场去，立行立改，3月底前由我办完。
三是关心老同志。每月登门一次。
"""
ASPECT = "带头严守政治纪律和政治规矩、维护党的团结统一"
OTHER = TEXT.replace("2023年主题教育专题", "2024年度").replace("理论学习", ASPECT)
"""A statement of another campaign, so with other aspects."""


def ledger_of(*texts: str, names: tuple[str, ...] = ()) -> Ledger:
    """The ledger of these texts; they are called 甲.txt, 乙.txt … where no names are given."""
    called = names or tuple(f"{name}.txt" for name in "甲乙丙丁戊"[: len(texts)])
    checker = api.Checker()
    return api.assemble_ledger(
        api.extract_rows(api.Source(text, name), checker)
        for text, name in zip(texts, called, strict=True)
    )


def cells(ledger: Ledger) -> list[dict[str, str]]:
    return [cells_of(row) for row in ledger.rows]


def letter(head: str) -> str:
    """The letter of the column with this head in a workbook that we wrote."""
    return get_column_letter(COLUMNS.index(COLUMN_BY_HEAD[head]) + 1)


LAST = get_column_letter(len(COLUMNS))
"""The letter of the last column."""


def opened(data: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(data), data_only=values)


def saved(book: Workbook) -> bytes:
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def at(sheet: Worksheet, head: str, row: int) -> str:
    """The cell so many rows under a head, wherever the head stands."""
    for line in sheet.iter_rows(max_row=5):
        for cell in line:
            if cell.value == head:
                return f"{cell.column_letter}{cell.row + row}"
    raise KeyError(head)


def shown(data: bytes, sheet: str = "整改台账") -> list[dict[str, object]]:
    """The rows of a sheet by their heads."""
    head, *rest = opened(data, values=True)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def grids(data: bytes, *, values: bool = True) -> dict[str, dict[str, list[object]]]:
    """The grids of the summary by their heads: the three counts of each name."""
    found: dict[str, dict[str, list[object]]] = {}
    grid: dict[str, list[object]] = {}
    for _, _, _, name, *counts in opened(data, values=values)["汇总"].iter_rows(
        max_col=7, values_only=True
    ):
        if counts and counts[0] == "全部":
            grid = found[str(name)] = {}
        elif name:
            grid[str(name)] = counts
    return found


def counts(data: bytes) -> dict[str, object]:
    """The counts at the left of the summary by their labels."""
    rows = opened(data, values=True)["汇总"].iter_rows(max_col=2, values_only=True)
    return {str(name): value for name, value in rows if name}


def converted(folder: Path, book: bytes, form: str) -> Path:
    """The workbook as LibreOffice saves it in another form."""
    if which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder.mkdir(exist_ok=True)
    source = folder / "台账.xlsx"
    source.write_bytes(book)
    out = folder / "out"
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        form,
    ]
    done = subprocess.run(
        [*command, "--outdir", str(out), str(source)], capture_output=True, text=True, timeout=600, check=False
    )  # fmt: skip
    made = list(out.glob("*")) if out.exists() else []
    if not made and "could not be loaded" in done.stderr + done.stdout:
        pytest.skip("LibreOffice Calc is not installed")
    return made[0]
