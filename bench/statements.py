"""The generated statements that a bench was asked to run on, as files in a folder of their own."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import report
from bench.check import generate


@dataclass(frozen=True)
class Statements:
    """The files, in order, and whether the table goes into docs/benchmarks.md."""

    folder: Path
    files: list[Path]
    write: bool

    def show(self, bench: str, kind: str, rows: list[report.Row]) -> None:
        """Print the table, titled by what was measured on which kind of files."""
        title = f"{bench}: {len(self.files)} {kind} of about 3,000 characters"
        report.show(title, rows, write=self.write)


@contextmanager
def asked_for(explained: str | None, documents: int) -> Iterator[Statements]:
    """As many statements as the command line asks for (`--documents`), gone when the bench is done."""
    arguments = argparse.ArgumentParser(description=explained)
    arguments.add_argument("--documents", type=int, default=documents)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        generate.main(folder, str(chosen.documents))
        yield Statements(Path(folder), sorted(Path(folder).iterdir()), chosen.write)
