"""The note of attachments (GB/T 9704 7.3.4), and the labels and titles of the attachments themselves (7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from duizhao.document.attachment_label import ENTRY, NUMBER
from duizhao.layout import Layout, Role
from duizhao.text.width import width
from duizhao.typeset.block import Block

NOTE = re.compile(f"附[ 　]*件?[ 　]*{NUMBER}[ 　]*[：:][ 　]*")


def with_attachments(blocks: Sequence[Block], layout: Layout) -> list[Block]:
    """`blocks` with indented notes of attachments, and with each attachment on a new page under its label."""
    return list(_on_new_pages(_indented(_with_joined_heads(blocks), layout)))


def _on_new_pages(blocks: Iterator[Block]) -> Iterator[Block]:
    for block in blocks:
        yield replace(block, new_page=True) if block.role is Role.ATTACHMENT_LABEL else block


def _with_joined_heads(blocks: Iterable[Block]) -> Iterator[Block]:
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
