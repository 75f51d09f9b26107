"""A desk killed in the middle of a batch: what was acknowledged is there at the next start."""

from __future__ import annotations

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.desk.client import DeskClient
from bench.desk.running import running_desk

TEXT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n"
FILES, KILLED_AFTER = 60, 20
WITHIN_SECONDS = 60


def test_acknowledged_file_is_there_after_a_kill(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    with running_desk(tmp_path) as desk:
        client = DeskClient(desk.data)
        batch = client.begin()

        def put_in(number: int) -> None:
            name = f"{number}号.txt"
            try:
                answer = client.put_in(batch, name, TEXT.encode())
            except OSError:
                return
            if answer.status == 200:
                acknowledged.append(name)
            if len(acknowledged) == KILLED_AFTER:
                desk.process.send_signal(signal.SIGKILL)

        with ThreadPoolExecutor(3) as pool:
            list(pool.map(put_in, range(FILES)))
    assert KILLED_AFTER <= len(acknowledged) < FILES
    with running_desk(tmp_path) as desk:
        client = DeskClient(desk.data)
        page = client.get(batch).text
        assert [name for name in acknowledged if name not in page] == []
        # What was not read when the desk was killed, the worker of the next one reads.
        ends = time.monotonic() + WITHIN_SECONDS
        while "正在读取" in client.get(batch).text:
            assert time.monotonic() < ends
            time.sleep(0.1)
