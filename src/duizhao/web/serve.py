"""Starts the site, and stops it."""

from __future__ import annotations

import contextlib
import gc
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError
from django.urls import get_resolver, reverse
from waitress.server import create_server

from duizhao.errors import DuizhaoError, MissingTool
from duizhao.operating_system import can_fork, cores, delete, listening_socket
from duizhao.web.data_folder import DataFolder, keep_to_owner
from duizhao.web.database import keep_address
from duizhao.web.in_browser import lead
from duizhao.web.running_desk import (
    OtherVersionRunning,
    link_or_right_to_run,
    note_running,
    right_to_run,
)
from duizhao.web.settings import LARGEST_UPLOAD_BYTES, configure
from duizhao.web.site_address import HOST, SiteAddress, keep_site
from duizhao.web.site_processes import SiteProcesses
from duizhao.web.start_notes import START_NOTES
from duizhao.web.stopping import STOPPING
from duizhao.web.update import update_database
from duizhao.web.worker_keeper import WorkerKeeper
from duizhao.web.world_fault import WorldFault

THREADS = 8
"""Of each process."""
MOST_USUAL_PROCESSES = 4
TRIED_PORTS = 20
WAITING_CONNECTIONS = 1024
LOOK_AROUND_SECONDS, LAST_ANSWER_SECONDS = 0.5, 0.3

SITE_OF_ONE = SiteAddress()

Say = Callable[[str], None]


def prepare(folder: DataFolder, say: Say, *, is_desk: bool) -> None:
    """Make the data folder and its database ready. Raises Unwritable."""
    folder.make()
    with _faults_in_words():
        configure(folder, is_desk=is_desk)
        update_database(folder, say)


@contextlib.contextmanager
def _faults_in_words() -> Iterator[None]:
    try:
        yield
    except ImproperlyConfigured as fault:
        raise MissingTool.without_extra("用 PostgreSQL 要 psycopg", "postgresql") from fault
    except OperationalError as fault:
        known = WorldFault.from_exception(fault)
        raise DuizhaoError(f"数据库连不上或写不了：{known.words if known else fault}") from fault


@dataclass(frozen=True, slots=True)
class DeskBeginning:
    """With what a desk begins: files, or the demonstration; in a browser that it opens, or with a link alone."""

    paths: Sequence[Path] = ()
    is_demo: bool = False
    opens_browser: bool = True


def desk(begins: DeskBeginning, folder: DataFolder, port: int, say: Say) -> None:
    """Serve the desk until it is asked to end; if it runs already, open that one. Raises DuizhaoError."""
    keep_to_owner()
    folder.make()
    try:
        link, held = link_or_right_to_run(folder, begins.paths)
    except OtherVersionRunning as fault:
        if begins.opens_browser:
            lead(folder, fault.link)
        raise
    if held is None:
        say(f"已经在运行：{link}")
        if begins.opens_browser:
            lead(folder, link)
        return
    with held:
        _serve_desk(begins, folder, port, say)


def _serve_desk(begins: DeskBeginning, folder: DataFolder, port: int, say: Say) -> None:
    prepare(folder, START_NOTES.append, is_desk=True)
    for line in START_NOTES:
        say(line)
    from duizhao.web.desk_door import KEYS

    _stop_on_signals()
    listening = _listen(port)
    base = f"http://{HOST}:{_port(listening)}"
    page = first_page(begins, say)
    note_running(folder, base, KEYS.cookie)
    try:
        say(f"请在浏览器里打开：{base}{page}?key={KEYS.issue()}")
        say("这个链接只能用一次。用完请在页面上点“结束”，或在这里按 Ctrl+C")
        if begins.opens_browser and not lead(folder, f"{base}{page}?key={KEYS.issue()}"):
            say("浏览器没有打开：请把上面的链接复制到浏览器里")
        with _worker(folder, is_desk=True):
            _answer(listening, SITE_OF_ONE)
    finally:
        delete(folder.running)
        delete(folder.opening)


def first_page(begins: DeskBeginning, say: Say) -> str:
    """The page with which a desk opens, once what it shows is there."""
    from duizhao.web.accounts.queries import desk_person
    from duizhao.web.demonstration import on_desk
    from duizhao.web.demonstration.make import DeskWays
    from duizhao.web.desk import ledger_work, putting_in

    if begins.is_demo:
        if on_desk.unit() is None:
            say("正在放入演示单位……")
            on_desk.begin(by=desk_person(), ways=DeskWays(putting_in.take, ledger_work.take))
        return reverse("overview:todo")
    return putting_in.take_paths(begins.paths) if begins.paths else "/"


@dataclass(frozen=True, slots=True)
class ServePlaces:
    """Where the records lie and where the site is reached; None leaves what the data folder has kept.

    `database` is the address of a PostgreSQL database, `site` what people open, `listens_on` one of this computer's
    own addresses.
    """

    database: str | None = None
    site: str | None = None
    listens_on: str | None = None


def usual_processes() -> int:
    """The default number of processes of a site."""
    return min(cores(), MOST_USUAL_PROCESSES) if can_fork() else 1


