"""What a .docx carries beside its body: comments, notes, headers and footers, metadata → Aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from duizhao.office.package import Package, Relationship
from duizhao.office.wordml import value, word
from duizhao.read.lines import assemble, between
from duizhao.read.story import Context, Story
from duizhao.text import Aside, Span

NOWHERE = Span(0, 0)
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
PICTURES = frozenset((*word("drawing"), *word("pict"), *word("object")))
TABLE, BOX = frozenset(word("tbl")), word("txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
OBJECTS = (b"drawing", b"pict", b"object", b"tbl")
FIELDS = {"creator", "lastModifiedBy", "title", "Company"}


def drafts(story: Story, text: str) -> Iterator[Aside]:
    """Insertions, deletions and hidden text, in document order."""
    finished = (draft.finish(text) for draft in story.written.drafts)
    return (aside for aside in finished if aside.text)


def objects(root: etree._Element, data: bytes) -> Iterator[Aside]:
    """Tables, of which the words are text, and pictures, which have none: each as an aside without words."""
    # Most files have neither; in UTF-16 no word is found as bytes.
    if not any(name in data for name in OBJECTS) and b"\0" not in data:
        return
    for element in root.iter(*TABLE, *PICTURES):
        if next(element.iterancestors(FALLBACK), None) is not None:
            continue
        if element.tag in TABLE:
            yield Aside("table", "", NOWHERE)
        elif next(element.iterdescendants(*BOX), None) is None:
            yield Aside("picture", "", NOWHERE)


def comments(
    package: Package, relations: Iterable[Relationship], story: Story, text: str
) -> Iterator[Aside]:
    """Each comment with the words it is about."""
    for part, root in _related(package, relations, "comments"):
        for element in root.iterchildren(*word("comment")):
            anchors = story.comments.get(value(element, "id") or "")
            span = between(*anchors, text) if anchors else NOWHERE
            said = words(element, package, part)
            yield Aside("comment", said, span, value(element, "author") or "")


def notes(
    package: Package, relations: Iterable[Relationship], story: Story, text: str
) -> Iterator[Aside]:
    """Footnotes and endnotes at the place that refers to them."""
    for kind, name in NOTES.items() if story.notes else ():
        for part, root in _related(package, relations, kind):
            for element in root.iterchildren(*word(name)):
                anchor = story.notes.get((kind, value(element, "id") or ""))
                if anchor is not None:
                    said = words(element, package, part).strip()
                    yield Aside("footnote", said, between(anchor, anchor, text))


def edges(package: Package, relations: Iterable[Relationship]) -> Iterator[Aside]:
    """Headers and footers that say something, each wording once."""
    said = set()
    for kind in ("header", "footer"):
        for part, root in _related(package, relations, kind):
            text = words(root, package, part)
            if text.strip() and (kind, text) not in said:
                said.add((kind, text))
                yield Aside(kind, text, NOWHERE)


def metadata(package: Package, relations: Iterable[Relationship]) -> Iterator[Aside]:
    """Who wrote and saved the file, and for whom; `author` names the field."""
    for kind in ("core-properties", "extended-properties"):
        for _, root in _related(package, relations, kind):
            for element in root:
                name = etree.QName(element).localname
                if name in FIELDS and (element.text or "").strip():
                    field = "company" if name == "Company" else name
                    yield Aside("metadata", (element.text or "").strip(), NOWHERE, field)


def words(element: etree._Element, package: Package, part: str) -> str:
    """The text of a comment, note or header, as one string."""
    story = Story(Context(part, package.refuse)).read(element)
    return assemble(story.written.lines, part)[0]


def _related(
    package: Package, relations: Iterable[Relationship], kind: str
) -> Iterator[tuple[str, etree._Element]]:
    for part in dict.fromkeys(relation.target for relation in relations if relation.kind == kind):
        root = package.tree(part) if part else None
        if root is not None:
            yield part, root
