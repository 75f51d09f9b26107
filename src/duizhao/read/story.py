"""One story of a .docx (body, header, comment …) → lines and asides, in one walk over its elements.

The walk takes what a reader of the final document sees: insertions in, deletions and hidden text out, a field's
result and not its instruction, one branch of alternate content. Paragraphs and runs are counted whether they show
or not, so that a writer finds the same ones by counting w:p and w:r.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.read.glyphs import EMOJI, FIXED, glyph
from duizhao.read.limits import MAX_DEPTH, MAX_PARAGRAPHS
from duizhao.read.lines import Anchor, Draft, Line, Piece
from duizhao.read.markup import TOO_DEEP, child, is_on, value, word
from duizhao.read.numbering import Numbering
from duizhao.read.paragraph import Paragraph, paragraph_of
from duizhao.read.styles import Styles

MARKUP_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# By the usual prefix: lxml builds the map of all namespaces anew for each element, and a file may declare 100,000.
EXTENSIONS = frozenset(
    (
        "wps",
        "wpg",
        "wpc",
        "wpi",
        "wp14",
        "w14",
        "w15",
        "w16",
        "w16se",
        "w16cid",
        "w16cex",
        "a14",
        "v",
        "o",
    )
)
RUN_PROPERTIES = (*word("vanish"), *word("rStyle"))
VANISH = word("vanish")


@dataclass(slots=True)
class Context:
    """What the story of a document share."""

    part: str
    refuse: Callable[[str], UnreadableDocument]
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)


class Story:
    """The state of the walk; `lines`, `drafts`, `comments` and `notes` are its result."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lines: list[Line] = []
        self.drafts: list[Draft] = []
        self.comments: dict[str, list[Anchor]] = {}
        self.notes: list[tuple[str, str, Anchor]] = []
        self._line = Line()
        self._boxes: list[Line] = []
        self._fields: list[int | None] = []
        self._removal: Draft | None = None
        self._silent = self._inserting = False
        self._depth = 0
        self._paragraphs = 0
        self._paragraph = self._run = -1
        self._offset = 0
        self._hidden = self._paragraph_hidden = False

    def read(self, root: etree._Element) -> Story:
        """Walk over everything in `root`."""
        self._descend(root)
        if self._line.pieces:
            self._flush()
        return self

    def _descend(self, element: etree._Element) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self.context.refuse(f"{self.context.part} {TOO_DEEP}")
        for inner in element:
            handler = HANDLERS.get(inner.tag, Story._descend)
            if handler is not None:
                handler(self, inner)
        self._depth -= 1

    # Paragraphs and runs

    def _read_paragraph(self, element: etree._Element) -> None:
        outer = (self._paragraph, self._run, self._offset, self._hidden, self._paragraph_hidden)
        self._paragraph, self._run, self._offset = self._paragraphs, -1, 0
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise self.context.refuse(
                f"{self.context.part} 超过 {MAX_PARAGRAPHS:,} 段，不是正常的文档；请拆分后再试"
            )
        paragraph = paragraph_of(element)
        self._hidden = self._paragraph_hidden = (
            self.context.styles.of_paragraph(paragraph.style).hidden is True
        )
        shown = not self._is_out
        if shown and paragraph.deleted is None:
            self._number(paragraph)
        self._descend(element)
        if shown:
            self._end(paragraph)
        elif self._removal is not None:
            self._removal.words.append("\n")
        self._paragraph, self._run, self._offset, self._hidden, self._paragraph_hidden = outer

    def _number(self, paragraph: Paragraph) -> None:
        label = paragraph.label(self.context.styles, self.context.numbering)
        if not label:
            return
        if self._line.pieces and self._line.label:
            self._line.put(Piece(label, self._paragraph, 0, 0, True))
        else:
            self._line.label = label

    def _end(self, paragraph: Paragraph) -> None:
        self._line.end(self._paragraph, self._run, self._offset)
        # A field that was never finished takes back nothing: no text is lost to a broken file.
        self._fields.clear()
        here = self._here
        if paragraph.deleted is not None:
            self.drafts.append(Draft("deleted", paragraph.deleted, here, here, ["\n"]))
        elif not paragraph.mark_hidden:
            self._flush()
            if paragraph.inserted is not None:
                self.drafts.append(
                    Draft("inserted", paragraph.inserted, here, Anchor(here.line, here.offset + 1))
                )

    def _flush(self) -> None:
        self.lines.append(self._line)
        self.lines += self._boxes
        self._line, self._boxes = Line(), []

    def _read_run(self, element: etree._Element) -> None:
        self._run += 1
        self._offset = 0
        self._hidden = self._paragraph_hidden
        self._descend(element)

    def _read_run_properties(self, element: etree._Element) -> None:
        vanish = style = None
        for inner in element.iterchildren(*RUN_PROPERTIES):
            if inner.tag in VANISH:
                vanish = is_on(inner)
            else:
                style = value(inner)
        if vanish is not None:
            self._hidden = vanish
        elif style is not None:
            # A toggle set by both styles is off again (ISO 29500-1 17.7.3).
            self._hidden = self._paragraph_hidden != (
                self.context.styles.of_run(style).hidden is True
            )

    def _put(self, element: etree._Element) -> None:
        text = glyph(element)
        if not text:
            return
        if self._removal is not None:
            self._removal.words.append(text)
        elif self._hidden and not self._silent:
            self._hide(text)
        elif not self._is_out:
            self._line.put(Piece(text, self._paragraph, self._run, self._offset, False))
        self._offset += len(text)

    def _put_formula(self, element: etree._Element) -> None:
        if element.text and not self._is_out:
            self._line.put(
                Piece(element.text, self._paragraph, max(self._run, 0), self._offset, True)
            )

    def _hide(self, text: str) -> None:
        here = self._here
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind != "hidden" or last.start != here:
            last = Draft("hidden", "", here, here)
            self.drafts.append(last)
        last.words.append(text)

    @property
    def _here(self) -> Anchor:
        return Anchor(self._line, self._line.length)

    # Tracked changes

    @property
    def _is_out(self) -> bool:
        return self._silent or self._removal is not None

    def _read_insertion(self, element: etree._Element) -> None:
        if self._is_out or self._inserting:
            self._descend(element)
            return
        draft = Draft("inserted", value(element, "author") or "", self._here, self._here)
        self.drafts.append(draft)
        self._inserting = True
        self._descend(element)
        self._inserting = False
        draft.end = self._here

    def _read_deletion(self, element: etree._Element) -> None:
        self._remove(element, "deleted", value(element, "author") or "")

    def _remove(self, element: etree._Element, kind: str, author: str) -> None:
        if self._is_out:
            self._descend(element)
            return
        self._removal = Draft(kind, author, self._here, self._here)
        self._descend(element)
        if self._removal.words:
            self.drafts.append(self._removal)
        self._removal = None

    def _read_row(self, element: etree._Element) -> None:
        deleted = child(child(element, "trPr"), "del")
        self._descend(element) if deleted is None else self._remove(
            element, "deleted", value(deleted, "author") or ""
        )

    def _read_cell(self, element: etree._Element) -> None:
        deleted = child(child(element, "tcPr"), "cellDel")
        self._descend(element) if deleted is None else self._remove(
            element, "deleted", value(deleted, "author") or ""
        )

    # Fields, boxes, alternate content

    def _read_field(self, element: etree._Element) -> None:
        """What stands before the result is instruction: taken back when the result, or the end, comes."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(len(self._line.pieces))
        elif self._fields and kind in {"separate", "end"}:
            instruction = self._fields.pop()
            if instruction is not None:
                self._line.cut(instruction)
            if kind == "separate":
                self._fields.append(None)

    def _read_box(self, element: etree._Element) -> None:
        """A text box stands beside its paragraph: its lines follow that paragraph's."""
        if self._hidden and not self._is_out:
            self._remove(element, "hidden", "")
            return
        outer = (self._line, self.lines, self._boxes, self._fields)
        self._line, self.lines, self._boxes, self._fields = Line(), [], [], []
        self._descend(element)
        if self._line.pieces:
            self._flush()
        inner = self.lines
        self._line, self.lines, self._boxes, self._fields = outer
        self._boxes += inner

    def _read_alternatives(self, element: etree._Element) -> None:
        branches = list(element)
        chosen = next(
            (branch for branch in branches if _is_understood(branch)),
            branches[0] if branches else None,
        )
        for branch in branches:
            if branch is chosen:
                self._descend(branch)
            else:
                self._mute(branch)

    def _mute(self, element: etree._Element) -> None:
        """Walk over what does not show, only to count its paragraphs and runs."""
        outer = (self._silent, self._removal, self._offset, self._fields)
        self._silent, self._removal, self._fields = True, None, []
        self._descend(element)
        self._silent, self._removal, self._offset, self._fields = outer

    # Comments and notes

    def _read_comment_start(self, element: etree._Element) -> None:
        if not self._is_out:
            self.comments[value(element, "id") or ""] = [self._here, self._here]

    def _read_comment_end(self, element: etree._Element) -> None:
        started = self.comments.get(value(element, "id") or "")
        if started is not None and not self._silent:
            started[1] = self._here

    def _read_comment_reference(self, element: etree._Element) -> None:
        if not self._silent:
            self.comments.setdefault(value(element, "id") or "", [self._here, self._here])

    def _read_note(self, element: etree._Element) -> None:
        if not self._is_out:
            kind = "footnotes" if "footnote" in str(element.tag) else "endnotes"
            self.notes.append((kind, value(element, "id") or "", self._here))

    def _read_chunk(self, element: etree._Element) -> None:
        raise self.context.refuse(
            "正文嵌有另一个文件（altChunk），无法读到其中的文字；请用 Word 打开后另存为 .docx"
        )


