"""Drops Word files on a running desk, as a browser does, and times rows and pages.

    python -m bench.desk.measure [--documents N] [--write]

The desk is a process of its own with its data in a temporary folder; times are wall clock.
"""

from __future__ import annotations

import re
import statistics
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench import report
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk, running_desk
from bench.statements import asked_for
from bench.word.measure import as_word

AT_ONCE = 3
"""Files on their way at the same time, as the script of the page sends them."""
FILE_PAGE = re.compile(r"files/[0-9a-f]{16}/")
PAGES = 60
PAUSE = 0.1
"""Seconds between two pages that somebody looks at meanwhile."""


def dropped(desk: RunningDesk, files: list[Path]) -> tuple[list[report.Row], str]:
    """The times from the drop to the first row and to the last, and of pages looked at meanwhile."""
    client = DeskClient(desk.data)
    batch = client.begin()
    start = time.perf_counter()
    done: list[float] = []

    def put_in(file: Path) -> None:
        assert client.put_in(batch, file.name, file.read_bytes()).status == 200
        done.append(time.perf_counter() - start)

    meanwhile: list[float] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(PAUSE):
            meanwhile.append(seconds_of(client, batch))

    looking = threading.Thread(target=look)
    looking.start()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(put_in, files))
    over.set()
    looking.join()
    return [
        report.Row("first row", done[0], "s", 1),
        report.Row(f"all {len(files)} rows", done[-1], "s", 15),
        report.Row("page of the batch meanwhile, p95", p95(meanwhile) * 1000, "ms"),
        report.Row("peak memory of the server", peak_memory(desk), "MB", 400),
    ], batch


def pages(desk: RunningDesk, batch: str) -> list[report.Row]:
    """The pages of a full desk, one after the other."""
    client = DeskClient(desk.data)
    page = client.get(batch).text
    files = [f"/{place}" for place in dict.fromkeys(FILE_PAGE.findall(page))][:PAGES]
    assert files, page
    kinds = {"first page": ["/"] * PAGES, "page of the batch": [batch] * PAGES, "statement": files}
    rows = [report.Row("page of the batch", len(page.encode()) / 1000, "KB", 150)]
    for name, addresses in kinds.items():
        times = [seconds_of(client, address) for address in addresses]
        rows.append(report.Row(f"{name}, p95", p95(times) * 1000, "ms", 150))
    return rows


def seconds_of(client: DeskClient, address: str) -> float:
    start = time.perf_counter()
    assert client.get(address).status == 200
    return time.perf_counter() - start


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else max(times, default=0.0)


def peak_memory(desk: RunningDesk) -> float:
    """Megabytes that the server has held at most."""
    status = Path(f"/proc/{desk.process.pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0


def main() -> None:
    with asked_for(__doc__, 300) as statements, tempfile.TemporaryDirectory() as data:
        files = [as_word(file, mixed=False) for file in statements.files]
        with running_desk(Path(data)) as desk:
            rows, batch = dropped(desk, files)
            rows += pages(desk, batch)
        statements.show("desk", "Word files", rows)


if __name__ == "__main__":
    main()
