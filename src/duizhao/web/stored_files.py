"""Files of the site: each written once, under a random name, and never changed."""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from duizhao.operating_system import delete
from duizhao.web.data_folder import PRIVATE_FOLDER, write_whole

KEY_BYTES = 16
COLUMN = "content"
"""The name that a field with the key of a stored file has in every model."""
ASKED_AT_ONCE = 500
"""Keys in one query: SQLite takes no more than some thousands."""
KEY = re.compile("[0-9a-f]{32}")


def store(data: bytes) -> str:
    """Keep `data`. Returns the key under which it is found; after that it survives a power cut."""
    key = secrets.token_hex(KEY_BYTES)
    _write(place_of(key), data)
    return key


def store_again(key: str, data: bytes) -> None:
    """Keep `data` under the key that it had on another site, and that no row names here."""
    if not KEY.fullmatch(key):
        raise ValueError(key)
    # What an import that was ended in its midst has left.
    delete(_unfinished(place_of(key)))
    _write(place_of(key), data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    write_whole(path, data, _unfinished(path), os.O_EXCL)


def _unfinished(path: Path) -> Path:
    return path.with_suffix(".new")


def load(key: str) -> bytes:
    """What was kept under `key`."""
    return place_of(key).read_bytes()


def remove(key: str) -> None:
    """Remove what was kept under `key`, if it is still there."""
    delete(place_of(key))


def is_stored(field: models.Field[Any, Any]) -> bool:
    """Whether a field of a model has the key of a stored file."""
    return field.name == COLUMN and isinstance(field, models.CharField)


def rows_with_files() -> Iterator[models.QuerySet[Any]]:
    """The rows of every model, whatever app it is of, that name a stored file."""
    for model in apps.get_models():
        if any(is_stored(field) for field in model._meta.concrete_fields):
            yield model._base_manager.all()


def stored_keys() -> frozenset[str]:
    """The keys that any row names."""
    return frozenset(
        key for rows in rows_with_files() for key in rows.values_list(COLUMN, flat=True)
    )


def in_use(contents: Iterable[str]) -> set[str]:
    """Those of the keys that any row names: versions that are the same share their file."""
    wanted, found = sorted(contents), set[str]()
    for start in range(0, len(wanted), ASKED_AT_ONCE):
        some = wanted[start : start + ASKED_AT_ONCE]
        for rows in rows_with_files():
            found |= set(rows.filter(**{f"{COLUMN}__in": some}).values_list(COLUMN, flat=True))
    return found


def sweep(named: Collection[str], *, older_than: float) -> list[Path]:
    """Remove files that no row names and that are older (in seconds): a request or a job was ended before its row.

    Returns what was removed.
    """
    folder: Path = settings.DATA_FOLDER.files
    oldest = time.time() - older_than
    left = [
        path
        for path in folder.glob("??/*")
        if path.name not in named and path.is_file() and path.stat().st_mtime < oldest
    ]
    for path in left:
        delete(path)
    return left


def place_of(key: str) -> Path:
    """Where a file lies."""
    folder: Path = settings.DATA_FOLDER.files
    return folder / key[:2] / key
