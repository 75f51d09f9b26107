"""Measures an organisation of 20 units and of 200, with people who read and write at once.

    python -m bench.load.measure [--units 200] [--seconds 120] [--processes 2,1] [--database ADDRESS] [--write]

What each page costs is asked in one process; then the site runs as it is shipped, with so many processes, and 55 people
of locust come to it in the course of a minute, look round for half a minute, and go on for the seconds that are
measured, then faster and faster, to find how much the site bears. With `--database` the records lie on that PostgreSQL
server, in a database that is empty.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import report
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
        ("processor", "ms", None),
    ):
        worst = max(many, key=lambda page: many[page][name])
        rows.append(report.Row(f"most {name}: {worst}", many[worst][name], unit, goal))
    computed = [cost["processor"] for cost in many.values()]
    rows.append(report.Row("processor, mean of all pages", statistics.mean(computed), "ms"))
    grown = {page: many[page]["processor"] / few[page]["processor"] for page in many}
    worst = max(grown, key=lambda page: grown[page])
    rows.append(report.Row(f"grows most with the units: {worst}", grown[worst], "×", GROWTH))
    return rows


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--units", type=int, default=200)
    arguments.add_argument("--seconds", type=int, default=120)
    arguments.add_argument("--processes", default="2,1")
    arguments.add_argument("--database")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    others: Any = ("--database", chosen.database) if chosen.database else ()
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        rows = pages(filled(few, FEW), filled(many, chosen.units, *others))
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
