"""Runs pip, the one thing here that may use the network."""

from __future__ import annotations

import os
import subprocess
import sys

from tools.bundle.target import LOCKS

FIXED_TIME = "1735689600"
"""2025-01-01, in seconds since 1970: the date of everything that is built here, so that builds can be compared."""


def pip(command: str, *arguments: str) -> None:
    """Run one command of pip; what we build ourselves is built with pinned tools, and dated alike."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", command, "-qq", "--disable-pip-version-check", *arguments],
        env=os.environ
        | {"PIP_CONSTRAINT": str(LOCKS / "build.txt"), "SOURCE_DATE_EPOCH": FIXED_TIME},
        check=False,
    )
    if done.returncode:
        sys.exit(f"pip {command} 没有成功，见上面")
