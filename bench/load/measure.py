"""Measures an organisation of 20 units and of 200, with people who read and write at once.

    python -m bench.load.measure [--units 200] [--seconds 60] [--database ADDRESS] [--write]

What each page costs is asked in one process; then the site runs as it is shipped, and 55 people of locust come to
it. With `--database` the records lie on that PostgreSQL server, in a database that is empty.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import report

FEW = 20
PORT = 18766
QUERIES, KILOBYTES, MILLISECONDS, GROWTH = 30, 150, 200, 1.5
PEOPLE, COME_EACH_SECOND = 55, 5
START_SECONDS = 60


def python(*arguments: str) -> str:
    """What a module of ours prints."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def filled(data: str, units: int, *others: str) -> dict[str, dict[str, float]]:
    """Fill a data folder; the costs of its pages by their names."""
    python("bench.load.organisation", data, "--units", str(units), *others)
    costs: dict[str, dict[str, float]] = json.loads(
        python("bench.load.pages", data).splitlines()[-1]
    )
    return costs


def pages(few: dict[str, dict[str, float]], many: dict[str, dict[str, float]]) -> list[report.Row]:
    """The dearest page by each measure, and how far a page grows from few units to many."""
    rows = []
    for name, unit, goal in (
        ("queries", "", QUERIES),
        ("kilobytes", "KB", KILOBYTES),
        ("milliseconds", "ms", MILLISECONDS),
    ):
        worst = max(many, key=lambda page: many[page][name])
        rows.append(report.Row(f"most {name}: {worst}", many[worst][name], unit, goal))
    grown = {page: many[page]["milliseconds"] / few[page]["milliseconds"] for page in many}
    worst = max(grown, key=lambda page: grown[page])
    rows.append(report.Row(f"grows most with the units: {worst}", grown[worst], "×", GROWTH))
    return rows


@contextmanager
def served(data: str) -> Iterator[None]:
    """The site as a process of its own."""
    command = ["duizhao", "serve", "--data", data, "--port", str(PORT)]
    process = subprocess.Popen([sys.executable, "-m", *command], stderr=subprocess.DEVNULL)
    try:
        for _ in range(START_SECONDS):
            time.sleep(1)
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/login").close()
                break
            except OSError:
                continue
        yield
    finally:
        process.terminate()
        process.wait()


def under_load(units: int, seconds: int, folder: Path) -> list[report.Row]:
    """Times of pages and writes while everybody is there, and how many answers were faults."""
    command = ["locust", "-f", str(Path(__file__).with_name("locustfile.py")), "--headless"]
    host = ["--host", f"http://127.0.0.1:{PORT}", "--csv", str(folder / "load"), "--only-summary"]
    people = ["--users", str(PEOPLE), "--spawn-rate", str(COME_EACH_SECOND)]
    subprocess.run(
        [sys.executable, "-m", *command, *host, *people, "--run-time", f"{seconds}s"],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "UNITS": str(units)},
    )
    with (folder / "load_stats.csv").open(encoding="utf-8") as file:
        stats = {line["Name"]: line for line in csv.DictReader(file)}
    whole = stats.pop("Aggregated")
    pages_read = {name: line for name, line in stats.items() if ": " in name}
    worst = max(pages_read, key=lambda name: float(pages_read[name]["95%"]))
    return [
        report.Row("answers", float(whole["Requests/s"]), "/s"),
        report.Row("faults", float(whole["Failure Count"]), "", 0),
        report.Row(f"slowest p95: {worst}", float(pages_read[worst]["95%"]), "ms", MILLISECONDS),
        *(
            report.Row(f"{name}, p95", float(line["95%"]), "ms")
            for name, line in sorted({**pages_read, "log in": stats["log in"]}.items())
        ),
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--units", type=int, default=200)
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--database")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    others: Any = ("--database", chosen.database) if chosen.database else ()
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        rows = pages(filled(few, FEW), filled(many, chosen.units, *others))
        with served(many):
            rows += under_load(chosen.units, chosen.seconds, Path(few))
    kept = "PostgreSQL" if chosen.database else "SQLite"
    title = f"load on {kept}: {chosen.units} units of 15 people, 5 statements and 50 rows"
    report.show(title, rows, write=chosen.write)


if __name__ == "__main__":
    main()
