"""The desk that runs with a data folder: found by a second start, and never two at once."""

from __future__ import annotations

import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from duizhao.errors import DuizhaoError
from duizhao.version import __version__
from duizhao.web.data_folder import DataFolder, write_private
from duizhao.web.locked_file import lock

REACHED_WITHIN_SECONDS, TAKES_FILES_WITHIN_SECONDS = 2, 300
STARTS_WITHIN_SECONDS, SECONDS_BETWEEN_LOOKS = 60, 0.1


class OtherVersionRunning(DuizhaoError):
    """A desk of another version works with this data folder; `link` leads to its page, where it can be ended."""

    def __init__(self, version: str, link: str) -> None:
        number = f"（{version}）" if version else ""
        super().__init__(
            f"另一个版本的对照{number}还开着：请先在它的页面上点“结束”，再打开这一个（{__version__}）"
        )
        self.link = link


def note_running(folder: DataFolder, base: str, cookie: str) -> None:
    """Write down where this desk is reached."""
    running = {"base": base, "cookie": cookie, "pid": os.getpid(), "version": __version__}
    write_private(folder.running, json.dumps(running))


def link_or_right_to_run(folder: DataFolder, paths: Sequence[Path]) -> tuple[str, IO[bytes] | None]:
    """The link of the desk that runs with this folder, which takes the paths; or the right to run until it is closed.

    Of two double clicks the second waits for the first. Raises OtherVersionRunning, and DuizhaoError for a desk that
    does not answer.
    """
    ends = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < ends:
        if link := _link_of_running(folder, paths):
            return link, None
        if held := right_to_run(folder):
            return "", held
        time.sleep(SECONDS_BETWEEN_LOOKS)
    raise DuizhaoError("对照已经打开，但没有回答；请稍等再试，还不行就重新启动电脑")


def right_to_run(folder: DataFolder) -> IO[bytes] | None:
    """A file that one program at a time holds for a data folder; None if another does."""
    return lock(folder.root / "running.lock")


def _link_of_running(folder: DataFolder, paths: Sequence[Path]) -> str:
    """The link of the desk that runs; empty if none answers. Raises OtherVersionRunning."""
    try:
        running = json.loads(folder.running.read_text(encoding="utf-8"))
        version = str(running.get("version", ""))
        link = _ask(running, (), REACHED_WITHIN_SECONDS)
        if version == __version__:
            return _ask(running, paths, TAKES_FILES_WITHIN_SECONDS) if paths else link
    except (OSError, ValueError, KeyError, AttributeError, urllib.error.URLError):
        return ""
    raise OtherVersionRunning(version, link)


def _ask(running: Mapping[str, Any], paths: Sequence[Path], seconds: float) -> str:
    asked = urllib.request.Request(
        f"{running['base']}/link",
        data=json.dumps([str(path.absolute()) for path in paths]).encode(),
        headers={
            "Cookie": f"duizhao-desk={running['cookie']}",
            "Origin": running["base"],
            "Content-Type": "application/json",
        },
    )
    # Without the proxies of the system: the address is this computer.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(asked, timeout=seconds) as answer:
        return str(answer.read().decode())
