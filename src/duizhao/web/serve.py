"""Starts the site, and stops it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError
from waitress.server import create_server

from duizhao.errors import DuizhaoError, MissingTool
from duizhao.operating_system import listening_socket
from duizhao.web.data_folder import DataFolder, keep_to_owner, write_private
from duizhao.web.database import keep_address
from duizhao.web.settings import LARGEST_UPLOAD_BYTES, configure
from duizhao.web.stopping import STOPPING
from duizhao.web.worker_keeper import WorkerKeeper

HOST = "127.0.0.1"
THREADS = 8
TRIED_PORTS = 20
REACHED_WITHIN_SECONDS = 2
LOOK_AROUND_SECONDS, LAST_ANSWER_SECONDS = 0.5, 0.3

Say = Callable[[str], None]


def prepare(folder: DataFolder, *, is_desk: bool) -> None:
    """Make the data folder and its database ready. Raises Unwritable."""
    folder.make()
    try:
        configure(folder, is_desk=is_desk)
        call_command("migrate", verbosity=0, interactive=False)
    except ImproperlyConfigured as fault:
        raise MissingTool.without_extra("用 PostgreSQL 要 psycopg", "postgresql") from fault
    except OperationalError as fault:
        raise DuizhaoError(f"数据库连不上或写不了：{fault}") from fault


def desk(
    paths: Sequence[Path], folder: DataFolder, port: int, say: Say, *, opens_browser: bool
) -> None:
    """Serve the desk until it is asked to end; if it runs already, open that one. Raises DuizhaoError."""
    keep_to_owner()
    folder.make()
    if link := _link_of_running(folder, paths):
        say(f"已经在运行：{link}")
        if opens_browser:
            _open(folder, link)
        return
    prepare(folder, is_desk=True)
    from duizhao.web.desk.putting_in import take_paths
    from duizhao.web.desk_door import KEYS

    _stop_on_signals()
    server = _listen(port)
    base = f"http://{HOST}:{server.effective_port}"
    page = take_paths(paths) if paths else "/"
    write_private(
        folder.running, json.dumps({"base": base, "cookie": KEYS.cookie, "pid": os.getpid()})
    )
    try:
        say(f"请在浏览器里打开：{base}{page}?key={KEYS.issue()}")
        say("这个链接只能用一次。用完请在页面上点“结束”，或在这里按 Ctrl+C")
        if opens_browser and not _open(folder, f"{base}{page}?key={KEYS.issue()}"):
            say("浏览器没有打开：请把上面的链接复制到浏览器里")
        _run(server, WorkerKeeper(folder, is_desk=True))
    finally:
        folder.running.unlink(missing_ok=True)
        folder.opening.unlink(missing_ok=True)


def serve(
    folder: DataFolder, port: int, say: Say, *, is_demo: bool, database: str | None = None
) -> None:
    """Serve an organisation until the program is asked to end. Raises DuizhaoError.

    `database` is the address of a PostgreSQL database; the data folder keeps it for later starts.
    """
    keep_to_owner()
    if database:
        keep_address(folder, database)
    prepare(folder, is_desk=False)
    call_command("clearsessions")
    from duizhao.web.accounts.demo import make_demo
    from duizhao.web.accounts.one_time import SET_UP_CODE
    from duizhao.web.accounts.queries import has_people

    # People keep the address: it is this port or none.
    server = _listen(port, tried=1)
    base = f"http://{HOST}:{server.effective_port}"
    _stop_on_signals()
    if is_demo:
        for line in make_demo():
            say(line)
    if has_people():
        say(f"请在浏览器里打开：{base}/login")
    else:
        say(f"第一次使用，请在浏览器里打开：{base}/set-up")
        say(f"设置码：{SET_UP_CODE.printed}（只在设好系统管理员之前有用）")
    say("停止请在这里按 Ctrl+C")
    _run(server, WorkerKeeper(folder, is_desk=False))


def _run(server: Any, keeper: WorkerKeeper) -> None:
    keeper.start()
    thread = threading.Thread(target=server.run, name="server", daemon=True)
    thread.start()
    while thread.is_alive() and not STOPPING.wait(LOOK_AROUND_SECONDS):
        pass
    # The answer that says so has to reach the browser.
    time.sleep(LAST_ANSWER_SECONDS)
    server.close()
    keeper.stop()


def _stop_on_signals() -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        # Only the main thread may; in a test the site may run in another.
        with contextlib.suppress(ValueError):
            signal.signal(each, lambda *_: STOPPING.set())


def _listen(port: int, tried: int = TRIED_PORTS) -> Any:
    """A server on the port, or on the next free one of those that are tried."""
    for each in range(port, port + tried):
        try:
            bound = listening_socket(HOST, each)
        except OSError:
            continue
        return create_server(
            get_wsgi_application(),
            sockets=[bound],
            threads=THREADS,
            ident=None,
            clear_untrusted_proxy_headers=True,
            max_request_body_size=LARGEST_UPLOAD_BYTES,
        )
    which = f"端口 {port} 到 {port + tried - 1} 都" if tried > 1 else f"端口 {port} "
    raise DuizhaoError(f"{which}被占用；请用 --port 换一个")


def _link_of_running(folder: DataFolder, paths: Sequence[Path]) -> str:
    """The link of a desk that runs with this folder, which takes the paths; empty if none runs."""
    try:
        running = json.loads(folder.running.read_text(encoding="utf-8"))
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
        with opener.open(asked, timeout=REACHED_WITHIN_SECONDS) as answer:
            return str(answer.read().decode())
    except (OSError, ValueError, KeyError, urllib.error.URLError):
        return ""


def _open(folder: DataFolder, link: str) -> bool:
    """Lead a browser to the link: by a page that only this user may read, for all users see what is started."""
    write_private(
        folder.opening,
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={link}">',
    )
    try:
        return webbrowser.open(folder.opening.as_uri())
    except webbrowser.Error:
        return False
