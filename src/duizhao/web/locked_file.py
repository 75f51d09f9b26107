"""A file that one process at a time holds locked; the system unlocks it however the process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from duizhao.web.data_folder import PRIVATE_FILE


def lock(path: Path) -> IO[bytes] | None:
    """The file at `path`, locked until it is closed; None if another process holds it."""
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE), "rb+")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
