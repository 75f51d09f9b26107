"""The values of a ledger. A cell's value is text; a day is written 2024-06-30."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duizhao.ledger.column import COLUMNS


@dataclass(frozen=True, slots=True)
class RowDraft:
    """What a statement gives for one row, before it has an id.

    `is_problem` is False for a measure that answers no problem. `claim` is what the id is made of, `text` the whole
    point without its number; `cells` hold, by the key of the column, what the statement says: a column it says nothing
    for is left out.
    """

    is_problem: bool
    claim: str
    text: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LooseCause:
    """A cause that answers no problem: where it stands, and what it says."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class FileExtract:
    """What one file gives for a ledger; `aspects` are the names its profiles ask for, in their order.

    `is_statement` is False where nothing in the file was recognised as a statement.
    """

    name: str
    is_statement: bool = True
    drafts: tuple[RowDraft, ...] = ()
    loose: tuple[LooseCause, ...] = ()
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A draft with its id and the label of its file."""

    id: str
    file: str
    draft: RowDraft

    def cell(self, key: str) -> str:
        """What stands in a column; nothing where the statement says nothing."""
        if key == "id":
            return self.id
        if key == "file":
            return self.file
        value = self.draft.cells.get(key, "")
        return f"{self.file} {value}" if key == "place" else value

    def cells(self) -> dict[str, str]:
        """Every column by its key."""
        return {column.key: self.cell(column.key) for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows in the order of the files and then of the text, with what else has to be seen.

    `files` are the labels of all files read, also of those without a row; `unread` those that could not be.
    """

    rows: tuple[Row, ...]
    files: tuple[str, ...] = ()
    loose: tuple[tuple[str, LooseCause], ...] = ()
    aspects: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
