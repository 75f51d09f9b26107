"""Files of the site: each written once, under a random name, and never changed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.conf import settings

from duizhao.operating_system import delete, replace
from duizhao.web.data_folder import PRIVATE_FILE, PRIVATE_FOLDER

KEY_BYTES = 16


def store(data: bytes) -> str:
    """Keep `data`. Returns the key under which it is found; after that it survives a power cut."""
    key = secrets.token_hex(KEY_BYTES)
    path = place_of(key)
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    made = path.with_suffix(".new")
    with open(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    replace(made, path)
    return key


def load(key: str) -> bytes:
    """What was kept under `key`."""
    return place_of(key).read_bytes()


def remove(key: str) -> None:
    """Remove what was kept under `key`, if it is still there."""
    delete(place_of(key))


def place_of(key: str) -> Path:
    """Where a file lies."""
    folder: Path = settings.DATA_FOLDER.files
    return folder / key[:2] / key
