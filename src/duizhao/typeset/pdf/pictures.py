"""The pictures of a plan that typst can set, and their image files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from duizhao.typeset.block import Block, PictureRun, TableBlock
from duizhao.typeset.original.lost import Lost

MAX_PIXELS = 24_000_000
"""Pixels of all pictures of a document together: typst decodes them, which takes 8 bytes for each."""


def pictures_in(blocks: Iterable[Block]) -> Iterator[PictureRun]:
    """All pictures of a plan, those in tables included."""
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from pictures_in(block.blocks)
        else:
            yield from block.pictures


def refusals(blocks: Iterable[Block], pixels: float = MAX_PIXELS) -> dict[int, Lost]:
    """The image files, by identity, that cannot be set: by their format, or for lack of room for their pixels."""
    found: dict[int, Lost] = {}
    left = min(pixels, MAX_PIXELS)
    seen: set[int] = set()
    for image in (picture.image for picture in pictures_in(blocks)):
        if id(image) in seen:
            continue
        seen.add(id(image))
        size = image.pixels[0] * image.pixels[1]
        if not image.format.prints:
            found[id(image)] = Lost.UNPRINTABLE
        elif not 0 < size <= left:
            found[id(image)] = Lost.TOO_MANY_PIXELS if size else Lost.MISSING
        else:
            left -= size
    return found


def without(blocks: Sequence[Block], refused: dict[int, Lost], lost: Counter[Lost]) -> list[Block]:
    """The plan without the pictures of refused image files, which are counted; a line of its own goes with it."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            found.append(_table_without(block, refused, lost))
            continue
        runs = []
        for run in block.runs:
            if isinstance(run, PictureRun) and id(run.image) in refused:
                lost[refused[id(run.image)]] += 1
            else:
                runs.append(run)
        if runs or not block.runs or block.new_page:
            found.append(replace(block, runs=tuple(runs)))
    return found


def _table_without(table: TableBlock, refused: dict[int, Lost], lost: Counter[Lost]) -> TableBlock:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, blocks=tuple(without(cell.blocks, refused, lost)))
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def file_names(blocks: Iterable[Block]) -> dict[int, str]:
    """A name for each image file of a plan, by identity."""
    names: dict[int, str] = {}
    for picture in pictures_in(blocks):
        image = picture.image
        names.setdefault(id(image), f"{len(names) + 1}.{image.format.suffix}")
    return names
