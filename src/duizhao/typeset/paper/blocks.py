"""A paper from data → the blocks that every writer sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from duizhao.layout import Layout, Role
from duizhao.text import Span
from duizhao.text.width import width
from duizhao.typeset.block import Block, TableBlock, TableCell, TableRow, TextRun
from duizhao.typeset.paper.model import FormCell, FormRow, FormTable, PaperLine, WrittenPaper
from duizhao.typeset.signing import with_signature
from duizhao.typeset.table.size import padding
from duizhao.typeset.title import break_title

CELL_SIZE = 12.0
"""Of the text of a form, in pt: 小四."""
LONG_ROW = 300
"""Characters. The row of a longer text may be broken over two pages."""
NOWHERE = Span(0, 0)
"""The place of words in a source: they have none."""


def paper_blocks(paper: WrittenPaper, layout: Layout) -> tuple[Block, ...]:
    """The paragraphs and tables of a paper as they are to be set. A line that is empty is left out."""
    found: list[Block] = []
    for part in paper.parts:
        if isinstance(part, FormTable):
            found.append(_table(part, layout))
        elif part.text.strip():
            found += _lines(part, layout)
    return tuple(_spaced(with_signature(found, layout), layout))


def _lines(line: PaperLine, layout: Layout) -> Iterator[Block]:
    if line.role is Role.TITLE:
        text = "\n".join(break_title(line.text.split("\n"), layout.capacity(Role.TITLE)))
        yield Block(Role.TITLE, (TextRun(text, Role.TITLE, NOWHERE),))
        return
    first = layout.roles[line.role].first
    for each in line.text.splitlines():
        if each.strip():
            yield Block(line.role, (TextRun(each.strip(), line.role, NOWHERE),), first=first)


def _spaced(found: Sequence[Block], layout: Layout) -> Iterator[Block]:
    """The blocks with the blank lines above them; each title but the first on a new page."""
    before: Role | None = None
    for block in found:
        is_title = block.role is Role.TITLE
        above = layout.gaps.opening if before is Role.TITLE and not is_title else 0
        if block.role is Role.SIGNATURE:
            above = layout.gaps.signature
        yield replace(block, above=above, new_page=is_title and before is not None)
        before = block.role


def _table(form: FormTable, layout: Layout) -> TableBlock:
    scale = layout.width / sum(form.columns)
    return TableBlock(
        Role.BODY,
        (),
        columns=tuple(each * scale for each in form.columns),
        rows=tuple(_row(row, is_head=at < form.heads) for at, row in enumerate(form.rows)),
        heads=form.heads,
        size=CELL_SIZE,
        padding=padding(len(form.columns)),
    )


def _row(row: FormRow, *, is_head: bool) -> TableRow:
    holds = all(width(cell.text) <= LONG_ROW for cell in row.cells)
    cells = tuple(_cell(cell, is_label=is_head or cell.is_label) for cell in row.cells)
    return TableRow(cells, row.height, holds=holds)


def _cell(cell: FormCell, *, is_label: bool) -> TableCell:
    align = "center" if is_label else "left"
    blocks = tuple(
        Block(Role.BODY, (TextRun(line.strip(), Role.BODY, NOWHERE),), align=align)
        for line in cell.text.splitlines()
        if line.strip()
    )
    vertical = "center" if is_label or len(blocks) <= 1 else "top"
    return TableCell(blocks or (Block(Role.BODY, (), align=align),), cell.columns, 1, vertical)
