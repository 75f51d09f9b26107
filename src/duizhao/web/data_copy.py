"""Copies of the database and the settings, kept before an update changes them. Files put in never change: they stay."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from filecmp import cmp
from pathlib import Path

from duizhao.errors import DuizhaoError
from duizhao.os_reason import reason_of
from duizhao.web.data_folder import PRIVATE_FOLDER, DataFolder, write_private

DATABASE = "duizhao.sqlite3"
MADE_AT = "%Y-%m-%d %H.%M.%S"
UNFINISHED = ".new"
KEPT_COPIES, KEPT_FOR = 3, timedelta(days=90)
"""An old copy still holds what was removed since."""
HOW_TO_GO_BACK = "怎样恢复.txt"
# Left of the database that is replaced, its journal would be read into the one that was put back.
ADVICE = f"""\
这里是 {{0}} 更新数据之前的一份备份：记录和设置。放进来的文件没有动，不在这里面。

要回到更新以前：
1. 在页面上点“结束”，关掉对照；服务器上，停掉服务。
2. 到上上一级文件夹（{{1}}），删掉名称以 {DATABASE} 开头的几个文件。
3. 把这个文件夹里的 {DATABASE}（还有 duizhao.toml、版式.toml、profiles，如果有）复制到那里。
   服务器上要用运行对照的那个用户来复制：用 root 复制的，对照打不开。
4. 打开原来那个旧版本的对照。

更新以后放入、改过的，旧版本里没有。最近的 {KEPT_COPIES} 份备份留 {KEPT_FOR.days} 天；
清空任何一批材料，或汇总一轮意见，备份就全部删除。
"""


@dataclass(frozen=True, slots=True)
class DataCopy:
    """A copy of the records and settings as they were before an update."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / DATABASE

    @property
    def made_at(self) -> datetime:
        """When it was made, in the time of this computer."""
        return datetime.strptime(self.path.name, MADE_AT)


def data_copies(folder: DataFolder) -> list[DataCopy]:
    """The copies that are kept, the newest first."""
    found = []
    for path in folder.copies.glob("*"):
        copy = DataCopy(path)
        with suppress(ValueError):
            found.append((copy.made_at, copy))
    return [copy for _, copy in sorted(found, key=lambda each: each[0], reverse=True)]


def keep_copy(folder: DataFolder) -> DataCopy:
    """Copy the database, if it is a file here, and the settings. Raises DuizhaoError; then nothing is left of it."""
    made_at = datetime.now()
    path = folder.copies / made_at.strftime(MADE_AT)
    making = path.with_name(path.name + UNFINISHED)
    try:
        _remove_unfinished(folder)
        making.mkdir(mode=PRIVATE_FOLDER, parents=True)
        _fill(making, folder)
        write_private(
            making / HOW_TO_GO_BACK,
            ADVICE.format(
                f"{made_at.year}年{made_at.month}月{made_at.day}日 {made_at:%H:%M}", folder.root
            ),
        )
        return _settled(making, path, folder)
    except (OSError, sqlite3.Error) as fault:
        shutil.rmtree(making, ignore_errors=True)
        reason = reason_of(fault) if isinstance(fault, OSError) else str(fault)
        raise DuizhaoError(
            f"更新数据之前要先备份一份，备份没有做成：{reason}。数据没有动，旧版本还能打开"
        ) from fault


def restore(copy: DataCopy, folder: DataFolder) -> None:
    """Put the records of a copy back where they were. Raises sqlite3.Error, OSError."""
    copy_database(copy.database, folder.database)


def prune_copies(folder: DataFolder) -> None:
    """Remove copies that are old, and all except the newest few."""
    oldest = datetime.now() - KEPT_FOR
    for number, copy in enumerate(data_copies(folder)):
        if number >= KEPT_COPIES or copy.made_at < oldest:
            shutil.rmtree(copy.path, ignore_errors=True)
    _remove_unfinished(folder)


def forget_copies(folder: DataFolder) -> None:
    """Remove all copies: what is cleared stands in none of them."""
    shutil.rmtree(folder.copies, ignore_errors=True)


def _fill(making: Path, folder: DataFolder) -> None:
    if folder.database.exists():
        copy_database(folder.database, making / DATABASE)
    settings = (*folder.root.glob("*.toml"), *folder.root.glob("*.txt"))
    for path in (*settings, *folder.profiles.glob("*")):
        place = making / path.relative_to(folder.root)
        place.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        shutil.copy2(path, place)
    for path in making.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def copy_database(source: Path, target: Path) -> None:
    """Copy a SQLite database as it is at one moment, while others write. Raises sqlite3.Error, OSError."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        try:
            read.backup(written)
        except sqlite3.Error as fault:
            if fault.sqlite_errorcode == sqlite3.SQLITE_FULL:
                raise OSError(errno.ENOSPC, str(fault)) from fault
            raise


def _settled(making: Path, path: Path, folder: DataFolder) -> DataCopy:
    """A copy that is whole under its name; the last one if nothing has changed since, as after a failed update."""
    earlier = data_copies(folder)
    if earlier and _is_same(earlier[0].database, making / DATABASE):
        shutil.rmtree(making)
        return earlier[0]
    making.rename(path)
    return DataCopy(path)


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and cmp(one, other, shallow=False)


def _remove_unfinished(folder: DataFolder) -> None:
    for left in folder.copies.glob(f"*{UNFINISHED}"):
        shutil.rmtree(left, ignore_errors=True)
