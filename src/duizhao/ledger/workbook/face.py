"""How cells look: a few formats that all sheets share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from duizhao.ledger.column import CellForm, LedgerColumn
from duizhao.process import Colour

FACE, SIZE, LINE = "宋体", 10.5, "#D0CCC2"
HEAD, WANTED, UNSURE = "#E8E3D8", "#FFF3D6", "#EDEDED"
GREEN, YELLOW, RED, BLUE = "#D9EFD9", "#FFE699", "#F8CBC6", "#CFE2F3"
SHADES = {Colour.GREEN: GREEN, Colour.YELLOW: YELLOW, Colour.RED: RED, Colour.BLUE: BLUE}
DAY = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Faces:
    """The formats of one workbook. `quoted` shows its text as text even after somebody edits the cell."""

    head: Any
    text: Any
    quoted: Any
    short: Any
    date: Any
    title: Any
    note: Any
    number: Any

    @classmethod
    def of(cls, book: Any) -> Faces:
        face = {"font_name": FACE, "font_size": SIZE}
        cell = {**face, "border": 1, "border_color": LINE, "valign": "top", "text_wrap": True}
        middle = {**cell, "align": "center"}
        return cls(
            head=book.add_format({**middle, "bold": True, "bg_color": HEAD, "valign": "vcenter"}),
            text=book.add_format(cell),
            quoted=book.add_format({**cell, "quote_prefix": True}),
            short=book.add_format(middle),
            date=book.add_format({**middle, "num_format": DAY}),
            title=book.add_format({**face, "font_size": 16, "bold": True}),
            note=book.add_format({**face, "font_color": "#666666"}),
            number=book.add_format({**middle, "num_format": "0"}),
        )

    def for_column(self, column: LedgerColumn) -> Any:
        return {CellForm.TEXT: self.text, CellForm.SHORT: self.short, CellForm.DATE: self.date}[
            column.form
        ]
