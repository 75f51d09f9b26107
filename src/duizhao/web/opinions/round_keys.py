"""The keys of open rounds: files of the service alone, never in the database and in no backup.

A closed round has no key: what old copies of the database hold of it can no longer be read.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from duizhao.web.data_folder import write_private
from duizhao.web.opinions.sealing import new_round_key

ROUND = re.compile("[0-9a-f]{16}")


def make_round_key(round_key: str) -> None:
    """Make the key of a new round."""
    write_private(_place(round_key), new_round_key().hex())


def read_round_key(round_key: str) -> bytes | None:
    """The key of a round; None if it is gone, as after a backup was put back."""
    try:
        return bytes.fromhex(_place(round_key).read_text(encoding="ascii"))
    except (OSError, ValueError):
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


def _place(round_key: str) -> Path:
    if not ROUND.fullmatch(round_key):
        raise ValueError(round_key)
    folder: Path = settings.DATA_FOLDER.round_keys
    return folder / f"round-{round_key}"
