"""Kills the site, its worker and its database while people write, again and again; then compares.

    python -m bench.faults.measure [--kills 30] [--kind serve] [--database ADDRESS] [--write]

With `--database` the records lie in that PostgreSQL database, which is empty; a third of the kills then is for the
process of the database that works for the site. Everything is killed with SIGKILL, at moments drawn at random.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import report
from bench.desk.client import DeskClient, SiteClient
from bench.desk.running import running_desk
from bench.faults.ground import CLERK, PASSWORD
from bench.faults.writers import Writers
from bench.processes import free_port

COMES_WITHIN_SECONDS = 180
SHORTEST_SECONDS, LONGEST_SECONDS = 0.3, 2.5
AT_LEAST_OPINIONS = 5


class ServedSite:
    """The site with accounts as a process of its own, and the sessions of its clerk."""

    def __init__(self, data: Path) -> None:
        port = free_port()
        self._base = f"http://127.0.0.1:{port}"
        command = ["duizhao", "serve", "--data", str(data), "--port", str(port)]
        self.process = subprocess.Popen([sys.executable, "-m", *command], stderr=subprocess.DEVNULL)

    def reach(self) -> SiteClient:
        client = SiteClient(self._base)
        client.come("/login")
        came = client.post("/login", username=CLERK, password=PASSWORD)
        if came.status != 302:
            raise ConnectionError(came.text)
        client.come("/todo/")
        return client

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


class DeskSite:
    """The desk of one person as a process of its own."""

    def __init__(self, data: Path) -> None:
        self._data, self._running = data, running_desk(data)
        self.process = self._running.__enter__().process

    def reach(self) -> SiteClient:
        return DeskClient(self._data)

    def end(self) -> None:
        self._running.__exit__()


SITES: dict[str, Callable[[Path], Any]] = {"serve": ServedSite, "desk": DeskSite}


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def kill_database(address: str) -> None:
    """Kill a process of the database that works for the site."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as database:
        working = database.execute(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
            " AND datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchall()
    if working:
        os.kill(random.choice(working)[0], signal.SIGKILL)


def _come(site: Any, start: Callable[[], Any]) -> Any:
    """The site once it answers: started again where it found no database, as a system service is."""
    ends = time.monotonic() + COMES_WITHIN_SECONDS
    while time.monotonic() < ends:
        try:
            site.reach()
            return site
        except (OSError, ValueError, AssertionError):
            time.sleep(0.1)
        if site.process.poll() is not None:
            site = start()
    raise AssertionError("the site did not come again")


def run(data: Path, kind: str, kills: int, database: str = "") -> tuple[Writers, list[str]]:
    """Kill so often, and compare. Returns what was written, and what differs."""
    codes = ["--codes", str(20 * kills + 40)]
    others = ["--database", database] if database else []
    ground = json.loads(_python("bench.faults.ground", str(data), kind, *codes, *others))

    def start() -> Any:
        return SITES[kind](data)

    site = _come(start(), start)

    def reach() -> SiteClient:
        """Of the site that runs now."""
        client: SiteClient = site.reach()
        return client

    writers = Writers(ground, reach)
    writers.start()
    try:
        for number in range(kills):
            time.sleep(random.uniform(SHORTEST_SECONDS, LONGEST_SECONDS))
            if number % 3 == 1:
                for each in children(site.process.pid):
                    os.kill(each, signal.SIGKILL)
            elif number % 3 == 2 and database:
                kill_database(database)
            else:
                site.process.kill()
                site.process.wait()
                site = start()
            site = _come(site, start)
        enough = time.monotonic() + COMES_WITHIN_SECONDS
        while not _is_enough(writers):
            assert time.monotonic() < enough, writers.faults
            time.sleep(0.1)
    finally:
        writers.stop()
        site.end()
    written = {
        kind: {"acknowledged": sorted(each.acknowledged), "sent": sorted(each.sent)}
        for kind, each in writers.written.items()
    }
    given = json.dumps({"written": written, "ground": ground})
    found = _python("bench.faults.compare", str(data), kind, given=given)
    return writers, json.loads(found.splitlines()[-1])


def _is_enough(writers: Writers) -> bool:
    """Whether something of each kind was acknowledged, and as many opinions as a round needs to be closed."""
    counts = {kind: len(each.acknowledged) for kind, each in writers.written.items()}
    return all(counts.values()) and counts["opinion"] >= AT_LEAST_OPINIONS


def _python(module: str, *arguments: str, given: str = "") -> str:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, input=given, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=30)
    arguments.add_argument("--kind", choices=tuple(SITES), default="serve")
    arguments.add_argument("--database", default="")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as data:
        writers, differing = run(Path(data) / "data", chosen.kind, chosen.kills, chosen.database)
    for each in (*differing, *writers.faults):
        print(each)
    rows = [
        report.Row("acknowledged writes", writers.acknowledged(), ""),
        report.Row("lost, twice, half or left over", len(differing), "", 0),
        report.Row("answers that kept nothing and said so", len(writers.faults), ""),
    ]
    kept = "PostgreSQL" if chosen.database else "SQLite"
    title = f"faults on {kept}, {chosen.kind} killed: {chosen.kills} times"
    report.show(title, rows, write=chosen.write)


if __name__ == "__main__":
    main()