def serve(
    folder: DataFolder,
    port: int,
    say: Say,
    *,
    is_demo: bool,
    places: ServePlaces,
    processes: int | None = None,
) -> None:
    """Serve an organisation until the program is asked to end. Raises DuizhaoError."""
    if processes and processes > 1 and not can_fork():
        raise DuizhaoError("这个系统上只能用一个进程：不写 --processes，或写 --processes 1")
    keep_to_owner()
    if places.database:
        keep_address(folder, places.database)
    site = keep_site(folder, places.site, places.listens_on)
    folder.make()
    with _faults_in_words():
        configure(folder, is_desk=False)
    # People keep the address: it is this port or none.
    listening = _listen(port, tried=1, site=site)
    held = right_to_run(folder)
    if held is None:
        raise DuizhaoError(f"{folder.root}：这个数据文件夹正由另一个对照使用；请先停掉那一个")
    with held:
        _begin(folder, say, site, _port(listening), is_demo=is_demo)
        _load_pages()
        _answer_together(listening, site, folder, processes or usual_processes())


def _begin(folder: DataFolder, say: Say, site: SiteAddress, port: int, *, is_demo: bool) -> None:
    """Prepare what the pages need, and print their address."""
    prepare(folder, say, is_desk=False)
    call_command("clearsessions")
    from duizhao.web.accounts.actions.sessions import end_everybodys_sessions
    from duizhao.web.accounts.one_time import SET_UP_CODE
    from duizhao.web.accounts.queries import has_people
    from duizhao.web.demonstration.accounts import make_demo
    from duizhao.web.demonstration.make import DeskWays
    from duizhao.web.desk import ledger_work, putting_in

    if folder.restored.exists():
        end_everybodys_sessions()
        delete(folder.restored)
    base = site.origin or f"http://{HOST}:{port}"
    _stop_on_signals()
    if is_demo:
        for line in make_demo(DeskWays(putting_in.take, ledger_work.take)):
            say(line)
    if has_people():
        say(f"请在浏览器里打开：{base}/login")
    else:
        say(f"第一次使用，请在浏览器里打开：{base}/set-up")
        say(f"设置码：{SET_UP_CODE.printed}（只在设好系统管理员之前有用）")
    if site.origin and not site.is_encrypted:
        say(
            "网址是 http，没有加密：密码和材料在网络上能被别人看到；请尽快换成 https（见 docs/deploy.md）"
        )
    say("停止请在这里按 Ctrl+C")


def _load_pages() -> None:
    """Load what pages use before the first is asked for, so that processes share it and nobody waits for it."""
    from duizhao.web.desk.checking import checker

    _ = get_resolver().url_patterns
    checker()
    # What is loaded stays: the search for garbage need not look at it, nor write into its memory.
    gc.collect()
    gc.freeze()


def _answer_together(
    listening: socket.socket, site: SiteAddress, folder: DataFolder, count: int
) -> None:
    """Answer in so many processes, one of which may be this one."""
    answer = partial(_answer, listening, site)
    if count == 1:
        with _worker(folder, is_desk=False):
            answer()
        return
    processes = SiteProcesses(count, answer)
    # Before there is any thread: a copy has none but the one that copied.
    processes.start()
    with _worker(folder, is_desk=False):
        processes.keep(STOPPING)


@contextlib.contextmanager
def _worker(folder: DataFolder, *, is_desk: bool) -> Iterator[None]:
    keeper = WorkerKeeper(folder, is_desk=is_desk)
    keeper.start()
    try:
        yield
    finally:
        keeper.stop()


def _answer(listening: socket.socket, site: SiteAddress) -> None:
    """Answer at a socket until this process is asked to end."""
    server = create_server(
        get_wsgi_application(),
        sockets=[listening],
        threads=THREADS,
        ident=None,
        **site.server_options,
        max_request_body_size=LARGEST_UPLOAD_BYTES,
    )
    thread = threading.Thread(target=server.run, name="server", daemon=True)
    thread.start()
    while thread.is_alive() and not STOPPING.wait(LOOK_AROUND_SECONDS):
        pass
    # The answer that says so has to reach the browser.
    time.sleep(LAST_ANSWER_SECONDS)
    server.close()


def _stop_on_signals() -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        # Only the main thread may; in a test the site may run in another.
        with contextlib.suppress(ValueError):
            signal.signal(each, lambda *_: STOPPING.set())


def _listen(port: int, tried: int = TRIED_PORTS, site: SiteAddress = SITE_OF_ONE) -> socket.socket:
    """A socket that listens at the port, or at the next free one of those that are tried."""
    for each in range(port, port + tried):
        with contextlib.suppress(OSError):
            listening = listening_socket(site.listens_on, each)
            listening.listen(WAITING_CONNECTIONS)
            return listening
    which = f"端口 {port} 到 {port + tried - 1} 都" if tried > 1 else f"端口 {port} "
    raise DuizhaoError(f"{which}被占用；请用 --port 换一个")


def _port(listening: socket.socket) -> int:
    return int(listening.getsockname()[1])
