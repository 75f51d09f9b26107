"""A Word file with its words edited: not tracked, as if somebody had typed them; its look stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from duizhao.errors import UnreadableDocument
from duizhao.office.package_edit import PackageEdit
from duizhao.office.xml_text import TagWriter, XmlText, spliced, storable
from duizhao.read import read_bytes
from duizhao.review.docx_parts import DocxParts
from duizhao.review.open_body import OpenBody
from duizhao.review.paragraph_edit import ParagraphEditor
from duizhao.review.tracked_changes import TrackedChanges, trimmed
from duizhao.text import Edit, Source, apply

MARK_BYTES = 8
NOT_EDITABLE = "这里的文字改不进 Word 文件：可能是自动编号、域或文本框"


@dataclass(frozen=True, slots=True)
class EditedPackage:
    """The bytes of an edited Word file, the edits that were made, and those for which it has no place."""

    data: bytes
    made: tuple[Edit, ...]
    left: tuple[Edit, ...]


def edit_package(data: bytes, source: Source, edits: Iterable[Edit]) -> EditedPackage:
    """The package with `edits` made in its text. Whole lines that come or go are paragraphs.

    Raises UnreadableDocument if the result would not have the edited text.
    """
    wanted = [trimmed(edit, source.text) for edit in edits]
    real = [edit for edit in wanted if edit.span.start < edit.span.end or edit.replacement]
    parts = DocxParts(data, source.name)
    opened = OpenBody.from_parts(parts, source)
    mark = token_hex(MARK_BYTES)
    changes = TrackedChanges(opened.body, mark, datetime(2000, 1, 1).isoformat())
    paragraphs = ParagraphEditor(opened.body)
    put = {
        edit: paragraphs.put(edit) if paragraphs.is_of_paragraphs(edit) else changes.put(edit)
        for edit in real
    }
    made = tuple(edit for edit in real if put[edit])
    splices = [*opened.body.splices(), *paragraphs.splices()]
    text = _settled(spliced(opened.xml.text, splices), opened.body.writer, mark)
    package = PackageEdit(parts.package)
    package.put(parts.main, XmlText(text, opened.xml.encoding).to_bytes())
    copy = package.to_bytes()
    if read_bytes(copy, source.name, "docx").text != storable(apply(source.text, made)):
        raise UnreadableDocument(source.name, NOT_EDITABLE)
    return EditedPackage(copy, made, tuple(edit for edit in real if not put[edit]))


def _settled(xml: str, writer: TagWriter, mark: str) -> str:
    """The changes that bear our mark accepted: what is deleted is gone, what is inserted is text."""
    prefix = re.escape(writer.prefix)
    start = rf'<{prefix}:%s\s[^>]*:author="{mark}"[^>]*>(.*?)</{prefix}:%s>'
    xml = re.sub(start % ("del", "del"), "", xml, flags=re.DOTALL)
    run = f"<{writer.prefix}:r"
    return re.sub(
        start % ("ins", "ins"),
        lambda found: found[1].replace(run, run + writer.declaration, 1),
        xml,
        flags=re.DOTALL,
    )
