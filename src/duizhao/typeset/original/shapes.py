"""Tables and pictures as the XML of a Word file describes them. Paragraphs count from 0, as in `Origin`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Crop:
    """How much of a picture is cut off at each side, as fractions of its width and height."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


@dataclass(frozen=True, slots=True)
class PictureShape:
    """A picture: the part that holds it, and its width and height in mm, 0 where the file leaves them open.

    It stands in the run `run` of a paragraph, before its characters or after them. `turn` is in degrees.
    """

    part: str
    paragraph: int
    run: int
    width: float = 0
    height: float = 0
    is_floating: bool = False
    is_after_text: bool = False
    crop: Crop = Crop()
    turn: float = 0
    flips: str = ""
    description: str = ""


@dataclass(slots=True)
class CellShape:
    """A cell: the number of its first paragraph, its columns, and whether it continues the cell above (`merge`).

    `aligns` holds the alignment of paragraphs that have one of their own, `indented` those with a first-line indent.
    """

    first: int
    columns: int = 1
    merge: str = ""
    vertical: str = "top"
    tables: list[TableShape] = field(default_factory=list)
    aligns: dict[int, str] = field(default_factory=dict)
    indented: set[int] = field(default_factory=set)


@dataclass(slots=True)
class RowShape:
    """A row: its cells, the columns that are left free before the first, and its least height in mm."""

    cells: list[CellShape] = field(default_factory=list)
    is_head: bool = False
    before: int = 0
    height: float = 0


@dataclass(slots=True)
class TableShape:
    """A table: the first of its paragraphs and the one after its last, and the widths of its columns in mm.

    `share` is its width as a fraction of the type area that it was made for.
    """

    first: int
    end: int = 0
    columns: list[float] = field(default_factory=list)
    rows: list[RowShape] = field(default_factory=list)
    share: float = 1
    has_borders: bool = True
