"""What the demonstration is made of: the people of its office and what they wrote, as if it were now."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from duizhao.files import read_toml
from duizhao.process import chinese_day

FOLDER = Path(__file__).parent
WRITTEN_IN = 2026
"""The year in which the statements were written; a demonstration of another year says that one instead."""
SIGNED_BEFORE = timedelta(days=3)


@cache
def data() -> Any:
    """The table of people, talks, opinions and rows."""
    return read_toml(FOLDER / "data.toml")


def statement(id: str, today: date, year: int) -> bytes:
    """A statement of the demonstration as a file, with the years and the day of signing as if it were written now."""
    text = (FOLDER / "statements" / f"{id}.txt").read_text(encoding="utf-8").rstrip("\n")
    *lines, last = text.split("\n")
    if last.startswith(str(WRITTEN_IN)):
        last = chinese_day(today - SIGNED_BEFORE)
    body = "\n".join(lines)
    # The later year first: else it would be moved twice.
    for shift in (1, 0):
        body = body.replace(f"{WRITTEN_IN + shift}年", f"{year + shift}年")
    return f"{body}\n{last}\n".encode()
