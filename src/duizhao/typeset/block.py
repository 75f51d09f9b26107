"""The plan of a page: paragraphs with their role and place, the same for every writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.layout import Role
from duizhao.text import Span
from duizhao.typeset.original import ImageFile, PictureShape


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters with the look of `role`. `span` is their place in the source.

    Hard wraps are removed from `text`; a `\\n` in it is a wanted line break (in a title).
    """

    text: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class PictureRun:
    """A picture between characters, `width` × `height` mm as it is to be shown, from the image file `image`."""

    image: ImageFile
    width: float
    height: float
    shape: PictureShape
    span: Span
    role: Role = Role.BODY

    @property
    def text(self) -> str:
        """Nothing: a picture has no characters."""
        return ""


Run = TextRun | PictureRun


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. Indents are in characters of body text, `above` in blank lines.

    The first line begins at `left + first`; a note of attachments has a negative `first`. A run-in heading is a block
    of role BODY with the run of a heading at its start. `align` is empty where the layout decides by the role.
    """

    role: Role
    runs: tuple[Run, ...]
    first: float = 0
    left: float = 0
    right: float = 0
    above: int = 0
    new_page: bool = False
    align: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def pictures(self) -> tuple[PictureRun, ...]:
        """The pictures between the characters."""
        return tuple(run for run in self.runs if isinstance(run, PictureRun))

    @property
    def level(self) -> int:
        """The outline level, from 1; 0 unless the block is a heading."""
        return self.role.level


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its blocks, and how many columns and rows it covers. `vertical` is top, center or bottom.

    A cell with `rows` 0 lies under the cell above it and shows nothing.
    """

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    vertical: str = "top"


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row, which together cover all columns, and its least height in mm.

    A row that `holds` is not broken over two pages.
    """

    cells: tuple[TableCell, ...]
    height: float = 0
    holds: bool = True


@dataclass(frozen=True, slots=True)
class TableBlock(Block):
    """A table in the place of a paragraph, in the middle of the line.

    `columns` are their widths in mm, `padding` is the room left and right of the text of a cell in mm, `size` that
    of the text in pt. The first `heads` rows are repeated on each page.
    """

    columns: tuple[float, ...] = ()
    rows: tuple[TableRow, ...] = ()
    heads: int = 0
    size: float = 0
    padding: float = 0
    has_borders: bool = True

    @property
    def text(self) -> str:
        return "".join(block.text for block in self.blocks)

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of all cells, in order."""
        return (block for row in self.rows for cell in row.cells for block in cell.blocks)
