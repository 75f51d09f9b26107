"""A .docx → Source: its text as a reader sees it, the map back to its runs, and what it carries beside the text."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from lxml import etree

from duizhao.office.package import Package, Relationship
from duizhao.office.wordml import word
from duizhao.read import asides, typography
from duizhao.read.limits import MAX_CHARACTERS
from duizhao.read.lines import assemble
from duizhao.read.numbering import Numbering
from duizhao.read.story import Context, Story
from duizhao.read.styles import Styles, read_styles
from duizhao.text import Source

DOCUMENT = frozenset(word("document"))
OTHER_KINDS = {"workbook": "Excel 表格", "presentation": "PowerPoint 演示文稿"}


def read_docx(file: BinaryIO, name: str, path: Path | None = None) -> Source:
    """Read the package in `file`. Raises UnreadableDocument."""
    package = Package(file, name)
    outer = package.relationships("")
    part = _main(package, outer)
    relations = package.relationships(part)
    styles_data, numbering_data = (_data(package, relations, k) for k in ("styles", "numbering"))
    # One tree at a time: styles and numbering are let go before the text is parsed.
    styles = _styles(package, relations, styles_data)
    numbering = _numbering(package, relations, numbering_data)
    data = package.read(part)
    can_hide = styles.can_hide or _mentions_hiding(data or b"")
    context = Context(part, package.refuse, styles, numbering, can_hide)
    root = _document(package, part, data)
    story = Story(context).read(root)
    seen = tuple(asides.objects(root, data or b""))
    del root
    text, origins = assemble(story.written.lines, part)
    if len(text) > MAX_CHARACTERS:
        raise package.refuse(
            f"正文共 {len(text):,} 字，超过上限 {MAX_CHARACTERS:,} 字；请拆分后再检查"
        )
    kept = (
        *asides.drafts(story, text),
        *asides.comments(package, relations, story, text),
        *asides.notes(package, relations, story, text),
        *asides.edges(package, relations),
        *seen,
        *asides.metadata(package, outer),
    )
    parts = typography.gather(package, relations, data or b"", styles_data, numbering_data)
    setting = typography.deferred(parts, origins)
    return Source(text, name, path, "docx", origins=origins, asides=kept, typography=setting)


def _main(package: Package, relations: list[Relationship]) -> str:
    """The part that holds the text: named by the package, never guessed."""
    part = next(
        (relation.target for relation in relations if relation.kind == "officeDocument"), None
    )
    if part is None:
        raise package.refuse("缺少正文部件，不是 Word 文档或已损坏；请用 Word 打开后另存为 .docx")
    return part


def _mentions_hiding(data: bytes) -> bool:
    # In UTF-16 no word is found as bytes, but every other byte is 0.
    return b"vanish" in data or b"\0" in data


def _document(package: Package, part: str, data: bytes | None) -> etree._Element:
    root = None if data is None else package.parse(data, part)
    if root is None:
        raise package.refuse("正文部件不在文件内，文件不完整或已损坏；请重新取得原件")
    if root.tag not in DOCUMENT:
        kind = OTHER_KINDS.get(etree.QName(root).localname, "别种文件")
        raise package.refuse(f"这是{kind}，不是 Word 文档；请另存为 .docx 后再试")
    return root


def _styles(package: Package, relations: list[Relationship], data: bytes | None) -> Styles:
    part = _target(relations, "styles")
    return Styles() if data is None else package.parse(data, part, read_styles)


def _numbering(package: Package, relations: list[Relationship], data: bytes | None) -> Numbering:
    part = _target(relations, "numbering")
    return Numbering(None if data is None else package.parse(data, part))


def _data(package: Package, relations: list[Relationship], kind: str) -> bytes | None:
    return package.read(_target(relations, kind))


def _target(relations: list[Relationship], kind: str) -> str:
    return next((relation.target for relation in relations if relation.kind == kind), "")
