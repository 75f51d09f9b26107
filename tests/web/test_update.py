"""A new version of the program opens the data of an old one, and an old one refuses those of a new one."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import running_desk
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from duizhao.errors import DuizhaoError
from duizhao.version import __version__
from duizhao.web import update
from duizhao.web.data_copy import data_copies
from duizhao.web.data_folder import DataFolder

OLDER = """
import sys
from pathlib import Path
from django.core.management import call_command
from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure
folder = DataFolder(Path(sys.argv[1]))
folder.make()
configure(folder, is_desk=True)
call_command("migrate", verbosity=0)
call_command("migrate", "desk", "0006", verbosity=0)
"""
TEXT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n"


@pytest.fixture
def older(tmp_path: Path) -> DataFolder:
    """A data folder as a version before the last migration has left it."""
    folder = DataFolder(tmp_path / "数据")
    subprocess.run([sys.executable, "-c", OLDER, str(folder.root)], check=True)
    return folder


def tables(path: Path) -> set[str]:
    return {name for (name,) in ask(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}


def ask(path: Path, query: str, *values: str) -> list[tuple[str, ...]]:
    database = sqlite3.connect(path)
    try:
        with database:
            return database.execute(query, values).fetchall()
    finally:
        database.close()


def start(folder: DataFolder, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A start that is expected to end by itself, with a browser that shows nothing."""
    command = ["desk", "--port", "19310", "--data", str(folder.root), *arguments]
    return subprocess.run(
        [sys.executable, "-m", "duizhao", *command],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "BROWSER": "true"},
    )


def test_data_of_an_older_version_are_updated_with_a_copy_before(older: DataFolder) -> None:
    with running_desk(older.root) as desk:
        (copy,) = data_copies(older)
        assert "desk_keptscreening" in tables(older.database)
        assert "desk_keptscreening" not in tables(copy.database)
        client = DeskClient(desk.data)
        assert f"更新前的备份：{copy.path}" in client.get("/").text
        assert str(copy.path) in client.get("/settings/").text
        assert client.put_in(client.begin(), "甲.txt", TEXT.encode()).status == 200
    with running_desk(older.root) as desk:
        assert "更新前的备份" not in DeskClient(desk.data).get("/").text
    assert data_copies(older) == [copy]


@pytest.mark.parametrize(("app", "name"), [("desk", "9999_later"), ("unheard_of", "0001_initial")])
def test_data_of_a_newer_version_are_refused_and_stay(
    older: DataFolder, app: str, name: str
) -> None:
    sql = "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, '2030-01-01')"
    ask(older.database, sql, app, name)
    older.version.write_text("9.0.0", encoding="utf-8")
    before = older.database.read_bytes()
    done = start(older)
    assert done.returncode == 2
    assert "这里的数据已由对照 9.0.0 更新过" in done.stderr
    assert "请打开新的那一个" in done.stderr
    assert older.database.read_bytes() == before


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="the records of PostgreSQL are not copied"
)
def test_update_that_fails_leaves_the_records_as_they_were(
    older: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        ask(older.database, "DROP TABLE desk_batch")
        raise DatabaseError("disk I/O error")

    monkeypatch.setattr(update, "call_command", fail)
    said: list[str] = []
    with pytest.raises(DuizhaoError, match=r"没有更新成（disk I/O error）；数据和更新前一样"):
        update._migrate(older, said.append, is_new=False)
    assert "desk_batch" in tables(older.database)
    assert said == []


def test_tables_of_a_trial_version_are_named_and_left(db, tmp_path: Path) -> None:
    assert not update._is_lacking()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE talks_talk DROP COLUMN place")
    assert update._is_lacking()
    with pytest.raises(DuizhaoError, match=r"正式版本以前的试用版.*数据没有动.*请用原来那一个打开"):
        update.update_database(DataFolder(tmp_path), print)


def test_migration_of_a_trial_of_this_version_is_none_of_a_newer_one(db, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.version.write_text(__version__, encoding="utf-8")
    MigrationRecorder(connection).record_applied("desk", "0010_renamed_since")
    with pytest.raises(DuizhaoError, match="正式版本以前的试用版"):
        update.update_database(folder, print)


def test_running_desk_of_another_version_is_to_be_ended_first(tmp_path: Path) -> None:
    with running_desk(tmp_path):
        folder = DataFolder(tmp_path)
        running = json.loads(folder.running.read_text(encoding="utf-8"))
        folder.running.write_text(json.dumps({**running, "version": "0.0.9"}), encoding="utf-8")
        done = start(folder)
        # The page may have been closed: it is opened again.
        assert f"url={running['base']}/?key=" in folder.opening.read_text(encoding="utf-8")
    assert done.returncode == 2
    assert "另一个版本的对照（0.0.9）还开着：请先在它的页面上点“结束”" in done.stderr


def test_of_two_starts_at_once_one_serves_and_the_other_opens_it(tmp_path: Path) -> None:
    command = ["desk", "--no-browser", "--port", "19320", "--data", str(tmp_path)]
    starts = [
        subprocess.Popen(
            [sys.executable, "-m", "duizhao", *command], stderr=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    first = [each.stderr.readline() for each in starts if each.stderr]
    for each in starts:
        each.terminate()
        each.communicate()
    assert data_copies(DataFolder(tmp_path)) == []
    assert sorted(line.partition("http")[0] for line in first) == [
        "已经在运行：",
        "请在浏览器里打开：",
    ]
