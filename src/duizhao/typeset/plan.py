"""Document and layout → blocks: the one plan that every writer sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from duizhao.document import Document
from duizhao.layout import Layout, Role
from duizhao.text import Span
from duizhao.typeset.attachments import with_attachments
from duizhao.typeset.block import Block, TextRun
from duizhao.typeset.draft import drafts
from duizhao.typeset.original import PlacedObjects
from duizhao.typeset.pieces import pieces
from duizhao.typeset.place_objects import barriers, with_objects
from duizhao.typeset.signing import with_signature
from duizhao.typeset.title import break_title

OPENING = (Role.TITLE, Role.ROLE_LINE, Role.DATE_LINE)
SIGNING = (Role.SIGNATURE, Role.DATE)
NO_OBJECTS = PlacedObjects()
TITLES = (Role.TITLE, Role.ATTACHMENT_TITLE)


def blocks(
    document: Document, layout: Layout, objects: PlacedObjects = NO_OBJECTS, text: str = ""
) -> tuple[Block, ...]:
    """The paragraphs of a document as they are to be set. Every character except blanks is kept, in order.

    `objects` are the tables and pictures of the `text`, in which the document has blanks in their place.
    """
    found = [
        Block(draft.role, tuple(draft.runs), first=layout.roles[draft.role].first)
        for draft in drafts(document.text, pieces(document), barriers(objects))
    ]
    if objects:
        found = with_objects(found, objects, document.span, text, layout)
    placed = with_signature(with_attachments(found, layout), layout)
    return tuple(_spaced([_with_broken_title(block, layout) for block in placed], layout))


def all_blocks(
    documents: Iterable[Document],
    layout: Layout,
    objects: PlacedObjects = NO_OBJECTS,
    text: str = "",
) -> tuple[Block, ...]:
    """The blocks of several documents, each starting on a new page, with the tables and pictures of the `text`."""
    found: list[Block] = []
    for document in documents:
        first, *others = blocks(document, layout, objects, text) or (None,)
        if first:
            found += (replace(first, new_page=bool(found)), *others)
    return tuple(found)


def _with_broken_title(block: Block, layout: Layout) -> Block:
    """A title broken into lines; any other block unchanged."""
    if block.role not in TITLES:
        return block
    lines = break_title(block.text.split("\n"), layout.capacity(block.role))
    span = Span(block.runs[0].span.start, block.runs[-1].span.end)
    return replace(block, runs=(TextRun("\n".join(lines), block.role, span),))


def _spaced(found: Sequence[Block], layout: Layout) -> Iterator[Block]:
    before: Role | None = None
    for block in found:
        above = 0 if block.new_page else _above(before, block.role, layout)
        yield replace(block, above=above, new_page=block.new_page and before is not None)
        before = block.role


def _above(before: Role | None, role: Role, layout: Layout) -> int:
    """The number of blank lines between two paragraphs."""
    if before is None or role in OPENING:
        return 0
    if before in OPENING:
        return layout.gaps.opening
    if role is Role.ATTACHMENT_NOTE and before is not role:
        return layout.gaps.note
    if role in SIGNING and before not in SIGNING:
        return layout.gaps.signature
    return layout.gaps.attachment_title if role is Role.ATTACHMENT_TITLE else 0
