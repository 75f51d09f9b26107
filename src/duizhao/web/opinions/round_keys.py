"""The keys of open rounds: files of the service alone, never in the database and in no backup.

A closed round has no key: what old copies of the database hold of it can no longer be read.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from duizhao.web.data_folder import write_private
from duizhao.web.opinions.sealing import new_round_key

PREFIX = "round-"
ROUND = re.compile("[0-9a-f]{16}")


def make_round_key(round_key: str) -> None:
    """Make the key of a new round."""
    write_private(_place(round_key), new_round_key().hex())


def read_round_key(round_key: str) -> bytes | None:
    """The key of a round; None if it is gone, as after a backup was put back.

    Raises OSError for one that is there and cannot be read now: that round is not lost.
    """
    try:
        return bytes.fromhex(_place(round_key).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None


def destroy_round_key(round_key: str) -> None:
    """Write over the key of a round, and remove it."""
    place = _place(round_key)
    with suppress(FileNotFoundError):
        with place.open("r+b") as file:
            file.write(b"0" * place.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        place.unlink()


def left_keys(*, known: Mapping[str, bool], older_than: float) -> list[str]:
    """The rounds whose keys were to be destroyed: closed, or gone. `known` says of each round whether it is closed.

    The row of a round that is just being begun is not there yet: a key younger than `older_than` (seconds) stays.
    """
    folder: Path = settings.DATA_FOLDER.round_keys
    oldest = time.time() - older_than
    left = []
    for path in folder.glob(f"{PREFIX}*"):
        round_key = path.name.removeprefix(PREFIX)
        is_young = path.stat().st_mtime > oldest
        if ROUND.fullmatch(round_key) and known.get(round_key, not is_young):
            left.append(round_key)
    return left


def _place(round_key: str) -> Path:
    if not ROUND.fullmatch(round_key):
        raise ValueError(round_key)
    folder: Path = settings.DATA_FOLDER.round_keys
    return folder / f"{PREFIX}{round_key}"
