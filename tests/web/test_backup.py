"""A backup of a data folder: made while people work, put back into an empty one, compared row by row, file by file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import running_desk

from duizhao.errors import DuizhaoError, Unwritable
from duizhao.version import __version__
from duizhao.web.backup.form import MANIFEST, BackupManifest
from duizhao.web.backup.making import make_backup
from duizhao.web.backup.restoring import restore_backup
from duizhao.web.data_folder import DataFolder
from duizhao.web.database import keep_address

Contents = tuple[dict[str, list[tuple[object, ...]]], dict[str, bytes]]
"""All rows of all tables, and all files by name."""
TEXT = "张三对照检查材料\n一、存在的问题\n一是学习不深。去年只读了{}本书。\n"


def tables(folder: DataFolder) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    with closing(sqlite3.connect(folder.database)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def files(folder: DataFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.files.rglob("*") if path.is_file()}


def contents(folder: DataFolder) -> set[str]:
    """The names of the files that the records speak of."""
    with closing(sqlite3.connect(folder.database)) as database:
        return {name for (name,) in database.execute("SELECT content FROM desk_version")}


def quiet_backup(folder: DataFolder, target: Path) -> tuple[BackupManifest, Contents]:
    """A backup during which the desk wrote nothing, and what was there: its worker writes when it likes."""
    while True:
        before = tables(folder), files(folder)
        made = make_backup(folder, target, print)
        if (tables(folder), files(folder)) == before:
            return made, before
        target.unlink()


def test_backup_of_a_busy_desk_is_whole(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "数据")
    with running_desk(folder.root):
        client = DeskClient(folder.root)
        batch = client.begin()
        for number in range(5):
            client.put_in(batch, f"{number}.txt", TEXT.format(number).encode())
        stopped = threading.Event()

        def work() -> None:
            number = 5
            while not stopped.is_set():
                client.put_in(batch, f"{number}.txt", TEXT.format(number).encode())
                number += 1

        busy = threading.Thread(target=work)
        busy.start()
        try:
            make_backup(folder, tmp_path / "忙.zip", print)
        finally:
            stopped.set()
            busy.join()
        made, there = quiet_backup(folder, tmp_path / "静.zip")
    assert made.program == __version__
    restored = DataFolder(tmp_path / "恢复")
    restore_backup(tmp_path / "静.zip", restored, None)
    assert (tables(restored), files(restored)) == there
    assert restored.root.stat().st_mode & 0o077 == 0
    early = DataFolder(tmp_path / "恢复忙时")
    restore_backup(tmp_path / "忙.zip", early, None)
    assert tables(early)
    assert 5 <= len(contents(early)) <= len(contents(restored))
    kept = files(early)
    assert all(kept[name] == there[1][name] for name in contents(early))
    with running_desk(restored.root):
        assert "4.txt" in DeskClient(restored.root).get(batch).text


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with a database of one table, two files, a key of an open round, traces of a running program."""
    made = DataFolder(tmp_path / "数据")
    made.make()
    with closing(sqlite3.connect(made.database)) as database:
        database.execute("CREATE TABLE desk_version (content TEXT)")
        database.execute("INSERT INTO desk_version VALUES ('aa1')")
        database.commit()
    for name in ("aa1", "aa2"):
        (made.files / "aa").mkdir(exist_ok=True)
        (made.files / "aa" / name).write_bytes(name.encode())
    (made.round_keys / "1").write_bytes(b"k" * 32)
    made.running.write_text("{}")
    made.configuration.write_text("[rules]\n")
    return made


def test_backup_has_no_key_of_an_open_round_and_nothing_of_the_running_program(
    folder: DataFolder, tmp_path: Path
) -> None:
    made = make_backup(folder, tmp_path / "备份.zip", print)
    assert made.has_open_rounds
    assert set(made.digests) == {"duizhao.sqlite3", "duizhao.toml", "files/aa/aa1", "files/aa/aa2"}
    assert (tmp_path / "备份.zip").stat().st_mode & 0o077 == 0


