"""A statement in a mail that is sent on: the lines behind “>”, without what the sender wrote around them."""

from __future__ import annotations

from duizhao.document.lines import Line, quoted_lines
from duizhao.document.nodes import Residue, ResidueKind
from duizhao.text import Span


def without_outer_mail(text: str, blocks: list[Line]) -> tuple[list[Line], list[Residue]]:
    """The quoted lines, and the others as residue; all lines if most are not quoted."""
    quoted = quoted_lines(text, blocks)
    if not quoted or all(quoted):
        return blocks, []
    marked = list(zip(blocks, quoted, strict=True))
    outer = [Residue(Span(*block), ResidueKind.NOTICE) for block, is_one in marked if not is_one]
    return [block for block, is_one in marked if is_one], outer
