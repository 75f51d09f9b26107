"""The matrix of a team: how much of each member's statement every other member has, in percent and characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from duizhao.office.workbook import (
    CELL,
    CENTRED,
    FONT,
    HEAD_COLOUR,
    CellFormat,
    CellFormats,
    put,
    set_pages,
)
from duizhao.reuse.view.shown import ShownJoin
from duizhao.reuse.view.teams import MAX_MEMBERS, Team, member_names, teams

CORNER = "行：本人　列：对方"
WIDTHS = (16, 8)
LIGHT, DEEP = "#FFFFFF", "#F0A868"


@dataclass(frozen=True, slots=True)
class _MatrixFormats:
    """The formats that only a matrix has: names of its rows, titles, and the diagonal, which stays empty."""

    shared: CellFormats
    name: CellFormat
    title: CellFormat
    diagonal: CellFormat


def _matrix_formats(book: Any, formats: CellFormats) -> _MatrixFormats:
    return _MatrixFormats(
        formats,
        name=CellFormat.from_properties(book, **CELL, bg_color=HEAD_COLOUR),
        title=CellFormat.from_properties(book, **FONT | {"font_size": 12, "bold": True}),
        diagonal=CellFormat.from_properties(book, **CENTRED, bg_color="#F2F0EA"),
    )


def write_matrix(sheet: Any, book: Any, shown: ShownJoin, formats: CellFormats) -> None:
    """All teams under each other, percent first, with a note on what is left out."""
    drawn, beyond = teams(shown)
    own = _matrix_formats(book, formats)
    sheet.set_column(0, 0, WIDTHS[0])
    sheet.set_column(1, MAX_MEMBERS, WIDTHS[1])
    row = 0
    pages = []
    for team in drawn:
        pages += [row] if row else []
        row = _block(sheet, row, f"{team.unit}：占本行材料的百分比", team, True, own)
        row = _block(sheet, row, f"{team.unit}：共有文字（字）", team, False, own)
        if team.left_out:
            sheet.write_string(
                row - 1,
                0,
                f"只列共有文字最多的 {len(team.members)} 份，另有 {team.left_out} 份未列",
                formats.note.plain,
            )
            row += 1
    for unit in beyond:
        sheet.write_string(
            row, 0, f"{unit}：要逐对比对的太多，没有列出矩阵；见“成对”“成组”", formats.note.plain
        )
        row += 1
    if not row:
        sheet.write_string(0, 0, "没有同一单位的两份材料有相同段落", formats.note.plain)
    sheet.set_h_pagebreaks(pages)
    sheet.freeze_panes(0, 1)
    set_pages(sheet)


def _block(
    sheet: Any, row: int, title: str, team: Team, is_share: bool, own: _MatrixFormats
) -> int:
    """Write one square with its title, and return the row after the next."""
    formats = own.shared
    put(sheet, row, 0, title, formats, own.title)
    put(sheet, row + 1, 0, CORNER, formats, formats.head)
    names = member_names(team.members)
    sheet.set_row(row + 1, 46)
    for at, one in enumerate(team.members, 1):
        put(sheet, row + 1, at, names[one.id], formats, formats.head)
        put(sheet, row + 1 + at, 0, names[one.id], formats, own.name)
        for other, two in enumerate(team.members, 1):
            value = team.share(one, two) if is_share else team.characters(one, two)
            if one is two:
                sheet.write_blank(row + 1 + at, other, None, own.diagonal.plain)
            else:
                put(sheet, row + 1 + at, other, value, formats)
    last = row + 1 + len(team.members)
    scale = {
        "type": "2_color_scale",
        "min_color": LIGHT,
        "max_color": DEEP,
        "min_type": "num",
        "min_value": 0,
    }
    scale |= {"max_type": "num", "max_value": 1} if is_share else {"max_type": "max"}
    sheet.conditional_format(row + 2, 1, last, len(team.members), scale)
    return last + 2
