"""Puts the tables and pictures of a Word file among the blocks of its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from duizhao.layout import Layout, Role
from duizhao.text import Source, Span
from duizhao.typeset.block import Block, PictureRun, Run, TextRun
from duizhao.typeset.original import PlacedObjects, PlacedPicture
from duizhao.typeset.picture_size import picture_run
from duizhao.typeset.table import table_block

RUNNING = frozenset((
    Role.BODY, Role.SALUTATION, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4,
))  # fmt: skip
"""The roles of paragraphs that can hold a picture between their words."""


def without_tables(source: Source, objects: PlacedObjects) -> Source:
    """The source with blanks in place of the words of tables, so that offsets stay the same."""
    if not objects.tables:
        return source
    pieces: list[str] = []
    at = 0
    for table in objects.tables:
        start, end = table.span
        inside = source.text[start:end]
        pieces += (
            source.text[at:start],
            "".join("\n" if character == "\n" else " " for character in inside),
        )
        at = end
    return replace(source, text="".join((*pieces, source.text[at:])))


def barriers(objects: PlacedObjects) -> list[int]:
    """The offsets that no paragraph reaches over: where tables stand."""
    return [table.span.start for table in objects.tables]


def with_objects(
    blocks: Sequence[Block], objects: PlacedObjects, whole: Span, text: str, layout: Layout
) -> list[Block]:
    """`blocks`, made of `whole` in `text`, with the tables and pictures that stand there."""
    room = (layout.width, layout.height)
    tables = [each for each in objects.tables if whole.start <= each.span.start < whole.end]
    pictures = [each for each in objects.pictures if _is_in(each.offset, whole, text)]
    own = [each for each in pictures if each.is_alone]
    inline = [each for each in pictures if not each.is_alone]
    found, left = _with_inline(blocks, inline, room)
    extra: list[tuple[int, Block]] = [
        (table.span.start, table_block(table, text, layout)) for table in tables
    ]
    for offset, group in groupby(
        sorted((*own, *left), key=lambda each: each.offset), key=lambda each: each.offset
    ):
        runs = tuple(picture_run(each, *room) for each in group)
        extra.append((offset, Block(Role.BODY, runs, align="center")))
    return _merged(found, sorted(extra, key=lambda each: each[0]))


def _is_in(offset: int, whole: Span, text: str) -> bool:
    return whole.start <= offset < whole.end or offset == whole.end == len(text)


def _merged(blocks: Sequence[Block], extra: Iterable[tuple[int, Block]]) -> list[Block]:
    """Each extra block before the first block that begins at its offset or behind it."""
    starts = [block.runs[0].span.start for block in blocks]
    found: list[Block] = []
    at = 0
    for offset, block in extra:
        behind = max(bisect_left(starts, offset), at)
        if not block.text and _is_signed_at(blocks, behind):
            # A picture of a seal does not part the name from its date.
            behind += 1
        found += (*blocks[at:behind], block)
        at = behind
    return [*found, *blocks[at:]]


def _is_signed_at(blocks: Sequence[Block], at: int) -> bool:
    """Whether a signature ends and its date begins before the block number `at`."""
    roles = [block.role for block in blocks[max(at - 1, 0) : at + 1]]
    return roles == [Role.SIGNATURE, Role.DATE]


def _with_inline(
    blocks: Sequence[Block], pictures: Sequence[PlacedPicture], room: tuple[float, float]
) -> tuple[list[Block], list[PlacedPicture]]:
    """The blocks with the pictures that stand between their words, and the pictures that need a line of their own."""
    left: list[PlacedPicture] = []
    found: list[Block] = []
    at = 0
    for block in blocks:
        end = block.runs[-1].span.end
        mine = []
        while at < len(pictures) and pictures[at].offset <= end:
            mine.append(pictures[at])
            at += 1
        if block.role in RUNNING and mine:
            block = replace(block, runs=tuple(_among(block.runs, mine, room)))
        else:
            left += mine
        found.append(block)
    return found, [*left, *pictures[at:]]


def _among(
    runs: Sequence[Run], pictures: Sequence[PlacedPicture], room: tuple[float, float]
) -> Iterator[Run]:
    """The runs of a paragraph, cut where a picture stands."""
    waiting = list(pictures)
    for run in runs:
        while waiting and waiting[0].offset < run.span.end and isinstance(run, TextRun):
            picture = waiting.pop(0)
            before, run = cut_run(run, picture.offset)
            if before.text:
                yield before
            yield picture_run(picture, *room)
        if run.text or isinstance(run, PictureRun):
            yield run
    for picture in waiting:
        yield picture_run(picture, *room)


def cut_run(run: TextRun, offset: int) -> tuple[TextRun, TextRun]:
    """A run in two at an offset of the source. One with hard wraps is not cut; it comes first."""
    inside = offset - run.span.start
    size = run.span.end - run.span.start
    gap = len(run.text) - size
    if inside <= 0:
        return replace(run, text="", span=Span(run.span.start, run.span.start)), run
    if gap < 0 or inside > size:
        return run, replace(run, text="", span=Span(run.span.end, run.span.end))
    cut = gap + inside
    first = TextRun(run.text[:cut], run.role, Span(run.span.start, offset))
    return first, TextRun(run.text[cut:], run.role, Span(offset, run.span.end))
