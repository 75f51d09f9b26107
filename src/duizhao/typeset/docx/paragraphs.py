"""Blocks as w:p: the style says how a role looks, the paragraph only what is its own."""

from __future__ import annotations

from duizhao.layout import Layout, Role
from duizhao.text.width import width
from duizhao.typeset.block import Block, Run
from duizhao.typeset.docx.measures import character, line, pitch, step
from duizhao.typeset.docx.styles import IDS
from duizhao.typeset.docx.text import content, is_ambiguous


def paragraph(block: Block, layout: Layout) -> str:
    """A block as one paragraph."""
    properties = f'<w:pStyle w:val="{IDS[block.role][0]}"/>{_own(block, layout)}'
    runs = "".join(_run(run, block.role) for run in block.runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _own(block: Block, layout: Layout) -> str:
    """What a paragraph's style does not say, in the order of the schema (17.3.1.26)."""
    return (
        ("<w:pageBreakBefore/>" if block.new_page else "")
        + (_above(block.above, layout) if block.above else "")
        + (_indents(block, layout) if block.left or block.right or block.role is Role.DATE else "")
    )


def _above(lines: int, layout: Layout) -> str:
    # Said twice, as an indent is: Word takes lines of its grid.
    return f'<w:spacing w:beforeLines="{lines * 100}" w:before="{lines * pitch(layout)}"/>'


def _indents(block: Block, layout: Layout) -> str:
    if block.left:
        # By what characters really take, so that lines stand under each other.
        left, first = round(block.left * step(layout)), round(block.first * step(layout))
        return f'<w:ind w:left="{left}" w:firstLineChars="0" w:{_first(first)}/>'
    if block.role is Role.DATE and (left := line(layout) - _taken(block, layout)) > 0:
        # By its first character, whose place the clause gives. Digits are not as wide in every font: a date that
        # ends at the margin may run over it, but never into a second line.
        return f'<w:ind w:left="{left}" w:right="{-2 * character(layout)}"/><w:jc w:val="left"/>'
    right = round(block.right * character(layout))
    return f'<w:ind w:rightChars="{round(block.right * 100)}" w:right="{right}"/>'


def _taken(block: Block, layout: Layout) -> int:
    """What a block and the space to its right take of a line, in twips."""
    return round((block.right + width(block.text)) * step(layout))


def _first(length: int) -> str:
    return f'hanging="{-length}"' if length < 0 else f'firstLine="{length}"'


def _run(run: Run, around: Role) -> str:
    style = "" if run.role is around else f'<w:rStyle w:val="{IDS[run.role][0]}Char"/>'
    hint = '<w:rFonts w:hint="eastAsia"/>' if is_ambiguous(run.text) else ""
    properties = f"<w:rPr>{style}{hint}</w:rPr>" if style or hint else ""
    return f"<w:r>{properties}{content(run.text)}</w:r>"
