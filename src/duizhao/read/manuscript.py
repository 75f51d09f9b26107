"""The text of a story while it is read: lines, and asides at places in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from duizhao.read.field_text import FieldList, OpenField
from duizhao.read.lines import AsideDraft, LineAnchor, LinePiece, TextLine
from duizhao.read.numbering import Numbering
from duizhao.read.paragraph import StoryParagraph
from duizhao.text import AsideKind


class Manuscript:
    """`lines` and `drafts` are the result. Text that does not show is kept out of the lines.

    `numbering` has the lists that fields name.
    """

    def __init__(self, numbering: Numbering) -> None:
        self.lines: list[TextLine] = []
        self.drafts: list[AsideDraft] = []
        self._line = TextLine()
        self._boxes: list[TextLine] = []
        self._fields: list[OpenField] = []
        self._field_list = FieldList(numbering)
        self._is_mark_gone = False
        self._removal: AsideDraft | None = None
        self._is_silent = False
        self._is_inserting = False

    @property
    def here(self) -> LineAnchor:
        """The place of the next character."""
        return LineAnchor(self._line, self._line.length)

    @property
    def is_out(self) -> bool:
        """Is the text that comes now left out?"""
        return self._is_silent or self._removal is not None

    @property
    def is_silent(self) -> bool:
        """Is the text that comes now left out, and no aside made of it?"""
        return self._is_silent

    def put(self, piece: LinePiece, is_hidden: bool = False) -> None:
        """Add a piece to the line or, if it does not show, to an aside."""
        if self._removal is not None:
            self._removal.words.append(piece.text)
        elif self._is_silent:
            return
        elif is_hidden:
            self._hide(piece.text)
        else:
            # As `TextLine.put` does, for each of some hundred thousand runs.
            line = self._line
            line.pieces.append(piece)
            line.length += len(piece[0])

    def put_all(self, pieces: Sequence[LinePiece], is_hidden: bool = False) -> None:
        """Add pieces in order."""
        if is_hidden or self.is_out:
            for piece in pieces:
                self.put(piece, is_hidden)
        else:
            line = self._line
            line.pieces += pieces
            line.length += sum([len(text) for text, _, _, _, _ in pieces])

    def _hide(self, text: str) -> None:
        here = self.here
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind != AsideKind.HIDDEN or last.start != here:
            last = AsideDraft(AsideKind.HIDDEN, "", here, here)
            self.drafts.append(last)
        last.words.append(text)

    def number(self, label: str, paragraph: int) -> None:
        """Set the marker of the paragraph that begins or continues here."""
        if self._line.pieces and self._line.label:
            self._line.put(LinePiece(label, paragraph, 0, 0, True))
        else:
            self._line.label = label

    def end_paragraph(self, paragraph: StoryParagraph, number: int, run: int, offset: int) -> None:
        """End the line, unless the paragraph mark is deleted or hidden, or it is a dropped initial."""
        self._line.end(number, run, offset)
        goes_on = paragraph.mark_hidden or paragraph.is_drop_cap
        self._is_mark_gone = paragraph.deleted is not None or goes_on
        # An unfinished field removes nothing: a broken file loses no text.
        if not (self._fields and self._fields[-1].goes_on):
            self._fields.clear()
        if paragraph.deleted is not None:
            here = self.here
            self.drafts.append(AsideDraft(AsideKind.DELETED, paragraph.deleted, here, here, ["\n"]))
        elif not goes_on:
            if paragraph.inserted is not None:
                here = self.here
                behind = LineAnchor(here.line, here.offset + 1)
                self.drafts.append(AsideDraft(AsideKind.INSERTED, paragraph.inserted, here, behind))
            self._flush()

    def end_cell(self) -> None:
        """End the line, also where the last paragraph mark is deleted or hidden: the mark of a cell stays with it."""
        if self._is_mark_gone and not self.is_out:
            self._flush()

    def end_before_table(self) -> None:
        """End the line: words cannot flow on into a table, even if their paragraph mark does not show."""
        if self._is_mark_gone and self._line.pieces and not self.is_out:
            self._flush()

    def end_removed_paragraph(self) -> None:
        if self._removal is not None:
            self._removal.words.append("\n")

    def settle(self, host: TextLine) -> None:
        """End the story. Text without a paragraph mark is a line too; asides without text hang on the line before."""
        if self._line.pieces or self._boxes:
            self._flush()
        else:
            self._line.after = self.lines[-1] if self.lines else host

    def _flush(self) -> None:
        self.lines.append(self._line)
        self.lines += self._boxes
        self._line, self._boxes = TextLine(), []
        self._is_mark_gone = False

    def begin_field(self, form: str = "") -> None:
        """A field begins here. `form` is what a field of the old forms shows."""
        self._fields.append(OpenField(len(self.lines), self._line, len(self._line.pieces), form))

    def instruct(self, words: str) -> None:
        """Give words of an instruction to the field that is open."""
        if self._fields and not self._fields[-1].is_result and not self.is_out:
            self._fields[-1].add(words)

    def part_field(self) -> None:
        """The instruction ends here and the result begins: text in the instruction does not show."""
        if self._fields and not self._fields[-1].is_result:
            self._cut_back(self._fields[-1])
            self._fields[-1].is_result = True

    def end_field(self) -> str:
        """The field ends here. Returns what it shows, if it has no result."""
        if not self._fields:
            return ""
        ended = self._fields.pop()
        if not ended.is_result:
            self._cut_back(ended)
            return ended.shown(self._field_list)
        is_empty = ended.line is self._line and ended.pieces == len(self._line.pieces)
        return ended.form if is_empty else ""

    def _cut_back(self, field: OpenField) -> None:
        """Remove what came into the lines since the field began, also the lines that ended since."""
        if field.line is not self._line:
            for gone in (*self.lines[field.at + 1 :], *self._boxes, self._line):
                gone.after = field.line
            del self.lines[field.at :]
            self._line, self._boxes = field.line, []
        field.line.cut(field.pieces)

    @contextmanager
    def inserting(self, author: str) -> Iterator[None]:
        """An insertion. One inside another is part of it: otherwise nested ones would repeat the text many times."""
        if self.is_out or self._is_inserting:
            yield
            return
        draft = AsideDraft(AsideKind.INSERTED, author, self.here, self.here)
        self.drafts.append(draft)
        self._is_inserting = True
        yield
        self._is_inserting = False
        draft.end = self.here

    @contextmanager
    def removing(self, kind: AsideKind, author: str) -> Iterator[None]:
        """Text that goes into an aside of `kind` and not into the lines."""
        if self.is_out:
            yield
            return
        self._removal = removal = AsideDraft(kind, author, self.here, self.here)
        yield
        self._removal = None
        if removal.words:
            self.drafts.append(removal)

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Text that is dropped."""
        outer = (self._is_silent, self._removal, self._fields)
        self._is_silent, self._removal, self._fields = True, None, []
        yield
        self._is_silent, self._removal, self._fields = outer

    @contextmanager
    def boxed(self) -> Iterator[None]:
        """A text box: its lines follow the line of the paragraph on which it hangs."""
        outer = (self._line, self.lines, self._boxes, self._fields)
        state = (self._is_mark_gone, self._is_inserting)
        # The words of the box come behind the line, so an insertion around it does not hold those in it.
        self._is_mark_gone = self._is_inserting = False
        self._line, self.lines, self._boxes, self._fields = TextLine(), [], [], []
        yield
        self.settle(outer[0])
        inner = self.lines
        self._line, self.lines, self._boxes, self._fields = outer
        self._is_mark_gone, self._is_inserting = state
        self._boxes += inner