def test_what_is_removed_meanwhile_is_not_in_the_backup(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from duizhao.web.backup import making

    add = making._add

    def removes_first(package, manifest, name, path) -> None:
        if name == "duizhao.toml":
            (folder.files / "aa" / "aa2").unlink(missing_ok=True)
        add(package, manifest, name, path)

    monkeypatch.setattr(making, "_add", removes_first)
    made = make_backup(folder, tmp_path / "备份.zip", print)
    assert "files/aa/aa2" not in made.digests
    with zipfile.ZipFile(tmp_path / "备份.zip") as package:
        assert "files/aa/aa2" not in package.namelist()


def test_backup_never_writes_over_a_file_and_leaves_no_half_one(
    folder: DataFolder, tmp_path: Path
) -> None:
    target = tmp_path / "备份.zip"
    target.write_bytes(b"old")
    with pytest.raises(Unwritable, match="已经有这个文件"):
        make_backup(folder, target, print)
    assert target.read_bytes() == b"old"
    with pytest.raises(Unwritable, match="备份写不进去"):
        make_backup(folder, tmp_path / "没有" / "备份.zip", print)
    with pytest.raises(DuizhaoError, match="没有对照的数据"):
        make_backup(DataFolder(tmp_path / "空"), tmp_path / "空.zip", print)
    assert sorted(os.listdir(tmp_path)) == ["备份.zip", "数据"]


def changed(source: Path, target: Path, **members: bytes | None) -> Path:
    """The backup with another content for some of its files; None takes one out."""
    given = {name.replace("__", "/").replace("_", "."): data for name, data in members.items()}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = given.pop(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return target


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({"files__aa__aa1": b"other"}, "和做备份时不一样"),
        ({"files__aa__aa1": None}, "备份里缺"),
        ({MANIFEST.replace(".", "_"): None}, "这不是对照的备份"),
        ({MANIFEST.replace(".", "_"): b"{}"}, "不完整"),
        ({MANIFEST.replace(".", "_"): b'["a"]'}, "不完整"),
        (
            {MANIFEST.replace(".", "_"): BackupManifest("99.0.0", "").to_json().encode()},
            "请用新的那一个",
        ),
        (
            {
                MANIFEST.replace(".", "_"): BackupManifest(__version__, "", digests={"../aa": ""})
                .to_json()
                .encode()
            },
            "不在数据文件夹里",
        ),
    ],
)
def test_backup_that_is_not_whole_is_put_back_not_at_all(
    folder: DataFolder, tmp_path: Path, members: dict[str, bytes | None], why: str
) -> None:
    make_backup(folder, tmp_path / "备份.zip", print)
    bad = changed(tmp_path / "备份.zip", tmp_path / "坏.zip", **members)
    with pytest.raises(DuizhaoError, match=why):
        restore_backup(bad, DataFolder(tmp_path / "恢复"), None)
    assert not list(tmp_path.glob("恢复*"))


def test_backup_goes_into_an_empty_folder_alone(folder: DataFolder, tmp_path: Path) -> None:
    make_backup(folder, tmp_path / "备份.zip", print)
    with pytest.raises(DuizhaoError, match="已经有东西"):
        restore_backup(tmp_path / "备份.zip", folder, None)
    (tmp_path / "残.zip").write_bytes((tmp_path / "备份.zip").read_bytes()[:300])
    with pytest.raises(DuizhaoError, match="不是备份"):
        restore_backup(tmp_path / "残.zip", DataFolder(tmp_path / "恢复"), None)
    (tmp_path / "恢复").mkdir()
    restore_backup(tmp_path / "备份.zip", DataFolder(tmp_path / "恢复"), None)
    assert (tmp_path / "恢复" / "files" / "aa" / "aa2").read_bytes() == b"aa2"


SERVER = os.environ.get("DUIZHAO_TEST_DATABASE", "")


@pytest.mark.skipif(not (SERVER and shutil.which("pg_dump")), reason="no PostgreSQL to try it on")
def test_records_of_postgresql_go_into_an_empty_database(tmp_path: Path) -> None:
    import psycopg

    base, ours = SERVER.rpartition("/")[0], f"backup_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        for name in (ours, f"{ours}_new"):
            server.execute(f"DROP DATABASE IF EXISTS {name}")
            server.execute(f"CREATE DATABASE {name}")
    try:
        with psycopg.connect(f"{base}/{ours}", autocommit=True) as database:
            database.execute("CREATE TABLE said (words text)")
            database.execute("INSERT INTO said VALUES ('去年拖了三周')")
        folder = DataFolder(tmp_path / "数据")
        keep_address(folder, f"{base}/{ours}")
        made = make_backup(folder, tmp_path / "备份.zip", print)
        assert made.has_dump
        with pytest.raises(DuizhaoError, match="--database"):
            restore_backup(tmp_path / "备份.zip", DataFolder(tmp_path / "恢复"), None)
        with pytest.raises(DuizhaoError, match="pg_restore 没有做成"):
            restore_backup(tmp_path / "备份.zip", DataFolder(tmp_path / "恢复"), f"{base}/{ours}")
        assert not list(tmp_path.glob("恢复*"))
        restored = DataFolder(tmp_path / "恢复")
        restore_backup(tmp_path / "备份.zip", restored, f"{base}/{ours}_new")
        assert restored.database_address.read_text().endswith("_new")
        with psycopg.connect(f"{base}/{ours}_new") as database:
            assert database.execute("SELECT * FROM said").fetchall() == [("去年拖了三周",)]
    finally:
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {ours}")
            server.execute(f"DROP DATABASE IF EXISTS {ours}_new")
