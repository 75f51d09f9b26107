"""Two users of one computer at the same time: each has a desk, a port and data of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

LINK = "http://"
TEXT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n"


@contextmanager
def desk_of(home: Path, *arguments: str) -> Iterator[str]:
    """The desk of a user, started without saying where its data lie: its link."""
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home)}
    environment.pop("XDG_DATA_HOME", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "duizhao", "desk", "--no-browser", "--port", "19340", *arguments],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        cwd=home,
    )
    assert process.stderr
    try:
        line = process.stderr.readline()
        assert LINK in line, line
        yield line[line.index(LINK) :].strip()
    finally:
        process.terminate()
        process.communicate()


def status(address: str) -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as fault:
        return fault.code


def data_of(home: Path) -> Path:
    return home / ".local" / "share" / "duizhao"


def test_each_has_a_port_and_data_of_their_own(tmp_path: Path) -> None:
    homes = [tmp_path / "张", tmp_path / "李"]
    for home in homes:
        home.mkdir()
    (homes[0] / "甲.txt").write_text(TEXT, encoding="utf-8")
    with ExitStack() as desks:
        first = desks.enter_context(desk_of(homes[0], "甲.txt"))
        second = desks.enter_context(desk_of(homes[1]))
        bases = {link.rpartition(":")[2].partition("/")[0] for link in (first, second)}
        assert len(bases) == 2
        # A key of the one opens nothing of the other.
        key = first.partition("?")[2]
        assert status(f"{second.partition('?')[0]}?{key}") == 403
        assert any(data_of(homes[0]).joinpath("files").rglob("*"))
        assert not any(data_of(homes[1]).joinpath("files").rglob("*"))
