"""A .docx → Source: its text as a reader sees it, the map back to its runs, and its asides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from duizhao.office.package import Package, Relationship
from duizhao.office.wordml import word
from duizhao.read import asides, typography
from duizhao.read.kept_part import KeptPart
from duizhao.read.limits import refuse_long
from duizhao.read.lines import assemble
from duizhao.read.numbering import Numbering
from duizhao.read.story import Story
from duizhao.read.story_context import StoryContext
from duizhao.read.styles import Styles, read_styles
from duizhao.text import AsideKind, Source

DOCUMENT = frozenset(word("document"))
OTHER_KINDS = {"workbook": "Excel 表格", "presentation": "PowerPoint 演示文稿"}


def read_docx(file: BinaryIO, name: str, path: Path | None = None) -> Source:
    """Read the package in `file`. Raises UnreadableDocument."""
    package = Package(file, name)
    outer = package.relationships("")
    part = _main(package, outer)
    relationships = package.relationships(part)
    styles = read_styles(package, _target(relationships, "styles"))
    numbering = _kept(package, _target(relationships, "numbering"))
    document = _document(package, part)
    root = document.root()

    def context() -> StoryContext:
        return StoryContext(
            part,
            package.refuse,
            styles or Styles(),
            Numbering(None if numbering is None else numbering.root()),
            reads_looks=(styles is not None and styles.can_hide) or _mentions_looks(document.data),
        )

    story = _story(context, document, root)
    objects = tuple(asides.objects(root, document.data))
    for kept in filter(None, (document, numbering)):
        kept.let_go_if_large()
    del root
    text, origins = assemble(story.manuscript.lines, part)
    if not text.strip() and any(each.kind is AsideKind.PICTURE for each in objects):
        raise package.refuse("文件里只有图片，没有文字；请用可以选中文字的原稿")
    refuse_long(text, name)
    found = (
        *asides.drafts(story, text),
        *asides.comments(package, relationships, story, text),
        *asides.notes(package, relationships, story, text),
        *asides.edges(package, relationships),
        *objects,
        *asides.metadata(package, outer),
    )
    parts = typography.gather(package, relationships, document, styles, numbering)
    setting = typography.deferred(parts, origins)
    return Source(
        text,
        name,
        path,
        "docx",
        origins=origins,
        asides=found,
        typography=setting,
        tables=story.tables.finish(),
    )


def _story(context: Callable[[], StoryContext], document: KeptPart, root: etree._Element) -> Story:
    first = context()
    runs = None if first.reads_looks else document.runs()
    if runs is not None:
        story = Story(first, runs).read(root)
        if runs.is_done:
            return story
        first = context()
    return Story(first).read(root)


def _main(package: Package, relationships: list[Relationship]) -> str:
    """The part that holds the text: named by the package, never guessed."""
    part = next((each.target for each in relationships if each.kind == "officeDocument"), None)
    if part is None:
        raise package.refuse("缺少正文部件，不是 Word 文档或已损坏；请用 Word 打开后另存为 .docx")
    return part


def _mentions_looks(data: bytes) -> bool:
    """Can a look of a run change its text: by hiding it, or by a symbol font (Wingdings, Webdings or Symbol)?"""
    # In UTF-16 no word is found as bytes, but every other byte is 0.
    return any(name in data for name in (b"vanish", b"dings", b'"Symbol"', b"\0"))


def _document(package: Package, part: str) -> KeptPart:
    document = _kept(package, part)
    if document is None:
        raise package.refuse("正文部件不在文件内，文件不完整或已损坏；请重新取得原件")
    root = document.root()
    if root.tag not in DOCUMENT:
        kind = OTHER_KINDS.get(etree.QName(root).localname, "别种文件")
        raise package.refuse(f"这是{kind}，不是 Word 文档；请另存为 .docx 后再试")
    return document


def _kept(package: Package, part: str) -> KeptPart | None:
    data = package.read(part)
    return None if data is None else KeptPart(data, package.parse(data, part))


def _target(relationships: list[Relationship], kind: str) -> str:
    return next((each.target for each in relationships if each.kind == kind), "")
