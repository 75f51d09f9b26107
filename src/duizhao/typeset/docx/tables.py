"""Blocks → the body of a .docx: paragraphs, and tables between them (17.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from duizhao.layout import Layout, Role
from duizhao.typeset.block import Block, PictureRun, TableBlock, TableCell, TableRow, TextRun
from duizhao.typeset.docx.measures import half_points, line_pitch, twips
from duizhao.typeset.docx.paragraphs import paragraph
from duizhao.typeset.docx.pictures import PictureWriter
from duizhao.typeset.docx.styles import JUSTIFICATION, STYLE_IDS
from duizhao.typeset.docx.text import is_ambiguous, run_content

LINE_OF_SIZE = 1.4
"""The line pitch of text in a table, as a multiple of its size."""

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
    """What a table cannot say itself: the page that it begins, and the blank lines above it."""
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
    """A paragraph of a cell: the style of body text, but without the grid and in the size of the table."""
    pitch = round(size * LINE_OF_SIZE * 20)
    rule = "atLeast" if block.pictures else "exact"
    points = half_points(size)
    # The end of an empty paragraph has a size too.
    sized = f'<w:spacing w:val="0"/><w:sz w:val="{points}"/><w:szCs w:val="{points}"/>'
    runs = "".join(
        pictures.run(run) if isinstance(run, PictureRun) else _run(run, sized) for run in block.runs
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{STYLE_IDS[Role.BODY][0]}"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{pitch}" w:lineRule="{rule}"/>'
        f'<w:ind w:firstLineChars="{round(block.first * 100)}" w:firstLine="{round(block.first * size * 20)}"/>'
        f'<w:jc w:val="{JUSTIFICATION[block.align or "left"]}"/><w:rPr>{sized}</w:rPr></w:pPr>{runs}</w:p>'
    )


def _run(run: TextRun, sized: str) -> str:
    hint = '<w:rFonts w:hint="eastAsia"/>' if is_ambiguous(run.text) else ""
    return f"<w:r><w:rPr>{hint}{sized}</w:rPr>{run_content(run.text)}</w:r>"
