"""Ledgers through the api: extracted, assembled, rendered, brought up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duizhao import api

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TODAY = date(2024, 5, 6)


def test_files_and_failures_are_listed_in_the_ledger() -> None:
    extract = api.extract_rows(api.read(EXAMPLES / "good.txt"))
    made = api.assemble_ledger([extract, api.Failure("材料/坏.docx", "文件已加密")])
    assert made.files == ("good.txt",)
    assert made.unread == ("坏.docx",)
    assert made.rows


def test_nothing_gives_an_empty_ledger() -> None:
    made = api.assemble_ledger([])
    assert (made.rows, made.files, made.unread) == ((), (), ())
    assert api.render_ledger(made, TODAY).startswith(b"PK")


def test_same_ledger_gives_the_same_workbook() -> None:
    made = api.assemble_ledger([api.extract_rows(api.read(EXAMPLES / "good.txt"))])
    assert api.render_ledger(made, TODAY) == api.render_ledger(made, TODAY)


def test_update_without_news_changes_no_byte() -> None:
    made = api.assemble_ledger([api.extract_rows(api.read(EXAMPLES / "good.txt"))])
    book = api.render_ledger(made, TODAY)
    updated = api.update_ledger(book, "台账.xlsx", made, is_whole=True)
    assert not updated.is_changed
    assert updated.data == book


def test_update_adds_the_rows_of_a_new_file() -> None:
    good, faulty = (api.extract_rows(api.read(EXAMPLES / f"{n}.txt")) for n in ("good", "faulty"))
    book = api.render_ledger(api.assemble_ledger([good]), TODAY)
    updated = api.update_ledger(book, "台账.xlsx", api.assemble_ledger([good, faulty]))
    assert len(updated.plan.added) == len(api.assemble_ledger([faulty]).rows)


def test_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    with pytest.raises(api.DuizhaoError, match=r"台账\.xlsx"):
        api.update_ledger(b"PK\x03\x04", "台账.xlsx", api.assemble_ledger([]))
    with pytest.raises(api.DuizhaoError, match="读不了"):
        api.read_ledger(tmp_path / "没有.xlsx")


def test_ledger_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "大.xlsx"
    with huge.open("wb") as file:
        file.truncate(65_000_000)
    with pytest.raises(api.DuizhaoError, match="64 MB"):
        api.read_ledger(huge)
