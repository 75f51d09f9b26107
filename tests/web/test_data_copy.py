"""Copies that are kept before an update: whole or not there, few, and gone with what is cleared."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from duizhao.errors import DuizhaoError
from duizhao.web.data_copy import (
    KEPT_COPIES,
    KEPT_FOR,
    MADE_AT,
    data_copies,
    forget_copies,
    keep_copy,
    prune_copies,
    restore,
)
from duizhao.web.data_folder import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "我的 数据")
    made.make()
    with sqlite3.connect(made.database) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE unit (name TEXT)")
        database.execute("INSERT INTO unit VALUES ('县水务局')")
    database.close()
    made.configuration.write_text('units = ["县水务局"]\n', encoding="utf-8")
    (made.root / "版式.toml").write_text("", encoding="utf-8")
    (made.profiles / "今年.toml").write_text('name = "今年"\n', encoding="utf-8")
    return made


def units(path: Path) -> list[str]:
    database = sqlite3.connect(path)
    try:
        return [name for (name,) in database.execute("SELECT name FROM unit")]
    finally:
        database.close()


def add_unit(folder: DataFolder, name: str) -> None:
    with sqlite3.connect(folder.database) as database:
        database.execute("INSERT INTO unit VALUES (?)", (name,))
    database.close()


def aged(folder: DataFolder, age: timedelta) -> None:
    (folder.copies / (datetime.now() - age).strftime(MADE_AT)).mkdir(parents=True)


def test_copy_holds_records_and_settings_and_says_how_to_go_back(folder: DataFolder) -> None:
    copy = keep_copy(folder)
    assert units(copy.database) == ["县水务局"]
    assert {each.relative_to(copy.path).as_posix() for each in copy.path.rglob("*")} == {
        "duizhao.sqlite3",
        "duizhao.toml",
        "版式.toml",
        "profiles",
        "profiles/今年.toml",
        "怎样恢复.txt",
    }
    advice = (copy.path / "怎样恢复.txt").read_text(encoding="utf-8")
    assert str(folder.root) in advice
    assert "用 root 复制的，对照打不开" in advice


def test_advice_of_a_copy_brings_the_records_back(folder: DataFolder) -> None:
    copy = keep_copy(folder)
    add_unit(folder, "县粮食局")
    for left in folder.root.glob("duizhao.sqlite3*"):
        left.unlink()
    folder.database.write_bytes(copy.database.read_bytes())
    assert units(folder.database) == ["县水务局"]


def test_restored_records_are_those_of_the_copy(folder: DataFolder) -> None:
    copy = keep_copy(folder)
    add_unit(folder, "县粮食局")
    restore(copy, folder)
    assert units(folder.database) == ["县水务局"]


def test_same_records_are_kept_once(folder: DataFolder) -> None:
    first = keep_copy(folder)
    assert keep_copy(folder) == first
    assert data_copies(folder) == [first]


def test_few_and_young_copies_stay(folder: DataFolder) -> None:
    for hours in range(KEPT_COPIES + 2):
        aged(folder, timedelta(hours=hours))
    prune_copies(folder)
    assert len(data_copies(folder)) == KEPT_COPIES
    forget_copies(folder)
    aged(folder, KEPT_FOR + timedelta(days=1))
    prune_copies(folder)
    assert data_copies(folder) == []


def test_copy_that_was_cut_off_is_none_and_goes(folder: DataFolder) -> None:
    left = folder.copies / "2026-11-28 19.00.00.new"
    left.mkdir(parents=True)
    assert data_copies(folder) == []
    keep_copy(folder)
    assert not left.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_copy_that_cannot_be_written_stops_the_update(folder: DataFolder) -> None:
    folder.root.chmod(0o500)
    try:
        with pytest.raises(DuizhaoError, match=r"备份没有做成：没有权限.*数据没有动"):
            keep_copy(folder)
    finally:
        folder.root.chmod(0o700)


def test_file_in_the_place_of_the_copies_stops_the_update(folder: DataFolder) -> None:
    folder.copies.write_text("")
    with pytest.raises(DuizhaoError, match="备份没有做成"):
        keep_copy(folder)


def test_broken_database_stops_the_update(folder: DataFolder) -> None:
    for left in folder.root.glob("duizhao.sqlite3*"):
        left.unlink()
    folder.database.write_bytes(b"no database at all" * 400)
    with pytest.raises(DuizhaoError, match="备份没有做成"):
        keep_copy(folder)
    assert data_copies(folder) == []
