"""The parts in which newer Words keep what belongs to comments: who answers whom, what is done.

A comment that goes takes its row with it. One that somebody has answered does not go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from duizhao.office.xml_text import Splice, XmlElement, attribute, children, first_tag, spliced
from duizhao.review.comments import AUTHOR, Comment

KINDS = ("commentsExtended", "commentsIds", "commentsExtensible")
Parents = Mapping[str | None, str | None]
TRUE = ("1", "true", "on")


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
    ours = [mark for mark in parents if mark in owners and owners[mark].author == AUTHOR]
    replied = _above(set(parents) - set(ours), parents)
    return Answers(
        *(
            frozenset(owners[mark].key for mark in marks if mark in owners)
            for marks in (replied, done, _below(ours, parents) - set(ours))
        )
    )


def _above(marks: Iterable[str | None], parents: Parents) -> set[str | None]:
    """The rows that some of the rows `marks` answer to, up to the tops of their threads."""
    found: set[str | None] = set()
    for mark in marks:
        # What lies above a row that was found has been found with it; so a circle ends too.
        while (mark := parents.get(mark)) is not None and mark not in found:
            found.add(mark)
    return found


def _below(marks: Iterable[str | None], parents: Parents) -> set[str | None]:
    """The rows that answer to one of the rows `marks`, down to the ends of their threads."""
    answers_to = defaultdict(list)
    for mark, parent in parents.items():
        answers_to[parent].append(mark)
    found: set[str | None] = set()
    waiting = list(marks)
    while waiting:
        new = [mark for mark in answers_to[waiting.pop()] if mark not in found]
        found.update(new)
        waiting += new
    return found


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
        if splices:
            yield name, spliced(xml, splices)


def _rows(xml: str) -> Iterator[XmlElement]:
    # Behind the end of the outermost element there are no others: its end need not be looked for.
    return children(xml, first_tag(xml).end(), len(xml))
