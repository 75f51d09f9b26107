"""The sheet 说明: the columns, the colours, and how to work with the ledger."""

from __future__ import annotations

from typing import Any

from duizhao.ledger.colours import BLUE, GREEN, RED, SOON, UNSURE, WANTED, YELLOW
from duizhao.ledger.column import COLUMNS
from duizhao.office.cell import lines_in, row_height
from duizhao.office.workbook import CellFormats, put_heads, set_pages

GUIDE_SHEET = "说明"
GUIDE_HEADS = (("列", 16), ("谁来填", 18), ("说明", 70), ("可选", 44))
GUIDE_NOTES = (
    ("怎样用", "台账由材料生成，材料没有写的一律空着、着浅黄色，请人补上；程序不代写。"),
    ("", "可以改任何格子、加行、加列、加工作表、排序、筛选、调列宽；只请不要改“编号”一列和各列的列名。"),
    ("", "材料改了以后：duizhao ledger --update 台账.xlsx 材料/（原来的留作 .bak）。人填的全部保留；"
         "材料里新有的加在最后；改过的、不在了的在“变动”里标出；两边都改过的列在“更新冲突”里，由人决定。"),
    ("", "要上报、要贴出来，打印“打印”表：它随台账变，同一条措施只印一次，其余写“同第几行”。"
         "要印别的列，在 duizhao.toml 的 [ledger] 里写 print。"),
    ("", "隐藏的列（如“编号”）没有删，更新还要用；在列标上点右键、取消隐藏就能看到。"),
    ("", "您自己加的行，“编号”可以空着，更新时原样保留。整行删去的，更新时不再加回。"),
)  # fmt: skip
COLOUR_MEANINGS = (
    (WANTED, "材料没有写，待补"),
    (GREEN, "截止日期：按期"),
    (
        YELLOW,
        "截止日期、延期至：临近（天数在“汇总”里改）；已销号而缺佐证、验收人或销号日期；更新时有变动",
    ),
    (SOON, "截止日期、延期至：快到期（只在分两档时有）"),
    (RED, "截止日期：逾期；验收人就是责任人"),
    (BLUE, "已销号"),
    (UNSURE, "更新时材料里已找不到这一句"),
)


def write_guide(sheet: Any, book: Any, formats: CellFormats) -> None:
    put_heads(sheet, GUIDE_HEADS, formats)
    for row, column in enumerate(COLUMNS, 1):
        _line(
            sheet,
            row,
            (column.head, column.filled_by, column.meaning, "、".join(column.choices)),
            formats,
        )
    row = len(COLUMNS) + 2
    for colour, meaning in COLOUR_MEANINGS:
        sheet.write_blank(row, 0, None, book.add_format({"bg_color": colour, "border": 1}))
        sheet.write_string(row, 1, meaning, formats.note.plain)
        row += 1
    for what, note in GUIDE_NOTES:
        row += 1
        sheet.write_string(row, 0, what, formats.note.plain)
        sheet.merge_range(row, 1, row, len(GUIDE_HEADS) - 1, note, formats.text.plain)
        sheet.set_row(row, row_height(lines_in(note, sum(width for _, width in GUIDE_HEADS[1:]))))
    sheet.freeze_panes(1, 0)
    set_pages(sheet, most=1)


def _line(sheet: Any, row: int, values: tuple[str, ...], formats: CellFormats) -> None:
    fullest = max(
        lines_in(value, width) for value, (_, width) in zip(values, GUIDE_HEADS, strict=True)
    )
    sheet.set_row(row, row_height(fullest))
    for at, value in enumerate(values):
        sheet.write_string(row, at, value, formats.text.plain)
