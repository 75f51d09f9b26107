"""The role that each part of a document has on paper: title, heading of some level, body, label of an attachment."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.attachment_label import is_attachment_label, may_be_attachment_title
from duizhao.document.nodes import Document, Heading
from duizhao.role import Role
from duizhao.text import Span

HEADINGS = {0: Role.HEADING_1, **{role.level: role for role in Role if role.level}}
"""Roles of headings by level. A part (第一篇) has level 0, and looks like a chapter."""

Part = tuple[Span, Role]


def parts(document: Document) -> list[Part]:
    """The parts of a document in text order, each with its role."""
    found = sorted(_parts(document), key=lambda part: part[0])
    return list(_with_attachments(document.text, found))


def _parts(document: Document) -> Iterator[Part]:
    for lines, role in (
        (document.title, Role.TITLE),
        (document.roles, Role.ROLE_LINE),
        (document.attachments, Role.ATTACHMENT_NOTE),
    ):
        yield from ((span, role) for span in lines)
    for found, role in (
        (document.dateline, Role.DATE_LINE),
        (document.salutation, Role.SALUTATION),
        (document.signature, Role.SIGNATURE),
        (document.date, Role.DATE),
    ):
        if found:
            yield found, role
    yield from ((heading.span, _of_heading(heading)) for heading in document.headings)
    yield from ((paragraph.span, Role.BODY) for paragraph in document.paragraphs)


def _of_heading(heading: Heading) -> Role:
    return HEADINGS.get(heading.level, Role.BODY)


def _with_attachments(text: str, found: list[Part]) -> Iterator[Part]:
    """The parts, where the label of an attachment and the title below it have roles of their own."""
    is_below_label = False
    for at, (span, role) in enumerate(found):
        line = span.of(text).strip()
        notes = [
            each.of(text).strip()
            for each, kind in found[at + 1 : at + 2]
            if kind is Role.ATTACHMENT_NOTE
        ]
        if is_below_label and role is Role.BODY and may_be_attachment_title(line):
            yield span, Role.ATTACHMENT_TITLE
            is_below_label = False
        elif is_below_label := (
            role in (Role.BODY, Role.ATTACHMENT_NOTE) and is_attachment_label(line, notes)
        ):
            yield span, Role.ATTACHMENT_LABEL
        else:
            yield span, role
