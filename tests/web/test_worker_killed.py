"""The worker and the desk killed in the middle of a job: the next worker does it."""

from __future__ import annotations

import io
import os
import re
import signal
import time
import zipfile
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import running_desk

TEXT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n" * 20
FILES = 60
WITHIN_SECONDS = 120


def archive() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        for number in range(FILES):
            made.writestr(f"{number}号.txt", TEXT)
    return kept.getvalue()


def workers(desk: int) -> list[int]:
    """The worker processes of a desk."""
    return [int(each) for each in Path(f"/proc/{desk}/task/{desk}/children").read_text().split()]


def wait_for(page: str, client: DeskClient, seen: str) -> str:
    ends = time.monotonic() + WITHIN_SECONDS
    while not re.search(seen, text := client.get(page).text):
        assert time.monotonic() < ends, text
        time.sleep(0.05)
    return text


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the worker in /proc")
def test_archive_is_unpacked_once_though_worker_and_desk_are_killed(tmp_path: Path) -> None:
    with running_desk(tmp_path) as desk:
        client = DeskClient(tmp_path)
        batch = client.begin()
        client.put_in(batch, "材料.zip", archive())
        wait_for(batch, client, r"\d+号\.txt")
        for each in workers(desk.process.pid):
            os.kill(each, signal.SIGKILL)
        desk.process.kill()
    with running_desk(tmp_path) as desk:
        client = DeskClient(tmp_path)
        wait_for(batch, client, rf"(?s)^(?!.*正在读取).*{FILES - 1}号\.txt")
        page = client.get(batch).text
        assert len(re.findall(r">\d+号\.txt<", page)) == FILES
        assert "材料.zip" not in page
        # A worker that ends is started again.
        for each in workers(desk.process.pid):
            os.kill(each, signal.SIGKILL)
        client.put_in(batch, "旧.rtf", b"no rtf")
        wait_for(batch, client, r"(?s)^(?!.*正在读取).*旧\.rtf")
