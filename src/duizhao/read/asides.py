"""The asides of a .docx: comments, notes, headers and footers, metadata, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from duizhao.office.package import Package, Relationship
from duizhao.office.wordml import FALLBACK, value, word
from duizhao.read.limits import MAX_COMMENTS
from duizhao.read.lines import between, joined_text
from duizhao.read.story import Story
from duizhao.read.story_context import StoryContext
from duizhao.text import Aside, AsideKind, Span

NOWHERE = Span(0, 0)
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
PICTURES = frozenset((*word("drawing"), *word("pict"), *word("object")))
TABLE, BOX = frozenset(word("tbl")), word("txbxContent")
OBJECTS = (b"drawing", b"pict", b"object", b"tbl")
FIELDS = {"creator", "lastModifiedBy", "title", "Company"}


def drafts(story: Story, text: str) -> Iterator[Aside]:
    """Insertions, deletions and hidden text, in document order."""
    finished = (draft.finish(text) for draft in story.manuscript.drafts)
    return (aside for aside in finished if aside.text)


def objects(root: etree._Element, data: bytes) -> Iterator[Aside]:
    """An aside without words for each table and each picture."""
    # Most files have neither; in UTF-16 no word is found as bytes.
    if not any(name in data for name in OBJECTS) and b"\0" not in data:
        return
    for element in root.iter(*TABLE, *PICTURES):
        if next(element.iterancestors(FALLBACK), None) is not None:
            continue
        if element.tag in TABLE:
            yield Aside(AsideKind.TABLE, "", NOWHERE)
        elif next(element.iterdescendants(*BOX), None) is None:
            yield Aside(AsideKind.PICTURE, "", NOWHERE)


def comments(
    package: Package, relations: Iterable[Relationship], story: Story, text: str
) -> Iterator[Aside]:
    """Each comment, at the characters to which it is attached."""
    for part, root in _related(package, relations, "comments"):
        context = StoryContext(part, package.refuse)
        if len(root) > MAX_COMMENTS:
            raise package.refuse(f"批注超过 {MAX_COMMENTS:,} 条，不是正常的文档；请删去批注后再试")
        for element in root.iterchildren(*word("comment")):
            anchors = story.comments.get(value(element, "id") or "")
            span = between(*anchors, text) if anchors else NOWHERE
            text_of_comment = words(element, context)
            yield Aside(AsideKind.COMMENT, text_of_comment, span, value(element, "author") or "")


def notes(
    package: Package, relations: Iterable[Relationship], story: Story, text: str
) -> Iterator[Aside]:
    """Each footnote and endnote, at its reference."""
    for kind, name in NOTES.items() if story.notes else ():
        for part, root in _related(package, relations, kind):
            context = StoryContext(part, package.refuse)
            for element in root.iterchildren(*word(name)):
                anchor = story.notes.get((kind, value(element, "id") or ""))
                if anchor is not None:
                    note = words(element, context).strip()
                    yield Aside(AsideKind.FOOTNOTE, note, between(anchor, anchor, text))


def edges(package: Package, relations: Iterable[Relationship]) -> Iterator[Aside]:
    """Headers and footers with text, each text once."""
    known = set()
    for kind in (AsideKind.HEADER, AsideKind.FOOTER):
        for part, root in _related(package, relations, kind):
            text = words(root, StoryContext(part, package.refuse))
            if text.strip() and (kind, text) not in known:
                known.add((kind, text))
                yield Aside(kind, text, NOWHERE)


def metadata(package: Package, relations: Iterable[Relationship]) -> Iterator[Aside]:
    """The people and the company in the properties of the file; `author` is the name of the property."""
    for kind in ("core-properties", "extended-properties"):
        for _, root in _related(package, relations, kind):
            for element in root:
                name = etree.QName(element).localname
                if name in FIELDS and (element.text or "").strip():
                    field = "company" if name == "Company" else name
                    yield Aside(AsideKind.METADATA, (element.text or "").strip(), NOWHERE, field)


def words(element: etree._Element, context: StoryContext) -> str:
    """The text of a comment, a note or a header."""
    return joined_text(Story(context).read(element).manuscript.lines)


def _related(
    package: Package, relations: Iterable[Relationship], kind: str
) -> Iterator[tuple[str, etree._Element]]:
    for part in dict.fromkeys(relation.target for relation in relations if relation.kind == kind):
        root = package.tree(part) if part else None
        if root is not None:
            yield part, root
