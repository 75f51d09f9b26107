"""An estimate of the memory that typst needs for a plan, so that a plan that needs too much is refused beforehand.

The figures are kilobytes, measured with typst 0.15 as the peak of a whole run of the program.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.errors import UnreadableDocument
from duizhao.typeset.block import Block, TableBlock
from duizhao.typeset.pdf.breaks import unbreakable_pieces
from duizhao.typeset.pdf.pictures import pictures_in

PARAGRAPH_KB = 45
PAGE_KB = 45
"""A page that begins with a paragraph, added to that of the paragraph."""
RUN_KB = 2
PIECE_KB = 4.5
"""The text between two line breaks that typst does not find by itself."""
WORD_KB = 1
"""A word of letters or digits among Chinese: it has other fonts and another script."""
CHARACTER_KB = 0.45

CELL_KB = 15
"""A cell of a table, added to that of its paragraphs."""
PIXEL_KB = 0.008
"""A pixel of a picture, decoded and encoded again."""

MAX_KB = 280_000
"""A long statement of 10,000 characters takes 20,000; the program itself holds 75,000 more."""

KEPT_KB = 25_000
"""typst caches its work on ten documents. After a plan that needs more than this, the cache is dropped."""

WORD_AMONG_CHINESE = re.compile(
    r"[^\s\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)


def plan_kilobytes(blocks: Sequence[Block]) -> float:
    """The kilobytes for a plan. Where the paragraphs alone exceed the limit, their runs are not counted."""
    first = PARAGRAPH_KB * len(blocks)
    return first if first > MAX_KB else first + sum(map(_block_kilobytes, blocks))


def picture_kilobytes(blocks: Sequence[Block]) -> float:
    """The kilobytes for the pictures of a plan, each image file once."""
    images = {id(picture.image): picture.image for picture in pictures_in(blocks)}
    return PIXEL_KB * sum(image.pixels[0] * image.pixels[1] for image in images.values())


def memory_refusal(blocks: Sequence[Block], kilobytes: float, name: str) -> UnreadableDocument:
    """The error for a plan that would take more memory than the limit; `name` is that of the document."""
    characters = sum(len(block.text) for block in blocks)
    return UnreadableDocument(
        name,
        f"共 {len(blocks):,} 段 {characters:,} 字，排成 PDF 要占内存约 {kilobytes / 1000:,.0f} MB，"
        f"超过上限 {MAX_KB // 1000} MB；请拆分后再排",
    )


def _block_kilobytes(block: Block) -> float:
    """The kilobytes for a block, except those for each paragraph."""
    if isinstance(block, TableBlock):
        cells = sum(len(row.cells) for row in block.rows)
        return CELL_KB * cells + plan_kilobytes(list(block.blocks))
    texts = [run.text for run in block.runs if run.text]
    return (
        PAGE_KB * block.new_page
        + RUN_KB * (len(texts) - 1)
        + PIECE_KB * sum(len(unbreakable_pieces(text)) - 1 for text in texts)
        + WORD_KB * sum(map(_word_count, texts))
        + CHARACTER_KB * sum(map(len, texts))
    )


def _word_count(text: str) -> int:
    return len(WORD_AMONG_CHINESE.findall(text))
