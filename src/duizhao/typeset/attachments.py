"""The note of attachments (GB/T 9704 7.3.4), and the labels and titles of the attachments themselves (7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from duizhao.document.attachment_label import (
    ENTRY,
    NUMBER,
    is_attachment_label,
    may_be_attachment_title,
)
from duizhao.layout import Layout, Role
from duizhao.text.width import width
from duizhao.typeset.block import Block

NOTE = re.compile(f"附[ 　]*件?[ 　]*{NUMBER}[ 　]*[：:][ 　]*")


def with_attachments(blocks: Sequence[Block], layout: Layout) -> list[Block]:
    """`blocks` with indented notes of attachments, and with each attachment on a new page under its label."""
    return list(_indented(_with_joined_heads(_with_labels(blocks)), layout))


def _with_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    begun = False
    for at, block in enumerate(blocks):
        if begun and _may_be_title(block):
            yield _with_role(block, Role.ATTACHMENT_TITLE)
            begun = False
        elif begun := _is_label(block, blocks[at + 1 : at + 2]):
            yield replace(_with_role(block, Role.ATTACHMENT_LABEL), new_page=True)
        else:
            yield block


def _is_label(block: Block, following: Sequence[Block]) -> bool:
    notes = [each.text for each in following if each.role is Role.ATTACHMENT_NOTE]
    may_label = block.role in (Role.ATTACHMENT_NOTE, Role.BODY)
    return may_label and is_attachment_label(block.text, notes)


def _may_be_title(block: Block) -> bool:
    is_body = block.role is Role.BODY and len(block.runs) == 1
    return is_body and may_be_attachment_title(block.text)


def _with_role(block: Block, role: Role) -> Block:
    runs = tuple(replace(run, role=role) for run in block.runs)
    return replace(block, role=role, runs=runs, first=0)


def _with_joined_heads(blocks: Iterator[Block]) -> Iterator[Block]:
    """`附件：` alone on its line is joined with the first entry below it."""
    head: Block | None = None
    for block in blocks:
        if head and block.role is Role.ATTACHMENT_NOTE:
            block, head = replace(head, runs=head.runs + block.runs), None
        elif head:
            yield head
            head = None
        if block.role is Role.ATTACHMENT_NOTE and NOTE.fullmatch(block.text):
            head = block
        else:
            yield block
    if head:
        yield head


def _indented(blocks: Iterator[Block], layout: Layout) -> Iterator[Block]:
    """Indent notes: a name of several lines stands below its first character, a later number below the first number."""
    first = layout.roles[Role.ATTACHMENT_NOTE].first
    label = 3.0
    for block in blocks:
        if block.role is not Role.ATTACHMENT_NOTE:
            yield block
            continue
        head = NOTE.match(block.text)
        begins = head.end() if head else 0
        if head:
            label = width(head[0].rstrip())
        entry = ENTRY.match(block.text, begins)
        number = width(entry[0]) if entry else 0.0
        yield replace(
            block,
            left=first + label + number,
            first=-number - (width(head[0]) if head else 0.0),
        )