def _is_understood(branch: etree._Element) -> bool:
    """Can a branch be shown? Word and WPS know their own extensions; a Fallback always can."""
    needed = (branch.get("Requires") or "").split()
    return branch.tag == MARKUP_COMPATIBILITY + "Fallback" or EXTENSIONS.issuperset(needed)


HANDLERS: dict[object, Callable[[Story, etree._Element], None] | None] = {
    tag: handler
    for handler, names in (
        (Story._read_paragraph, ("p",)),
        (Story._read_run, ("r",)),
        (Story._read_run_properties, ("rPr",)),
        (Story._put, ("t", "delText", "sym")),
        (Story._read_insertion, ("ins", "moveTo")),
        (Story._read_deletion, ("del", "moveFrom")),
        (Story._read_row, ("tr",)),
        (Story._read_cell, ("tc",)),
        (Story._read_field, ("fldChar",)),
        (Story._read_box, ("txbxContent",)),
        (Story._mute, ("rt",)),
        (Story._read_comment_start, ("commentRangeStart",)),
        (Story._read_comment_end, ("commentRangeEnd",)),
        (Story._read_comment_reference, ("commentReference",)),
        (Story._read_note, ("footnoteReference", "endnoteReference")),
        (Story._read_chunk, ("altChunk",)),
        (
            None,
            ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "instrText", "proofErr"),
        ),
    )
    for name in names
    for tag in word(name)
}
HANDLERS |= dict.fromkeys((*FIXED, EMOJI), Story._put)
HANDLERS[MARKUP_COMPATIBILITY + "AlternateContent"] = Story._read_alternatives
HANDLERS[MATH + "t"] = Story._put_formula
