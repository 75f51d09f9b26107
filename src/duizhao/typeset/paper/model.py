"""The values of a paper that is put together from data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.role import Role


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paragraph of a paper with its role. Each title begins a new page, except the first."""

    text: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of a form: its text, a paragraph a line, and how many columns it covers. A label stands in the middle."""

    text: str = ""
    columns: int = 1
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form, which covers all columns. `height` is the least one in mm: room where people write."""

    cells: tuple[FormCell, ...]
    height: float = 0


@dataclass(frozen=True, slots=True)
class FormTable:
    """A form as a table as wide as the text. `columns` are widths in relation to each other.

    The first `heads` rows are repeated on each page.
    """

    columns: tuple[float, ...]
    rows: tuple[FormRow, ...]
    heads: int = 0


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper by its name: lines and forms in their order."""

    name: str
    parts: tuple[PaperLine | FormTable, ...]

    @property
    def texts(self) -> Iterator[str]:
        """All words of the paper."""
        for part in self.parts:
            if isinstance(part, PaperLine):
                yield part.text
            else:
                yield from (cell.text for row in part.rows for cell in row.cells)
