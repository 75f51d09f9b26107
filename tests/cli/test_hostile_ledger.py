"""The worst texts and workbooks end in a ledger or one line, soon; a killed run leaves a whole file."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from ledgers import TEXT, ledger_of, opened

from duizhao.ledger.workbook import render
from hostile import process
from hostile.killing import left_by_kills
from hostile.process import Ran
from hostile.texts import longest

OPENING = "个人对照检查材料\n一、存在的问题\n一是学习不够。\n二、整改措施\n一是学习。\n"
UNITS = [
    "一、\n",
    "一是甲不够\n",
    "xx。",
    "（一）理论学习方面\n一是学习不够。\n",
    "三、整改措施\n一是学习。由我办。每月一次。",
]
BOOK = render(ledger_of(TEXT))
SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "%s">]>' % (b"x" * 100)


def run(folder: Path, *arguments: str) -> Ran:
    return process.run(folder, "ledger", "--no-progress", *arguments)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_longest_text_ends_soon_and_in_little_memory(unit: str, tmp_path: Path) -> None:
    (tmp_path / "长.txt").write_text(longest(OPENING, unit), encoding="utf-8")
    ran = run(tmp_path, "长.txt", "-o", "台账.xlsx")
    ran.assert_modest()
    assert ran.code in (0, 2), ran.said


def changed(part: str, data: bytes) -> bytes:
    """The good workbook with another content for one part."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(BOOK)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in {*old.namelist(), part}:
            new.writestr(name, data if name == part else old.read(name))
    return made.getvalue()


def content(part: str) -> bytes:
    with zipfile.ZipFile(BytesIO(BOOK)) as package:
        return package.read(part)


PRINTED, SUMMARY = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"


def summary_with(cells: bytes) -> bytes:
    """The summary as it was written, with more rows below it."""
    return sheet_with(SUMMARY, cells)


def sheet_with(part: str, cells: bytes) -> bytes:
    """A sheet as it was written, with more rows below it."""
    return content(part).replace(b"</sheetData>", cells + b"</sheetData>")


def formulas(*texts: str) -> bytes:
    cells = "".join(f"<row><c><f>{text}</f><v>0</v></c></row>" for text in texts)
    return summary_with(cells.encode())


HEADS = "".join(
    f'<c t="inlineStr"><is><t>{head}</t></is></c>' for head in ("材料", "全部", "已销号", "逾期")
)

HOSTILE = {
    "cells without end": (SHEET, HEAD + b"<row>" + b"<c/>" * 3_000_000 + b"</row>" + TAIL),
    "attributes without end": (SHEET, HEAD + b"<row>" + b'<c r="A1"/>' * 1_000_000 + TAIL),
    "a long text": (
        "xl/sharedStrings.xml",
        b"<sst><si><t>" + b"x" * 40_000_000 + b"</t></si></sst>",
    ),
    "an entity": (SHEET, DOCTYPE + content(SHEET)),
    "a picture that grows": ("xl/media/image1.png", bytes(200_000_000)),
    "deep elements": (SHEET, HEAD + b"<row>" * 5000 + b"</row>" * 5000 + TAIL),
    "rows at odd places": (SHEET, content(SHEET).replace(b'<row r="2"', b'<row r="-7"')),
    "cells at odd places": (SHEET, content(SHEET).replace(b'r="A2"', b'r="ZZZ9999999"')),
    "texts that are not there": (SHEET, content(SHEET).replace(b"<v>1</v>", b"<v>99999999</v>")),
    "numbers that are none": (SHEET, content(SHEET).replace(b"<v>1</v>", b"<v>-1e999</v>")),
    "formulas of quotes": (SUMMARY, formulas(*["'" * 8001] * 400)),
    "formulas of names": (SUMMARY, formulas(*["a" * 8000] * 400)),
    "formulas too long": (SUMMARY, formulas("'" * 4_500_000)),
    "one formula for all cells": (
        SUMMARY,
        summary_with(
            b'<row><c><f t="shared" si="0" ref="A99:A99999">'
            + b"A1+" * 2600
            + b"A1</f></c>"
            + b'<c><f t="shared" si="0"/></c>' * 100_000
            + b"</row>"
        ),
    ),
    "heads without end": (SUMMARY, summary_with(f"<row>{HEADS}</row>".encode() * 30_000)),
    "a summary without end": (
        SUMMARY,
        summary_with(
            b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>" + b"<row><c/></row>" * 90_000
        ),
    ),
    "a printed row without end": (
        PRINTED,
        sheet_with(PRINTED, b"<row>" + b"<c><f>A1+1</f></c>" * 120_000 + b"</row>"),
    ),
    "printed rows without end": (PRINTED, sheet_with(PRINTED, b"<row><c/></row>" * 90_000)),
    "no sheets": ("xl/workbook.xml", b"<workbook><sheets/></workbook>"),
    "no styles": ("xl/styles.xml", b"<styleSheet/>"),
    "broken XML": (SHEET, content(SHEET)[:-50]),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_workbook_ends_soon_in_a_result_or_one_line(case: str, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(TEXT.replace("5篇", "6篇"), encoding="utf-8")
    (tmp_path / "乙.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "台账.xlsx").write_bytes(changed(*HOSTILE[case]))
    ran = run(tmp_path, "--update", "台账.xlsx", "甲.txt", "乙.txt", "-o", "新.xlsx")
    ran.assert_modest()
    assert ran.code != 2 or ran.said.count("\n") == 1, ran.said


def test_parts_are_those_of_the_sheets_named() -> None:
    names = opened(BOOK).sheetnames
    assert (names[0], names[1], names[2]) == ("整改台账", "打印", "汇总")


def test_killed_at_any_moment_it_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").write_bytes(BOOK)
    (tmp_path / "甲.txt").write_text(TEXT.replace("5篇", "6篇"), encoding="utf-8")
    command = ["ledger", "--update", "台账.xlsx", "甲.txt", "--in-place", "--no-progress"]
    left = left_by_kills(tmp_path, "台账.xlsx", command, command)
    assert set(left) == {"old", "new"}
