"""Cases on Markdown pages: texts in ~~~ fences, and tables with the cells that are expected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

FENCE = re.compile(r"^~~~(\S+)(?: (\S+))?\n(.*?)^~~~$", re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
PARTS = re.compile(r"^## .*\n", re.MULTILINE)
CASES = Path(__file__).with_name("cases")

Table = list[dict[str, str]]


@dataclass(frozen=True)
class Case:
    """One case: its texts by the word on their fence, and its tables, each row by the heads."""

    texts: dict[str, dict[str, str]]
    tables: tuple[Table, ...]

    def at(self, *heads: str) -> Table:
        """The rows of the table that has these heads; none where the case has no such table."""
        return next((rows for rows in self.tables if rows and {*heads} <= rows[0].keys()), [])

    def without(self, *heads: str) -> Table:
        """The rows of the first table with none of these heads."""
        return next((rows for rows in self.tables if not {*heads} & rows[0].keys()), [])


def cases(folder: str) -> list[object]:
    """The cases of a folder as parameters; a page holds one, or one under each heading."""
    found = []
    for path in sorted((CASES / folder).glob("*.md")):
        page = path.read_text(encoding="utf-8")
        parts = PARTS.split(page)
        for number, part in enumerate(parts[1:] or parts, 1):
            found.append(pytest.param(_case(part), id=f"{path.stem}-{number}"))
    return found


def case_of(path: Path) -> Case:
    """A page that holds one case."""
    return _case(path.read_text(encoding="utf-8"))


def columns(rows: Sequence[dict[str, object]], expected: Table) -> Table:
    """The rows with only the columns that a table expects, as text."""
    heads = list(expected[0]) if expected else []
    return [{head: _text(row[head]) for head in heads} for row in rows]


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value.date()) if hasattr(value, "date") else str(value)


def _case(part: str) -> Case:
    texts: dict[str, dict[str, str]] = {}
    for kind, name, text in FENCE.findall(part):
        texts.setdefault(kind, {})[name or "甲.txt"] = text
    tables = TABLE.findall(FENCE.sub("", part))
    return Case(texts, tuple(list(_rows(table)) for table in tables))


def _rows(table: str) -> Iterator[dict[str, str]]:
    head, _, *rest = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()
    )
    for line in rest:
        yield {name: cell.replace("<br>", "\n") for name, cell in zip(head, line, strict=True)}
