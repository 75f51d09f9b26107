"""The text of a story while it is being written: lines, and asides that hang on places in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from duizhao.read.lines import Anchor, Draft, Line, Piece
from duizhao.read.paragraph import Paragraph


class Manuscript:
    """`lines` and `drafts` are the result; everything that does not show is kept out of the lines here."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.drafts: list[Draft] = []
        self._line = Line()
        self._boxes: list[Line] = []
        self._fields: list[int | None] = []
        self._removal: Draft | None = None
        self._is_silent = False
        self._is_inserting = False

    @property
    def here(self) -> Anchor:
        """The place that is written next."""
        return Anchor(self._line, self._line.length)

    @property
    def is_out(self) -> bool:
        """Is what comes now left out of the text?"""
        return self._is_silent or self._removal is not None

    @property
    def is_silent(self) -> bool:
        """Is it left out without a trace?"""
        return self._is_silent

    def put(self, piece: Piece, is_hidden: bool = False) -> None:
        """Write a piece, or keep it where hidden, removed and muted words go."""
        if self._removal is not None:
            self._removal.words.append(piece.text)
        elif self._is_silent:
            return
        elif is_hidden:
            self._hide(piece.text)
        else:
            self._line.put(piece)

    def _hide(self, text: str) -> None:
        here = self.here
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind != "hidden" or last.start != here:
            last = Draft("hidden", "", here, here)
            self.drafts.append(last)
        last.words.append(text)

    def number(self, label: str, paragraph: int) -> None:
        """The marker of the paragraph that begins, or goes on, here."""
        if self._line.pieces and self._line.label:
            self._line.put(Piece(label, paragraph, 0, 0, True))
        else:
            self._line.label = label

    def end_paragraph(self, paragraph: Paragraph, number: int, run: int, offset: int) -> None:
        """End the line, unless the mark that would end it is deleted or hidden."""
        self._line.end(number, run, offset)
        # A field that was never finished takes back nothing: no text is lost to a broken file.
        self._fields.clear()
        here = self.here
        if paragraph.deleted is not None:
            self.drafts.append(Draft("deleted", paragraph.deleted, here, here, ["\n"]))
        elif not paragraph.mark_hidden:
            self._flush()
            if paragraph.inserted is not None:
                behind = Anchor(here.line, here.offset + 1)
                self.drafts.append(Draft("inserted", paragraph.inserted, here, behind))

    def end_removed_paragraph(self) -> None:
        if self._removal is not None:
            self._removal.words.append("\n")

    def settle(self, host: Line) -> None:
        """The story ends: what no paragraph has ended is a line too, or hangs on the line before."""
        if self._line.pieces or self._boxes:
            self._flush()
        else:
            self._line.after = self.lines[-1] if self.lines else host

    def _flush(self) -> None:
        self.lines.append(self._line)
        self.lines += self._boxes
        self._line, self._boxes = Line(), []

    def mark_field(self, kind: str | None) -> None:
        """What stands before a field's result is instruction: taken back when the result, or the end, comes."""
        if kind == "begin":
            self._fields.append(len(self._line.pieces))
        elif self._fields and kind in {"separate", "end"}:
            instruction = self._fields.pop()
            if instruction is not None:
                self._line.cut(instruction)
            if kind == "separate":
                self._fields.append(None)

    @contextmanager
    def inserting(self, author: str) -> Iterator[None]:
        """An insertion; one inside another is part of it, or a deep nest of them would repeat the text."""
        if self.is_out or self._is_inserting:
            yield
            return
        draft = Draft("inserted", author, self.here, self.here)
        self.drafts.append(draft)
        self._is_inserting = True
        yield
        self._is_inserting = False
        draft.end = self.here

    @contextmanager
    def removing(self, kind: str, author: str) -> Iterator[None]:
        """Words that go into an aside of `kind` and not into the text."""
        if self.is_out:
            yield
            return
        self._removal = removal = Draft(kind, author, self.here, self.here)
        yield
        self._removal = None
        if removal.words:
            self.drafts.append(removal)

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Words that go nowhere."""
        outer = (self._is_silent, self._removal, self._fields)
        self._is_silent, self._removal, self._fields = True, None, []
        yield
        self._is_silent, self._removal, self._fields = outer

    @contextmanager
    def boxed(self) -> Iterator[None]:
        """A text box stands beside its paragraph: its lines follow that paragraph's."""
        outer = (self._line, self.lines, self._boxes, self._fields)
        self._line, self.lines, self._boxes, self._fields = Line(), [], [], []
        yield
        self.settle(outer[0])
        inner = self.lines
        self._line, self.lines, self._boxes, self._fields = outer
        self._boxes += inner
