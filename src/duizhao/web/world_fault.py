"""What is wrong outside the program where a page or a job could not do its work: the disk, the database, a lock.

Neither page nor job can mend it, and the next attempt may succeed: the message names it, with what to do.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError

from duizhao.os_reason import is_of_place, reason_of
from duizhao.web.status_codes import NO_SPACE, UNAVAILABLE

FULL = "{place}的磁盘满了。{asked}腾出空间，再做一次"
READ_ONLY = "{place}的数据文件夹现在只能读、不能写。{asked}检查磁盘，再做一次"
BUSY = "数据库正被占用，可能在备份或更新。请过一会儿再做一次"
AWAY = "数据库没有回答。请过一会儿再做一次；一直这样，{asked}看看数据库是不是停了"
BROKEN = "{place}的磁盘读写出错。{asked}检查磁盘，再做一次"
MISSING = "{place}上存放的一个文件不在了。{asked}从备份里找回来"

OF_SQLITE = {
    "BUSY": BUSY,
    "LOCKED": BUSY,
    "FULL": FULL,
    "READONLY": READ_ONLY,
    "IOERR": BROKEN,
    "CANTOPEN": BROKEN,
}
"""By the second word of the name of the error."""
OF_POSTGRESQL = {
    "53100": FULL, "25006": READ_ONLY, "55P03": BUSY, "57014": BUSY, "40P01": BUSY, "40001": BUSY, "53": AWAY,
    "57": AWAY, "08": AWAY, "58": BROKEN,
}  # fmt: skip
"""By the code of the error (SQLSTATE), or by its class."""
OF_SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
    errno.EIO: BROKEN,
}


@dataclass(frozen=True, slots=True)
class WorldFault:
    """What is wrong outside the program, and what to do.

    `is_known_undone`: nothing was kept. Where the database has stopped to answer, the last act may have been kept.
    """

    words: str
    status: int = UNAVAILABLE
    is_known_undone: bool = True

    @classmethod
    def from_exception(cls, fault: BaseException | None) -> WorldFault | None:
        """The fault of the world behind an exception; None where the program itself is at fault."""
        if isinstance(fault, (DatabaseError, InterfaceError)):
            said = _said_by_database(fault)
        elif isinstance(fault, OSError):
            said = _said_by_system(fault)
        else:
            return cls.from_exception(fault.__cause__) if fault and fault.__cause__ else None
        if not said:
            return None
        here, asked = ("这台电脑", "请") if settings.IS_DESK else ("服务器", "请管理员")
        status = NO_SPACE if said == FULL else UNAVAILABLE
        return cls(said.format(place=here, asked=asked), status, is_known_undone=said != AWAY)


def _said_by_database(fault: Exception) -> str:
    cause = fault.__cause__
    if name := getattr(cause, "sqlite_errorname", None):
        return OF_SQLITE.get(name.split("_")[1], "")
    state = getattr(cause, "sqlstate", None)
    if state is None:
        # psycopg names no code where there is no connection.
        is_of_world = isinstance(fault, (OperationalError, InterfaceError))
        return AWAY if is_of_world and type(cause).__module__.startswith("psycopg") else ""
    return OF_POSTGRESQL.get(state) or OF_POSTGRESQL.get(state[:2], "")


def _said_by_system(fault: OSError) -> str:
    if said := OF_SYSTEM.get(fault.errno or 0):
        return said
    lies_here = (
        bool(fault.filename) and settings.DATA_FOLDER.root in Path(str(fault.filename)).parents
    )
    if lies_here and isinstance(fault, FileNotFoundError):
        return MISSING
    return f"{{place}}上没有做成：{reason_of(fault)}" if lies_here or is_of_place(fault) else ""
