"""Blocks → the body of a .docx: paragraphs, and tables between them (17.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from duizhao.layout import Layout
from duizhao.typeset.block import Block, PictureRun, TableBlock, TableCell, TableRow, TextRun
from duizhao.typeset.docx.measures import line_pitch, twips
from duizhao.typeset.docx.paragraphs import paragraph
from duizhao.typeset.docx.pictures import PictureWriter
from duizhao.typeset.docx.styles import JUSTIFICATION, table_style_id
from duizhao.typeset.docx.text import is_ambiguous, run_content

BORDER = 4
"""The width of a border, in eighths of a point."""

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def body(blocks: Iterable[Block], layout: Layout, pictures: PictureWriter) -> Iterator[str]:
    """The blocks as elements. Word needs a paragraph behind a table, or joins it with the next one."""
    every = list(blocks)
    for block, following in zip_longest(every, every[1:]):
        if not isinstance(block, TableBlock):
            yield paragraph(block, layout, pictures)
            continue
        if block.new_page or block.above:
            yield _lines_before(block, layout)
        yield _table(block, layout, pictures)
        if following is None or isinstance(following, TableBlock):
            yield THIN


THIN = (
    '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)
"""A paragraph that is not seen."""


def _lines_before(block: TableBlock, layout: Layout) -> str:
    """What a table cannot hold itself: the page that it begins, and the blank lines above it."""
    page = "<w:pageBreakBefore/>" if block.new_page else ""
    height = max(block.above * line_pitch(layout), 20)
    return (
        f'<w:p><w:pPr>{page}<w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _table(block: TableBlock, layout: Layout, pictures: PictureWriter) -> str:
    widths = [twips(width) for width in block.columns]
    beside = twips(block.padding)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{BORDER}" w:space="0" w:color="{layout.text.colour}"/>'
        for side in SIDES
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(row, widths, block, layout, pictures, is_head=at < block.heads)
        for at, row in enumerate(block.rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"{f'<w:tblBorders>{borders}</w:tblBorders>' if block.has_borders else ''}"
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{beside}" w:type="dxa"/><w:right w:w="{beside}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    row: TableRow,
    widths: Sequence[int],
    block: TableBlock,
    layout: Layout,
    pictures: PictureWriter,
    *,
    is_head: bool,
) -> str:
    properties = (
        ("<w:cantSplit/>" if row.holds else "")
        + (f'<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>' if row.height else "")
        + ("<w:tblHeader/>" if is_head else "")
    )
    cells = []
    at = 0
    for cell in row.cells:
        width = sum(widths[at : at + cell.columns])
        at += cell.columns
        cells.append(_cell(cell, width, block, layout, pictures))
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def _cell(
    cell: TableCell, width: int, block: TableBlock, layout: Layout, pictures: PictureWriter
) -> str:
    merge = {0: "<w:vMerge/>", 1: ""}.get(cell.rows, '<w:vMerge w:val="restart"/>')
    properties = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else "")
        + merge
        + ("" if cell.vertical == "top" else f'<w:vAlign w:val="{cell.vertical}"/>')
    )
    inner = "".join(
        _table(each, layout, pictures)
        if isinstance(each, TableBlock)
        else _paragraph(each, block.size, pictures)
        for each in cell.blocks
    )
    # A cell ends with a paragraph (17.4.66).
    end = THIN if isinstance(cell.blocks[-1], TableBlock) else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{end}</w:tc>"


def _paragraph(block: Block, size: float, pictures: PictureWriter) -> str:
    """A paragraph of a cell, in the style of text of this size in tables."""
    # A line of exact height would cut off a picture.
    free = '<w:spacing w:lineRule="atLeast"/>' if block.pictures else ""
    properties = (
        f'<w:pStyle w:val="{table_style_id(size)}"/>{free}'
        + (_first_line(block.first, size) if block.first else "")
        + (
            f'<w:jc w:val="{JUSTIFICATION[block.align]}"/>'
            if block.align not in ("", "left")
            else ""
        )
    )
    runs = "".join(
        pictures.run(run) if isinstance(run, PictureRun) else _run(run) for run in block.runs
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _first_line(characters: float, size: float) -> str:
    return f'<w:ind w:firstLineChars="{round(characters * 100)}" w:firstLine="{round(characters * size * 20)}"/>'


def _run(run: TextRun) -> str:
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' if is_ambiguous(run.text) else ""
    return f"<w:r>{hint}{run_content(run.text)}</w:r>"


def table_sizes(blocks: Iterable[Block]) -> set[float]:
    """The sizes of text in the tables of a plan, in pt."""
    found: set[float] = set()
    for block in blocks:
        if isinstance(block, TableBlock):
            found |= {block.size, *table_sizes(block.blocks)}
    return found
