"""Blocks → w:p elements. The style holds the look of a role; the paragraph adds only what differs from it."""

from __future__ import annotations

from duizhao.layout import Layout, Role
from duizhao.text.width import width
from duizhao.typeset.block import Block, PictureRun, TextRun
from duizhao.typeset.docx.measures import (
    character_advance,
    character_width,
    line_length,
    line_pitch,
)
from duizhao.typeset.docx.pictures import PictureWriter
from duizhao.typeset.docx.styles import JUSTIFICATION, STYLE_IDS
from duizhao.typeset.docx.text import is_ambiguous, run_content


def paragraph(block: Block, layout: Layout, pictures: PictureWriter) -> str:
    """A block as one paragraph."""
    properties = f'<w:pStyle w:val="{STYLE_IDS[block.role][0]}"/>{_own_properties(block, layout)}'
    runs = "".join(
        pictures.run(run) if isinstance(run, PictureRun) else _run(run, block.role)
        for run in block.runs
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _own_properties(block: Block, layout: Layout) -> str:
    """The properties that a paragraph adds to its style, in the order of the schema (17.3.1.26)."""
    return (
        ("<w:pageBreakBefore/>" if block.new_page else "")
        + _spacing(block, layout)
        + (_indents(block, layout) if block.left or block.right or block.role is Role.DATE else "")
        # A paragraph of a picture alone; its style may indent the first line.
        + (
            '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
            if block.align and not block.first
            else ""
        )
        + (f'<w:jc w:val="{JUSTIFICATION[block.align]}"/>' if block.align else "")
    )


def _spacing(block: Block, layout: Layout) -> str:
    # The space above is given twice, as an indent is: Word takes lines of its grid, other programs the length.
    above = (
        f' w:beforeLines="{block.above * 100}" w:before="{block.above * line_pitch(layout)}"'
        if block.above
        else ""
    )
    # A line of exact height would cut off a picture that is higher.
    line = f' w:line="{line_pitch(layout)}" w:lineRule="atLeast"' if block.pictures else ""
    return f"<w:spacing{above}{line}/>" if above or line else ""


def _indents(block: Block, layout: Layout) -> str:
    if block.left:
        # By the advance of characters as they are set, so that lines stand under each other.
        advance = character_advance(layout)
        left, first = round(block.left * advance), round(block.first * advance)
        return f'<w:ind w:left="{left}" w:firstLineChars="0" w:{_first_line_attribute(first)}/>'
    if block.role is Role.DATE and (left := line_length(layout) - _width_taken(block, layout)) > 0:
        # GB/T 9704 7.3.5.2 gives the place of the first character of the date. The width of digits depends on the
        # font: a date that ends at the margin may run over it, but never into a second line.
        return (
            f'<w:ind w:left="{left}" w:right="{-2 * character_width(layout)}"/><w:jc w:val="left"/>'
        )
    right = round(block.right * character_width(layout))
    return f'<w:ind w:rightChars="{round(block.right * 100)}" w:right="{right}"/>'


def _width_taken(block: Block, layout: Layout) -> int:
    """The width of a block together with the space to its right, in twips."""
    return round((block.right + width(block.text)) * character_advance(layout))


def _first_line_attribute(length: int) -> str:
    return f'hanging="{-length}"' if length < 0 else f'firstLine="{length}"'


def _run(run: TextRun, around: Role) -> str:
    style = "" if run.role is around else f'<w:rStyle w:val="{STYLE_IDS[run.role][0]}Char"/>'
    hint = '<w:rFonts w:hint="eastAsia"/>' if is_ambiguous(run.text) else ""
    properties = f"<w:rPr>{style}{hint}</w:rPr>" if style or hint else ""
    return f"<w:r>{properties}{run_content(run.text)}</w:r>"
