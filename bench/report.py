"""Prints a table of measurements, and keeps the last one in docs/benchmarks.md."""

from __future__ import annotations

import datetime
import os
import platform
import re
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

BUILD = {"--enable-optimizations": "PGO", "--with-lto": "LTO"}
PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


@dataclass(frozen=True)
class Row:
    """One figure. `goal` is what we want of it: at most, or `at_least`."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False

    def cells(self) -> tuple[str, str, str]:
        return self.name, f"{self.value:.3g} {self.unit}", self._goal()

    def _goal(self) -> str:
        if self.goal is None:
            return ""
        reached = self.value >= self.goal if self.at_least else self.value <= self.goal
        return f"{'≥' if self.at_least else '≤'} {self.goal:g} {'✓' if reached else '✗'}"


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    cells = [("figure", "measured", "goal"), ("---", "---", "---"), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells) + "\n"


def machine() -> str:
    """What these figures were measured on."""
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return (
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()} ({build()}), {datetime.date.today():%Y-%m-%d}"
    )


def build() -> str:
    """How this Python was built: profiles and optimised links make it a fifth faster.

    A distribution builds with both and leaves no trace of it in the options of configure.
    """
    if sys.base_prefix == "/usr":
        return "the distribution's build"
    options = sysconfig.get_config_var("CONFIG_ARGS") or ""
    used = [name for flag, name in BUILD.items() if flag in options]
    return " and ".join(used) or "neither PGO nor LTO"


def show(title: str, rows: list[Row], *, write: bool) -> None:
    """Print the table; with `write`, put it into the page in place of the one with the same title before its colon."""
    section = f"## {title}\n\n{machine()}\n\n{table(rows)}"
    print(section)
    if write:
        page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Benchmarks\n"
        kind = re.escape(title.partition(":")[0])
        page = re.sub(rf"\n## {kind}(?::[^\n]*)?\n.*?(?=\n## |\Z)", "", page, flags=re.DOTALL)
        PAGE.write_text(f"{page.rstrip()}\n\n{section}", encoding="utf-8")
