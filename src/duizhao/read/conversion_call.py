"""One call of a program that makes Word files of older formats: in its own folder, ended in time with its children."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from duizhao.operating_system import end_with_children, start_apart

LOOK_SECONDS = 0.2
"""How often to look whether a copy has come."""
OUT = "out"
"""Where in its folder a program puts the copies."""

Command = Callable[[Path, Sequence[Path]], list[str]]
"""How the program is called with a folder and the originals in it."""


def call_program(
    command: Command, files: Sequence[bytes], suffix: str, seconds: float
) -> tuple[list[bytes | None], bool]:
    """What one call makes of files with a suffix, and whether it ended well.

    A file that it cannot open has None. Each file may take `seconds`. A call that did not end well was stopped by the
    first file without a copy.
    """
    with tempfile.TemporaryDirectory(prefix="duizhao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        originals = [folder / f"{number:03}{suffix}" for number in range(len(files))]
        for original, data in zip(originals, files, strict=True):
            original.write_bytes(data)
        copies = [folder / OUT / f"{original.stem}.docx" for original in originals]
        with _running(command(folder, originals), folder) as process:
            is_whole = _waited(process, copies, seconds)
        # The last copy of a call that was stopped may be half written.
        made = [copy.read_bytes() if zipfile.is_zipfile(copy) else None for copy in copies]
    return made, is_whole


def _waited(process: subprocess.Popen[bytes], copies: Sequence[Path], seconds: float) -> bool:
    """Wait for the end as long as each new copy takes no more than `seconds`; False for a crash or too long a wait."""
    done = 0
    while True:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with suppress(subprocess.TimeoutExpired):
                # It returns 0 even for files that it cannot open, and not for a crash.
                return process.wait(min(seconds, LOOK_SECONDS)) == 0
            if len(copies) > 1 and sum(map(Path.exists, copies)) > done:
                break
        else:
            return False
        done = sum(map(Path.exists, copies))


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process, ended with its whole group: soffice starts a second process that does the work."""
    quiet = subprocess.DEVNULL
    environment = os.environ | {"HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        **start_apart(),
    )
    try:
        yield process
    finally:
        end_with_children(process)
