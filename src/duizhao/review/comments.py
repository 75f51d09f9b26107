"""The comments part: its comments, and the part with ours taken out and put in and those of people unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.office.xml_text import (
    Splice,
    TagWriter,
    appended,
    attribute,
    children,
    escaped,
    local_name,
    root_element,
    spliced,
)
from duizhao.review.author import initials

EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{}"></w:comments>'
# Quotation marks and dashes take their Chinese shape.
SCRIPT = "eastAsia"
COMMENT_SIZE = 20
"""Half points. By itself a comment takes the look of the body text, which is too large and too wide for a balloon."""
MARKED = "已用修订标出，可以接受或拒绝"
"""The line of a comment for a finding that a tracked change answers."""


class Comment(NamedTuple):
    """A comment in the part: its place, and the marks by which other parts know its paragraphs."""

    key: str
    author: str
    start: int
    end: int
    paragraphs: frozenset[str]
    explains_change: bool


class NewComment(NamedTuple):
    """A comment to be written: its id and its lines."""

    key: int
    lines: Sequence[str]


def comments_in(xml: str) -> Iterator[Comment]:
    """Every comment of a part."""
    top = root_element(xml)
    for element in children(xml, top.inner, top.outer):
        if local_name(element.name) == "comment":
            tag = xml[element.start : element.inner]
            inside = xml[element.inner : element.outer]
            yield Comment(
                key=attribute(tag, "id") or "",
                author=attribute(tag, "author") or "",
                start=element.start,
                end=element.end,
                paragraphs=_paragraph_marks(inside) if "paraId" in inside else frozenset(),
                explains_change=MARKED in inside,
            )


def _paragraph_marks(inside: str) -> frozenset[str]:
    paragraphs = children(inside, 0, len(inside))
    marks = (attribute(inside[each.start : each.inner], "paraId") for each in paragraphs)
    return frozenset(filter(None, marks))


def with_comments(
    xml: str,
    namespace: str,
    gone: Iterable[Comment],
    new: Iterable[NewComment],
    *,
    author: str,
    moment: str,
) -> str:
    """The part without the comments that are `gone`, and with the new ones at its end."""
    writer = TagWriter.from_xml(xml, namespace)
    frame = _CommentFrame.from_prefix(writer.prefix)
    written = "".join(_comment(each, frame, writer, author, moment) for each in new)
    removals = [Splice(comment.start, comment.end, "") for comment in gone]
    # The end goes first: the places of the comments before it stay what they are.
    return spliced(appended(xml, written) if written else xml, removals)


class _CommentFrame(NamedTuple):
    """The XML before, between and behind the lines of a comment.

    The lines share a paragraph, so that its form is written once: a copy has to stay within the limits of reading.
    """

    before: str
    between: str
    behind: str

    @classmethod
    def from_prefix(cls, prefix: str) -> _CommentFrame:
        inside = TagWriter(prefix)
        form = (
            inside.empty("snapToGrid", val=0)
            + inside.empty("spacing", before=0, after=0, line=240, lineRule="auto")
            + inside.empty("ind", left=0, leftChars=0, firstLine=0, firstLineChars=0)
            + inside.empty("jc", val="left")
        )
        look = (
            inside.empty("rFonts", hint=SCRIPT)
            + inside.empty("sz", val=COMMENT_SIZE)
            + inside.empty("szCs", val=COMMENT_SIZE)
        )
        reference = inside.around(inside.empty("annotationRef"), "r")
        start = f"<{prefix}:p>{inside.around(form, 'pPr')}{reference}<{prefix}:r>{inside.around(look, 'rPr')}"
        line = f'<{prefix}:t xml:space="preserve">'
        end = f"</{prefix}:t>"
        return cls(
            start + line, f"{end}{inside.empty('br')}{line}", f"{end}</{prefix}:r></{prefix}:p>"
        )


def _comment(
    new: NewComment, frame: _CommentFrame, writer: TagWriter, author: str, moment: str
) -> str:
    lines = frame.between.join(map(escaped, new.lines))
    return writer.around(
        f"{frame.before}{lines}{frame.behind}",
        "comment",
        id=new.key,
        author=author,
        date=moment,
        initials=initials(author),
    )
