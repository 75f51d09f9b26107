"""The parts in which newer Words keep what belongs to comments: who answers whom, what is done.

A comment that goes takes its row with it. One that somebody has answered does not go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from duizhao.review.comments import AUTHOR, Comment
from duizhao.review.cuts import Splice, spliced
from duizhao.review.tags import Element, attribute, children, root

KINDS = ("commentsExtended", "commentsIds", "commentsExtensible")
TRUE = ("1", "true", "on")
PARENT = re.compile(r"""\s(?:[^\s=:]+:)?paraIdParent\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Answers(NamedTuple):
    """What people made of comments, by their ids: which they replied to, which they marked as done; and the
    replies that stand below one of ours.
    """

    replied: frozenset[str]
    done: frozenset[str]
    replies: frozenset[str]


def answers(xml: str, comments: Sequence[Comment]) -> Answers:
    """Read from the part `commentsExtended`. A reply counts for every comment above it in its thread."""
    owners = {mark: comment for comment in comments for mark in comment.paragraphs}
    tags = [xml[row.start : row.inner] for row in _rows(xml)]
    parents = {attribute(tag, "paraId"): attribute(tag, "paraIdParent") for tag in tags}
    done = {attribute(tag, "paraId") for tag in tags if attribute(tag, "done") in TRUE}
    replied: set[str] = set()
    replies: set[str] = set()
    for mark in parents:
        own = owners.get(mark or "")
        if own is None or own.author != AUTHOR:
            above = [owners[each] for each in _above(mark, parents) if each in owners]
            replied |= {comment.key for comment in above}
            if own is not None and any(comment.author == AUTHOR for comment in above):
                replies.add(own.key)
    closed = frozenset(owners[mark].key for mark in done if mark in owners)
    return Answers(frozenset(replied), closed, frozenset(replies))


def _above(mark: str | None, parents: Mapping[str | None, str | None]) -> Iterator[str]:
    """What a row answers to, up to the top of its thread; a circle ends where it closes."""
    seen = {mark}
    while (mark := parents.get(mark)) is not None and mark not in seen:
        seen.add(mark)
        yield mark


def without(parts: Iterable[tuple[str, str]], gone: Iterable[Comment]) -> Iterator[tuple[str, str]]:
    """The parts that change, by name, as they are without the rows of comments that are `gone`.

    `parts` come in the order of `KINDS`: the ids that the last of them goes by stand in the one before.
    """
    keys = {mark for comment in gone for mark in comment.paragraphs}
    for name, xml in parts if keys else ():
        splices = []
        for row in _rows(xml):
            tag = xml[row.start : row.inner]
            marks = {attribute(tag, "paraId"), attribute(tag, "durableId")} - {None}
            if marks & keys:
                keys |= {mark for mark in marks if mark}
                splices.append(Splice(row.start, row.end, ""))
            elif attribute(tag, "paraIdParent") in keys:
                found = PARENT.search(tag)
                assert found is not None
                splices.append(Splice(row.start + found.start(), row.start + found.end(), ""))
        if splices:
            yield name, spliced(xml, splices)


def _rows(xml: str) -> Iterator[Element]:
    top = root(xml)
    return children(xml, top.inner, top.outer)
