"""The comments part: what is in it, ours taken out and put in, those of people as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.office.xml_text import (
    Splice,
    TagWriter,
    attribute,
    children,
    escaped,
    local_name,
    root_element,
    spliced,
)

AUTHOR = "duizhao"
INITIALS = "DZ"
EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{}"></w:comments>'
# Quotation marks and dashes take their Chinese shape.
FACE = "eastAsia"
SIZE = 20
"""Half points. A comment takes the look of the body text, which is too large and too far apart for a balloon."""
MARKED = "已用修订标出，可以接受或拒绝"
"""What a comment says whose finding is answered by a tracked change."""


class Comment(NamedTuple):
    """A comment in the part: where it stands, and the marks by which other parts know its paragraphs."""

    key: str
    author: str
    start: int
    end: int
    paragraphs: frozenset[str]
    explains_change: bool


class Remark(NamedTuple):
    """A comment to be written: its id and its lines."""

    key: int
    lines: Sequence[str]


def comments_in(xml: str) -> Iterator[Comment]:
    """Every comment of a part."""
    top = root_element(xml)
    for element in children(xml, top.inner, top.outer):
        if local_name(element.name) == "comment":
            tag = xml[element.start : element.inner]
            inner = children(xml, element.inner, element.outer)
            marks = (attribute(xml[e.start : e.inner], "paraId") for e in inner)
            yield Comment(
                attribute(tag, "id") or "",
                attribute(tag, "author") or "",
                element.start,
                element.end,
                frozenset(filter(None, marks)),
                MARKED in xml[element.start : element.end],
            )


def rewritten(
    xml: str, namespace: str, gone: Iterable[Comment], remarks: Iterable[Remark], moment: str
) -> str:
    """The part without the comments that are `gone`, and with ours at its end."""
    top, names = root_element(xml), TagWriter.from_xml(xml, namespace)
    frame = _Frame.of(names.prefix)
    new = "".join(_written(remark, frame, names, moment) for remark in remarks)
    removals = [Splice(comment.start, comment.end, "") for comment in gone]
    if top.is_one_tag:
        slash = xml.rindex("/", 0, top.end)
        return f"{xml[:slash]}>{new}</{top.name}>{xml[top.end :]}" if new else xml
    return spliced(xml, [*removals, Splice(top.outer, top.outer, new)])


class _Frame(NamedTuple):
    """What stands before, between and behind the lines of a comment. They share one paragraph: a copy has limits."""

    before: str
    between: str
    behind: str

    @classmethod
    def of(cls, prefix: str) -> _Frame:
        plain = TagWriter(prefix)
        form = (
            plain.empty("snapToGrid", val=0)
            + plain.empty("spacing", before=0, after=0, line=240, lineRule="auto")
            + plain.empty("ind", left=0, leftChars=0, firstLine=0, firstLineChars=0)
            + plain.empty("jc", val="left")
        )
        look = (
            plain.empty("rFonts", hint=FACE)
            + plain.empty("sz", val=SIZE)
            + plain.empty("szCs", val=SIZE)
        )
        reference = plain.around(plain.empty("annotationRef"), "r")
        start = f"<{prefix}:p>{plain.around(form, 'pPr')}{reference}<{prefix}:r>{plain.around(look, 'rPr')}"
        line = f'<{prefix}:t xml:space="preserve">'
        end = f"</{prefix}:t>"
        return cls(
            start + line, f"{end}{plain.empty('br')}{line}", f"{end}</{prefix}:r></{prefix}:p>"
        )


def _written(remark: Remark, frame: _Frame, names: TagWriter, moment: str) -> str:
    said = frame.between.join(map(escaped, remark.lines))
    return names.around(
        f"{frame.before}{said}{frame.behind}",
        "comment",
        id=remark.key,
        author=AUTHOR,
        date=moment,
        initials=INITIALS,
    )
