"""`duizhao serve` in several processes: all know the same, whichever ends is replaced, none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import urllib.error
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from test_serve import GOOD, Browser, free_port, program

from duizhao.errors import DuizhaoError
from duizhao.operating_system import can_fork
from duizhao.web import serve
from duizhao.web.data_folder import DataFolder

WITHIN_SECONDS = 30
TRIES = 5
WRONG, HAS_TO_WAIT = 422, 429

only_where_processes_fork = pytest.mark.skipif(not can_fork(), reason="one process alone here")


@contextmanager
def site_of_two(data: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = program("serve", "--data", str(data), "--port", str(port), "--processes", "2")
    running = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    try:
        yield running
    finally:
        running.terminate()
        running.wait(WITHIN_SECONDS)
        assert running.stderr
        running.stderr.close()


def answering(main: int) -> set[int]:
    """The processes that answer: copies of the main one, with its command, unlike the worker."""
    command = Path(f"/proc/{main}/cmdline").read_bytes()
    found = Path(f"/proc/{main}/task/{main}/children").read_text(encoding="ascii").split()
    return {int(each) for each in found if Path(f"/proc/{each}/cmdline").read_bytes() == command}


def refusal(browser: Browser) -> int:
    with pytest.raises(urllib.error.HTTPError) as refused:
        browser.post("/login", username="zhou", password="错了")
    refused.value.close()
    return int(refused.value.code)


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + WITHIN_SECONDS
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.05)


@only_where_processes_fork
def test_processes_know_the_same_are_replaced_and_end_with_the_first(tmp_path: Path) -> None:
    port = free_port()
    browsers = [Browser(f"http://127.0.0.1:{port}") for _ in range(1 + TRIES)]
    with site_of_two(tmp_path, port) as running:
        assert running.stderr
        said = "".join(running.stderr.readline() for _ in range(3))
        code = said[said.index("设置码：") + 4 :].partition("（")[0]
        given = {"unit": "云溪县", "name": "周管理", "username": "zhou", "password": GOOD}
        assert "退出" in browsers[0].post("/set-up", code=code, again=GOOD, **given)
        # Each try comes over a connection of its own, to either process; both count them as one.
        assert [refusal(each) for each in browsers[1:]] == [WRONG] * 4 + [HAS_TO_WAIT]
        first = answering(running.pid)
        assert len(first) == 2
        os.kill(min(first), signal.SIGKILL)
        wait_until(lambda: len(answering(running.pid) - first) == 1)
        assert all("退出" in browsers[0].get("/mine/") for _ in browsers)
        last = answering(running.pid)
        running.kill()
        wait_until(lambda: not any(Path(f"/proc/{each}").exists() for each in last))


def test_several_processes_are_refused_where_there_can_be_one(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(serve, "can_fork", lambda: False)
    assert serve.usual_processes() == 1
    places = serve.ServePlaces()
    with pytest.raises(DuizhaoError, match="只能用一个进程"):
        serve.serve(DataFolder(tmp_path), 19_099, print, is_demo=False, places=places, processes=2)


def test_usual_number_of_processes_is_that_of_cores_up_to_four(monkeypatch) -> None:
    monkeypatch.setattr(serve, "can_fork", lambda: True)
    usual = []
    for count in (1, 2, 64):
        monkeypatch.setattr(serve, "cores", lambda count=count: count)
        usual.append(serve.usual_processes())
    assert usual == [1, 2, 4]
