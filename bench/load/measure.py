"""Measures an organisation of 20 units and of 200, with people who read and write at once.

    python -m bench.load.measure [--units 200] [--seconds 120] [--processes 2,1] [--database ADDRESS] [--write]

What each page costs is asked in two processes in turn, for few units and for many. Then the site runs as it is shipped,
with so many processes, and 55 people of locust come to it in the course of a minute, look round for half a minute, and
go on for the seconds that are measured, then faster and faster, to find how much the site bears. With `--database` the
records lie in that PostgreSQL database, which is empty, those of the few units in one that is made beside it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from urllib.parse import urlsplit

from bench import report
from bench.load.pages import PageCost, costs
from bench.load.played import play
from bench.load.served import served

FEW = 20
QUERIES, KILOBYTES, MILLISECONDS, GROWTH = 30, 150, 200, 1.5


def python(*arguments: str) -> str:
    """What a module of ours prints."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def fill(data: str, units: int, address: str) -> None:
    """Fill a data folder, whose records lie in the database with this address."""
    others = ("--database", address) if address else ()
    python("bench.load.organisation", data, "--units", str(units), *others)


@contextmanager
def beside(address: str) -> Iterator[str]:
    """The address of another database on the same server, which is gone afterwards."""
    if not address:
        yield ""
        return
    import psycopg

    name = f"duizhao_few_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield urlsplit(address)._replace(path=f"/{name}").geturl()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def pages(
    few: dict[str, PageCost], many: dict[str, PageCost], *, is_apart: bool
) -> list[report.Row]:
    """The dearest page by each measure, and how far a page grows from few units to many.

    `is_apart` where the database has a process of its own.
    """
    rows = []
    for name, unit, goal in (
        ("queries", "", QUERIES),
        ("kilobytes", "KB", KILOBYTES),
        ("milliseconds", "ms", MILLISECONDS),
        ("processor", "ms", None),
    ):
        found = {page: getattr(cost, name) for page, cost in many.items()}
        worst = max(found, key=lambda page: found[page])
        rows.append(report.Row(f"most {name}: {worst}", found[worst], unit, goal))
    computed = [cost.processor for cost in many.values()]
    rows.append(report.Row("processor, mean of all pages", statistics.mean(computed), "ms"))
    # What a server of the database computes is not computed here.
    time = attrgetter("milliseconds" if is_apart else "processor")
    grown = {page: time(many[page]) / time(few[page]) for page in many}
    worst = max(grown, key=lambda page: grown[page])
    rows.append(report.Row(f"grows most with the units: {worst}", grown[worst], "×", GROWTH))
    return rows


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--units", type=int, default=200)
    arguments.add_argument("--seconds", type=int, default=120)
    arguments.add_argument("--processes", default="2,1")
    arguments.add_argument("--database", default="")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        with beside(chosen.database) as address:
            fill(few, FEW, address)
            fill(many, chosen.units, chosen.database)
            rows = pages(*costs((few, many)), is_apart=bool(address))
        kept = "PostgreSQL" if chosen.database else "SQLite"
        title = f"{kept}: {chosen.units} units of 15 people, 5 statements and 50 rows"
        report.show(f"load on {title}", rows, write=chosen.write)
        for count in map(int, chosen.processes.split(",")):
            with served(many, count) as site:
                rows = play(site, chosen.units, chosen.seconds, Path(few))
                rows.append(report.Row("memory", site.megabytes(), "MB"))
            title = f"load on {kept}, {count} process{'es' * (count > 1)}: 50 people who read, 5 who write"
            report.show(title, rows, write=chosen.write)


if __name__ == "__main__":
    main()
