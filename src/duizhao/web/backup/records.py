"""The records of a site as one file, and back: by SQLite itself, or by the tools of PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from duizhao.errors import DuizhaoError, MissingTool
from duizhao.web.backup.form import DUMP, RECORDS
from duizhao.web.data_copy import copy_database
from duizhao.web.data_folder import DataFolder
from duizhao.web.database import database_settings

LAST_WORDS = 500


def copy_records(folder: DataFolder, into: Path) -> Path:
    """The records as they are at one moment, while others write. Raises DuizhaoError."""
    known = database_settings(folder)
    if not known["ENGINE"].endswith("postgresql"):
        if not folder.database.exists():
            raise DuizhaoError(f"{folder.root}：这里没有对照的数据；请用 --data 指出数据文件夹")
        made = into / RECORDS
        try:
            copy_database(folder.database, made)
        except sqlite3.Error as fault:
            raise DuizhaoError(f"{folder.database}：数据库读不出来，没有备份：{fault}") from fault
        return made
    made = into / DUMP
    _run("pg_dump", ["--format=custom", f"--file={made}", "--no-owner"], known)
    return made


def put_back_dump(dump: Path, folder: DataFolder) -> None:
    """Fill the empty PostgreSQL database of a folder: all of it or nothing. Raises DuizhaoError."""
    options = ["--single-transaction", "--exit-on-error", "--no-owner", str(dump)]
    known = database_settings(folder)
    _run("pg_restore", [f"--dbname={known['NAME']}", *options], known)


def _run(program: str, options: list[str], known: dict[str, Any]) -> None:
    if shutil.which(program) is None:
        raise MissingTool(f"没有找到 {program}：请安装 PostgreSQL 的客户端程序，再做一次")
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {name: str(known[key]) for name, key in named.items() if known[key]}
    done = subprocess.run(
        [program, *options],
        check=False,
        capture_output=True,
        # Not on the command line, where others see it.
        env={**os.environ, **given, "PGDATABASE": str(known["NAME"])},
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()[-LAST_WORDS:]
        raise DuizhaoError(f"{program} 没有做成：{said}")
