"""Where a site keeps its records: a file in its data folder, or a PostgreSQL server that the folder names."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from duizhao.errors import DuizhaoError
from duizhao.web.data_copy import forget_copies
from duizhao.web.data_folder import DataFolder, write_private

SCHEMES = frozenset(("postgresql", "postgres"))
WAITS_SECONDS = 10
"""Seconds that a page waits for whoever holds the database, before it is refused."""
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": WAITS_SECONDS,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON",
}


def keep_address(folder: DataFolder, address: str) -> None:
    """From now on this site keeps its records in the database at `address`. Raises DuizhaoError."""
    _from_address(address)
    folder.make()
    write_private(folder.database_address, address)


def database_settings(folder: DataFolder) -> dict[str, Any]:
    """Django's settings for the database of a data folder. Raises DuizhaoError."""
    try:
        return _from_address(folder.database_address.read_text(encoding="utf-8").strip())
    except FileNotFoundError:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder.database,
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": None,
        }


def forget_journal() -> None:
    """Leave nothing of what was removed in SQLite's journal, in which pages still stand as they were, nor in copies."""
    # Imported here: settings are made from this module, before there is a connection.
    from django.conf import settings
    from django.db import connection

    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    forget_copies(settings.DATA_FOLDER)


def compact() -> bool:
    """Write the database anew, without pages of what was removed. False where it is in use: then it is wanted still.

    PostgreSQL has nothing of the kind that may run while others write: its administrator runs VACUUM FULL.
    """
    from django.conf import settings
    from django.db import OperationalError, connection

    wanted = settings.DATA_FOLDER.compaction_wanted
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_busy = bool(cursor.fetchone()[0])
    except OperationalError:
        is_busy = True
    if is_busy:
        write_private(wanted, "")
    else:
        wanted.unlink(missing_ok=True)
    return not is_busy


def compact_if_wanted() -> None:
    """Do what could not be done while the database was in use."""
    from django.conf import settings

    if settings.DATA_FOLDER.compaction_wanted.exists():
        compact()


def _from_address(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    name = parts.path.strip("/")
    if parts.scheme not in SCHEMES or not name:
        raise DuizhaoError(
            "数据库地址要写成 postgresql://user:password@127.0.0.1:5432/duizhao 这样"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(name),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "OPTIONS": {
            "connect_timeout": WAITS_SECONDS,
            "options": f"-c lock_timeout={WAITS_SECONDS}s",
        },
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
