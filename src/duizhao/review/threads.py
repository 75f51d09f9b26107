"""The parts in which newer Words keep what belongs to comments: who answers whom, what is done.

A comment that goes takes its row with it; an answer that somebody gave to it stands for itself from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from duizhao.review.comments import Comment
from duizhao.review.cuts import Splice, spliced
from duizhao.review.tags import Element, attribute, children, root

KINDS = ("commentsExtended", "commentsIds", "commentsExtensible")
PARENT = re.compile(r"""\s(?:[^\s=:]+:)?paraIdParent\s*=\s*(?:"([^"]*)"|'([^']*)')""")


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
