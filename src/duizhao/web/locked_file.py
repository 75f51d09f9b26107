"""A file that one process at a time holds locked; the system unlocks it however the process ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from duizhao import operating_system
from duizhao.web.data_folder import PRIVATE_FILE


def lock(path: Path) -> IO[bytes] | None:
    """The file at `path`, locked until it is closed; None if another process holds it."""
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE), "rb+")
    try:
        operating_system.lock(file)
    except OSError:
        file.close()
        return None
    return file
