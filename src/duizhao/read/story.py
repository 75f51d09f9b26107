"""One story of a .docx (body, header, comment …) → a manuscript, in one walk over its elements.

The walk takes what a reader of the final document sees: insertions but no deletions and no hidden text, the result of a
field but not its instruction, one branch of alternate content. It counts all paragraphs and runs, whether they show or
not, so that a writer finds the same ones by counting w:p and w:r.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from duizhao.office.wordml import (
    ALTERNATIVES,
    UNREAD,
    child,
    is_understood,
    value,
    word,
)
from duizhao.office.xml import TOO_DEEP
from duizhao.read.field_text import form_text
from duizhao.read.glyphs import CHARACTERS_SHOWN, symbol_font
from duizhao.read.hidden_runs import hides, shows_something
from duizhao.read.limits import MAX_DEPTH, MAX_PARAGRAPHS
from duizhao.read.lines import LineAnchor, LinePiece, TextLine, as_piece
from duizhao.read.manuscript import Manuscript
from duizhao.read.paragraph import PLAIN, StoryParagraph, read_properties
from duizhao.read.story_context import ELSEWHERE, StoryContext
from duizhao.read.tables import OpenTables
from duizhao.read.written_runs import MAX_KEPT, WrittenParagraph, WrittenRun, WrittenRuns
from duizhao.text import AsideKind

FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


class Story:
    """The walk. `manuscript` is its result, with the anchors of comments by id, those of notes by kind and id.

    With `runs`, of a part in which no run hides its text, the walk takes the text of usual paragraphs and of usual runs
    from them.
    """

    def __init__(self, context: StoryContext, runs: WrittenRuns | None = None) -> None:
        self.context = context
        runs = runs or WrittenRuns()
        self._take, self._take_paragraph = runs.take, runs.take_paragraph
        self.manuscript = Manuscript(context.numbering)
        self.comments: dict[str, tuple[LineAnchor, LineAnchor]] = {}
        self.notes: dict[tuple[str, str], LineAnchor] = {}
        self.tables = OpenTables()
        # Most looks change no text, and they are a third of the elements.
        self._handlers = HANDLERS if context.reads_looks else SHOWING
        self._depth = 0
        self._paragraphs = 0
        self._paragraph = self._run = -1
        self._offset = 0
        self._symbol_font, self._is_hidden, self._is_paragraph_hidden = "", False, False
        self._known = {b"": PLAIN}

    def read(self, root: etree._Element) -> Story:
        """Walk over everything in `root`. Raises UnreadableDocument if it is too deep or too long."""
        self._descend(root)
        self.manuscript.settle(TextLine())
        return self

    def _deepen(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self.context.refuse(f"{self.context.part} {TOO_DEEP}")

    def _descend(self, element: etree._Element) -> None:
        self._deepen()
        find, unknown = self._handlers.get, Story._descend
        for inner in element:
            handler = find(inner.tag, unknown)
            if handler is not None:
                handler(self, inner)
        self._depth -= 1

    # Paragraphs and runs

    def _read_paragraph(self, element: etree._Element) -> None:
        outer = (
            self._paragraph,
            self._run,
            self._offset,
            self._is_hidden,
            self._is_paragraph_hidden,
        )
        self._paragraph, self._run, self._offset = self._paragraphs, -1, 0
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise self.context.refuse(
                f"{self.context.part} 超过 {MAX_PARAGRAPHS:,} 段，不是正常的文档；请拆分后再试"
            )
        written = self._take_paragraph()
        self._read_lines(element, self._properties(element, written), written.runs)
        self._paragraph, self._run, self._offset, self._is_hidden, self._is_paragraph_hidden = outer

    def _properties(self, element: etree._Element, written: WrittenParagraph) -> StoryParagraph:
        """The properties of a paragraph; its element is entered only for those not met yet."""
        if not written.runs:
            return read_properties(element)
        known = self._known.get(written.properties)
        if known is None:
            known = read_properties(element)
            if len(self._known) < MAX_KEPT:
                self._known[written.properties] = known
        return known

    def _read_lines(
        self, element: etree._Element, paragraph: StoryParagraph, runs: Sequence[WrittenRun]
    ) -> None:
        context, manuscript = self.context, self.manuscript
        self._is_hidden = context.styles.of_paragraph(paragraph.style).hidden is True
        self._is_paragraph_hidden = self._is_hidden
        if manuscript.is_out:
            self._read_words(element, runs)
            manuscript.end_removed_paragraph()
            return
        # Word does not count one without words whose mark does not show or only ends a section.
        if paragraph.deleted is None and (
            not (paragraph.ends_section or paragraph.mark_hidden)
            or shows_something(element, context.styles, self._is_hidden)
        ):
            label = paragraph.label(context.styles, context.numbering)
            if label:
                manuscript.number(label, self._paragraph)
        self._read_words(element, runs)
        manuscript.end_paragraph(paragraph, self._paragraph, self._run, self._offset)

    def _read_words(self, element: etree._Element, runs: Sequence[WrittenRun]) -> None:
        """Put what a paragraph holds: these runs and nothing else, or what the walk finds in it."""
        if not runs:
            self._descend(element)
            return
        paragraph = self._paragraph
        pieces = [
            as_piece((text.decode(), paragraph, run, 0, False))
            for run, (_, _, text) in enumerate(runs)
        ]
        self._run, self._offset = len(runs) - 1, len(pieces[-1].text)
        self.manuscript.put_all(pieces, self._is_hidden)

    def _read_run(self, element: etree._Element) -> None:
        self._run += 1
        self._offset = 0
        self._is_hidden = self._is_paragraph_hidden
        _, _, text = self._take()
        if text:
            self._put(text.decode())
        else:
            self._symbol_font = ""
            self._read_content(element)

    def _read_content(self, element: etree._Element) -> None:
        """Put what a run shows: in one piece, as far as nothing but text and glyphs comes between."""
        self._deepen()
        find, unknown, find_shown = self._handlers.get, Story._descend, CHARACTERS_SHOWN.get
        shown: list[str] = []
        for inner in element:
            if show := find_shown(inner.tag):
                shown.append(show(inner, self._symbol_font))
            elif handler := find(inner.tag, unknown):
                self._put("".join(shown))
                shown.clear()
                handler(self, inner)
        self._put("".join(shown))
        self._depth -= 1

    def _read_run_properties(self, element: etree._Element) -> None:
        self._is_hidden = hides(element, self.context.styles, self._is_paragraph_hidden)
        self._symbol_font = symbol_font(element)

    def _put_shown(self, element: etree._Element) -> None:
        self._put(CHARACTERS_SHOWN[element.tag](element, self._symbol_font))

    def _put(self, text: str) -> None:
        if not text:
            return
        paragraph, run = self._paragraph, self._run
        if run < 0 or paragraph < 0:
            # Text outside a run, or a run outside a paragraph, shows but has no place that a writer could find.
            piece = LinePiece(text, max(paragraph, 0), 0, 0, True)
        else:
            piece = LinePiece(text, paragraph, run, self._offset, False)
        self.manuscript.put(piece, self._is_hidden)
        self._offset += len(text)

    def _put_formula(self, element: etree._Element) -> None:
        if element.text:
            self._put_generated(element.text)

    def _put_generated(self, text: str) -> None:
        place = (max(self._paragraph, 0), max(self._run, 0), self._offset)
        self.manuscript.put(LinePiece(text, *place, True), self._is_hidden)

    # Tracked changes

    def _read_insertion(self, element: etree._Element) -> None:
        with self.manuscript.inserting(_author(element)):
            self._descend(element)

    def _read_deletion(self, element: etree._Element) -> None:
        with self.manuscript.removing(AsideKind.DELETED, _author(element)):
            self._descend(element)

    def _read_row(self, element: etree._Element) -> None:
        self.tables.begin_row(element)
        self._read_unless(child(child(element, "trPr"), "del"), element)

    def _read_cell(self, element: etree._Element) -> None:
        first = self.manuscript.here.line
        deleted = child(child(element, "tcPr"), "cellDel")
        self._read_unless(deleted, element)
        self.manuscript.end_cell()
        if deleted is None and self.manuscript.lines and not self.manuscript.is_out:
            self.tables.add_cell(element, first, self.manuscript.lines[-1])

    def _read_table(self, element: etree._Element) -> None:
        self.manuscript.end_before_table()
        with self.tables.table():
            self._descend(element)

    def _read_unless(self, deleted: etree._Element | None, element: etree._Element) -> None:
        if deleted is None:
            self._descend(element)
        else:
            with self.manuscript.removing(AsideKind.DELETED, _author(deleted)):
                self._descend(element)

    # Fields, boxes, alternate content

    def _read_field(self, element: etree._Element) -> None:
        kind, shown = value(element, "fldCharType"), ""
        if kind == "begin":
            self.manuscript.begin_field(form_text(element) if len(element) else "")
        elif kind == "separate":
            self.manuscript.part_field()
        elif kind == "end":
            shown = self.manuscript.end_field()
        if shown:
            self._put_generated(shown)

    def _read_instruction(self, element: etree._Element) -> None:
        self.manuscript.instruct(element.text or "")

    def _read_box(self, element: etree._Element) -> None:
        if self._is_hidden:
            with self.manuscript.removing(AsideKind.HIDDEN, ""):
                self._descend(element)
        else:
            with self.manuscript.boxed():
                self._descend(element)

    def _read_alternatives(self, element: etree._Element) -> None:
        branches = list(element)
        first = branches[0] if branches else None
        chosen = next((branch for branch in branches if is_understood(branch)), first)
        for branch in branches:
            if branch is chosen:
                self._descend(branch)
            else:
                self._mute(branch)

    def _mute(self, element: etree._Element) -> None:
        """Walk over elements that do not show, only to count their paragraphs and runs."""
        offset = self._offset
        with self.manuscript.muted():
            self._descend(element)
        self._offset = offset

    # Comments and notes

    def _read_comment_start(self, element: etree._Element) -> None:
        if not self.manuscript.is_silent:
            here = self.manuscript.here
            self.comments[_key(element)] = (here, here)

    def _read_comment_end(self, element: etree._Element) -> None:
        started = self.comments.get(_key(element))
        if started is not None and not self.manuscript.is_silent:
            self.comments[_key(element)] = (started[0], self.manuscript.here)

    def _read_comment_reference(self, element: etree._Element) -> None:
        if not self.manuscript.is_silent:
            self.comments.setdefault(_key(element), (self.manuscript.here, self.manuscript.here))

    def _read_note(self, element: etree._Element) -> None:
        if not self.manuscript.is_out:
            kind = "footnotes" if "footnote" in str(element.tag) else "endnotes"
            self.notes[kind, _key(element)] = self.manuscript.here

    def _read_chunk(self, element: etree._Element) -> None:
        raise self.context.refuse(ELSEWHERE[etree.QName(element).localname])


def _author(element: etree._Element) -> str:
    return value(element, "author") or ""


def _key(element: etree._Element) -> str:
    return value(element, "id") or ""


HANDLERS: dict[object, Callable[[Story, etree._Element], None] | None] = {
    tag: handler
    for handler, names in (
        (Story._read_paragraph, ("p",)),
        (Story._read_run, ("r",)),
        (Story._read_run_properties, ("rPr",)),
        (Story._read_insertion, ("ins", "moveTo")),
        (Story._read_deletion, ("del", "moveFrom")),
        (Story._read_table, ("tbl",)),
        (Story._read_row, ("tr",)),
        (Story._read_cell, ("tc",)),
        (Story._read_field, ("fldChar",)),
        (Story._read_box, ("txbxContent",)),
        (Story._mute, ("rt",)),
        (Story._read_comment_start, ("commentRangeStart",)),
        (Story._read_comment_end, ("commentRangeEnd",)),
        (Story._read_comment_reference, ("commentReference",)),
        (Story._read_note, ("footnoteReference", "endnoteReference")),
        (Story._read_chunk, tuple(ELSEWHERE)),
        (None, UNREAD),
        (Story._read_instruction, ("instrText",)),
    )
    for name in names
    for tag in word(name)
}
HANDLERS |= dict.fromkeys(CHARACTERS_SHOWN, Story._put_shown)
HANDLERS[ALTERNATIVES] = Story._read_alternatives
HANDLERS[FORMULA_TEXT] = Story._put_formula
SHOWING = HANDLERS | dict.fromkeys(word("rPr"))
