"""Brings the database of a data folder up to this version of the program, with a copy kept before.

A folder that a newer version has changed is refused: what this version does not know it could not keep.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from duizhao.errors import DuizhaoError
from duizhao.version import __version__
from duizhao.web.data_copy import DataCopy, keep_copy, prune_copies, restore
from duizhao.web.data_folder import DataFolder, write_private

ONCE_INSTALLED = frozenset(("axes",))
"""What earlier versions had installed: its tables are no sign of a newer one."""
SQLITE = "sqlite"

COLUMNS_OF_SQLITE = "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
COLUMNS = """\
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = ANY(current_schemas(false))
"""


class _Lacking(Exception):
    """All migrations are applied, and the tables are not those of this version."""


Say = Callable[[str], None]


def update_database(folder: DataFolder, say: Say) -> None:
    """Apply the migrations that are pending. Raises DuizhaoError; the records are then as they were."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    if _is_newer(loader):
        # Of this very version, it was a trial of it: no release changes its migrations.
        is_trial = _written_by(folder) == __version__
        raise DuizhaoError(_before_release(folder) if is_trial else _newer_in_words(folder))
    if executor.migration_plan(loader.graph.leaf_nodes()):
        _migrate(folder, say, is_new=not loader.applied_migrations)
    elif _is_lacking():
        raise DuizhaoError(_before_release(folder))
    if _written_by(folder) != __version__:
        write_private(folder.version, __version__)
    prune_copies(folder)


def _migrate(folder: DataFolder, say: Say, *, is_new: bool) -> None:
    copy = None if is_new else keep_copy(folder)
    try:
        call_command("migrate", verbosity=0, interactive=False)
        if _is_lacking():
            raise _Lacking
    except BaseException as fault:
        if copy is None:
            raise
        left = _as_before(copy, folder)
        if isinstance(fault, (_Lacking, InconsistentMigrationHistory)):
            raise DuizhaoError(_before_release(folder)) from fault
        if not isinstance(fault, DatabaseError):
            raise
        raise DuizhaoError(f"数据没有更新成（{fault}）；{left}") from fault
    if copy:
        say(f"数据已更新，供对照 {__version__} 使用；更新前的备份：{copy.path}")
        if connection.vendor != SQLITE:
            say("备份里只有设置；PostgreSQL 里的记录要用 pg_dump 备份")


def _is_lacking() -> bool:
    """Lacks the database a column of a model, with all migrations applied? Those of trial versions were made anew."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS_OF_SQLITE if connection.vendor == SQLITE else COLUMNS)
        there = set(cursor.fetchall())
    return any(
        (model._meta.db_table, column.column) not in there
        for model in apps.get_models()
        for column in model._meta.local_concrete_fields
    )


def _before_release(folder: DataFolder) -> str:
    return (
        f"{folder.root}：这里的数据是正式版本以前的试用版留下的，这个版本（{__version__}）打不开，数据没有动；"
        "请用原来那一个打开，把要用的材料导出来，再放进一个新的数据文件夹（--data）"
    )


def _as_before(copy: DataCopy, folder: DataFolder) -> str:
    """Put the records back. Returns where they are left, in words."""
    if connection.vendor != SQLITE:
        return "PostgreSQL 里的记录可能更新了一半，请用 pg_dump 的备份恢复"
    connection.close()
    try:
        restore(copy, folder)
    except (sqlite3.Error, OSError):
        return f"更新前的备份在 {copy.path}，里面写着怎样恢复"
    return "数据和更新前一样，旧版本还能打开"


def _is_newer(loader: MigrationLoader) -> bool:
    """Has the database migrations that this version does not have?"""
    apps = loader.migrated_apps | ONCE_INSTALLED
    return any(
        app not in apps
        or (app in loader.migrated_apps and (app, name) not in loader.disk_migrations)
        for app, name in loader.applied_migrations
    )


def _written_by(folder: DataFolder) -> str:
    try:
        return folder.version.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _newer_in_words(folder: DataFolder) -> str:
    version = _written_by(folder)
    newer = f"对照 {version} " if version not in ("", __version__) else "更新的对照"
    return (
        f"{folder.root}：这里的数据已由{newer}更新过，这个是旧的（{__version__}），不能打开，数据没有动；"
        f"请打开新的那一个。要回到旧的，见“{folder.copies.name}”文件夹里写的办法"
    )
