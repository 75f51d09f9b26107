"""What the store of an index refuses, in the words of an office."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from duizhao.errors import DuizhaoError, Unwritable, UnwritablePlace
from duizhao.os_reason import is_of_place, reason_of

LIKE_FILES: Mapping[str, int] = {
    "SQLITE_FULL": errno.ENOSPC,
    "SQLITE_IOERR": errno.EIO,
    "SQLITE_CANTOPEN": errno.EACCES,
    "SQLITE_PERM": errno.EACCES,
    "SQLITE_NOMEM": errno.ENOMEM,
}
"""The error of a file that says the same, by how the name of an error of the store begins."""
READ_ONLY = "没有写入权限，或者磁盘是只读的，请换一个文件夹"
OF_STORE: Mapping[str, str] = {
    "SQLITE_BUSY": "另一个程序正在写这个索引，请稍后再试",
    "SQLITE_LOCKED": "另一个程序正在写这个索引，请稍后再试",
    "SQLITE_CORRUPT": "索引已损坏，请删去这个文件夹，重新收入材料",
    "SQLITE_NOTADB": "这不是查重索引；请换一个文件夹",
}


@contextmanager
def store_written(folder: Path) -> Iterator[None]:
    """Raises Unwritable, UnwritablePlace with a reason in Chinese where the store or the system refuses."""
    import sqlite3

    try:
        yield
    except sqlite3.Error as fault:
        raise _refusal(folder, getattr(fault, "sqlite_errorname", ""), fault) from fault
    except OSError as fault:
        kind = UnwritablePlace if is_of_place(fault) else Unwritable
        raise kind(f"{folder}：索引写不进去，{reason_of(fault)}") from fault


def _refusal(folder: Path, name: str, fault: Exception) -> DuizhaoError:
    for known, reason in OF_STORE.items():
        if name.startswith(known):
            return Unwritable(f"{folder}：{reason}")
    if name.startswith("SQLITE_READONLY"):
        return UnwritablePlace(f"{folder}：索引写不进去，{READ_ONLY}")
    for known, number in LIKE_FILES.items():
        if name.startswith(known):
            return UnwritablePlace(f"{folder}：索引写不进去，{reason_of(OSError(number, ''))}")
    return Unwritable(f"{folder}：索引打不开（{name or fault}）")
