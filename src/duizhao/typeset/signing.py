"""The place of signature and date on a document without a seal (GB/T 9704 7.3.5.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duizhao.layout import Layout, Role
from duizhao.text.width import width
from duizhao.typeset.block import Block


def with_signature(blocks: Sequence[Block], layout: Layout) -> list[Block]:
    """`blocks` with signature and date indented from the right.

    The date begins `date_offset` characters to the right of the signature; a longer date moves the signature left.
    """
    signed = next((block for block in blocks if block.role is Role.SIGNATURE), None)
    dated = next((block for block in blocks if block.role is Role.DATE), None)
    of_name, of_date = _right_indents(signed, dated, layout)
    right = {Role.SIGNATURE: of_name, Role.DATE: of_date}
    return [
        replace(block, right=right[block.role]) if block.role in right else block
        for block in blocks
    ]


def _right_indents(
    signed: Block | None, dated: Block | None, layout: Layout
) -> tuple[float, float]:
    """The free characters to the right of the signature and of the date."""
    place = layout.signature
    if signed is None or dated is None:
        return place.right, place.right
    name, date = width(signed.text), width(dated.text)
    if date > name:
        return _within(place.right + date + place.date_offset - name, name, layout), place.right
    return place.right, max(0.0, place.right + name - place.date_offset - date)


def _within(right: float, size: float, layout: Layout) -> float:
    """`right`, but at most what the line leaves free."""
    return max(0.0, min(right, layout.grid.characters - size))
