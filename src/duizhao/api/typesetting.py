"""Texts in the form of GB/T 9704, or of a unit's own layout.

The typesetter is imported when it is used: checks do not need it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from duizhao.api.checker import Checker, default_checker
from duizhao.api.printing import PdfPrinter, plan
from duizhao.api.residue_remark import ResidueRemarks
from duizhao.api.text_fix import FixedPlace, TextFix
from duizhao.errors import DuizhaoError, UnreadableDocument, Unwritable
from duizhao.office.limits import MAX_MARKUP
from duizhao.output_mark import OutputKind
from duizhao.read import (
    read_bytes,
    read_bytes_with_package,
    read_stream_with_package,
    read_with_package,
)
from duizhao.text import Source, apply, compose, moved_tables
from duizhao.text.digest import digest

if TYPE_CHECKING:
    from duizhao.layout import Layout
    from duizhao.typeset.block import Block
    from duizhao.typeset.original import PlacedObjects
    from duizhao.typeset.original.lost import Lost

TAGS_OF_PARAGRAPH = 5
"""Those of a paragraph that is empty: <w:p><w:pPr><w:pStyle/></w:pPr></w:p>."""

_Set = tuple[bytes, "Counter[Lost]", tuple[str, ...]]
"""A file, the objects that it could not keep, and lines for people."""

TYPESET_FORMS = ("docx", "pdf")
"""The kinds of file that a text can be typeset as, by suffix."""


@dataclass(frozen=True, slots=True)
class TypesetText:
    """A text in the form of GB/T 9704. `data` is the file.

    `before` and `after` are the digests of the text it was made from and of the text it holds, which differ only
    by `changes`. `notes` are lines for people; `remark` counts the blanks and marks that should be seen to before
    anything is printed, and is empty where there are none.
    """

    name: str
    data: bytes
    before: str
    after: str
    changes: tuple[FixedPlace, ...] = ()
    notes: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class Typesetter:
    """Typesets texts as one kind of file, with one layout and one set of fonts. Costly to warm up, so keep it.

    `layout` is a unit's own file, None for the standard; `fonts` is a folder of fonts besides the machine's, for PDF;
    `normalize` also puts punctuation and dates into the standard's form.
    """

    form: str = "docx"
    layout: Path | None = None
    fonts: Path | None = None
    normalize: bool = False

    def __reduce__(self) -> tuple[type[Typesetter], tuple[object, ...]]:
        # What was warmed up stays in its process.
        return Typesetter, (self.form, self.layout, self.fonts, self.normalize)

    def typeset_file(self, path: Path, checker: Checker | None = None) -> TypesetText:
        """Typeset a file with its tables and pictures. Raises what reading and `typeset` raise."""
        return self._typeset(*read_with_package(path), checker)

    def typeset_stream(self, stream: BinaryIO, checker: Checker | None = None) -> TypesetText:
        """Typeset what a stream holds, as `typeset_file` does with a file."""
        return self._typeset(*read_stream_with_package(stream), checker)

    def typeset_bytes(
        self, data: bytes, name: str, format: str, checker: Checker | None = None
    ) -> TypesetText:
        """Typeset the bytes of a file of this name and format, as `typeset_file` does with a file."""
        return self._typeset(*read_bytes_with_package(data, name, format), checker)

    def typeset(self, source: Source, checker: Checker | None = None) -> TypesetText:
        """Typeset a text; the checker finds what to normalise. Tables become paragraphs: only a file has them.

        Raises Unwritable for characters that the file cannot hold, UnreadableDocument for a text without words,
        MissingTool without the extra `pdf`, BadConfiguration for a layout or fonts that cannot be read.
        """
        return self._typeset(source, None, checker)

    def _typeset(
        self, source: Source, package: bytes | None, checker: Checker | None
    ) -> TypesetText:
        from duizhao.typeset.left_out import left_out_notes
        from duizhao.typeset.markup import without_markup
        from duizhao.typeset.original import placed_objects

        checker = checker or default_checker()
        shown, marks = without_markup(source)
        objects = placed_objects(source, package)
        fix = normalize(shown, checker) if self.normalize else None
        text = fix.after if fix else shown
        placed = objects.moved(fix.edits) if fix else objects
        data, lost, notes = (self._pdf if self.form == "pdf" else self._docx)(text, placed)
        return TypesetText(
            name=source.name,
            data=data,
            before=digest(shown.text),
            after=digest(text.text),
            changes=tuple(fix.changes) if fix else (),
            notes=(*left_out_notes(source, marks, objects, lost), *notes),
            remark=self._remarks(checker).remark(source),
        )

    @cached_property
    def _layout(self) -> Layout:
        return load_layout(self.layout)

    @cached_property
    def _printer(self) -> PdfPrinter:
        return PdfPrinter(self.layout, self.fonts)

    @cached_property
    def _remarks_by_checker(self) -> dict[Checker, ResidueRemarks]:
        return {}

    def _remarks(self, checker: Checker) -> ResidueRemarks:
        if checker not in self._remarks_by_checker:
            self._remarks_by_checker[checker] = ResidueRemarks(checker)
        return self._remarks_by_checker[checker]

    def _pdf(self, source: Source, objects: PlacedObjects) -> _Set:
        made = self._printer(source, objects)
        return made.data, made.lost, made.notes

    def _docx(self, source: Source, objects: PlacedObjects) -> _Set:
        from duizhao.office.marked_package import with_mark
        from duizhao.typeset.docx import unstorable, write_docx

        if found := unstorable(source.text):
            line, column = source.position(found.start())
            raise Unwritable(
                f"{source.name}：第 {line} 行第 {column} 字是 Word 存不了的字符 "
                f"U+{ord(found[0]):04X}，请先删去"
            )
        blocks = plan(source, self._layout, objects)
        _refuse_too_many(source, blocks)
        data = write_docx(blocks, self._layout)
        _prove(source, data)
        return with_mark(data, OutputKind.TYPESET), Counter(), ()


def load_layout(path: Path | None = None) -> Layout:
    """The figures of GB/T 9704, with the deviations written in a unit's own file. Raises BadConfiguration."""
    from duizhao.layout import load_layout

    return load_layout(path)


def normalize(source: Source, checker: Checker) -> TextFix:
    """A text with its punctuation and its dates in the standard's form: every edit is listed, no word is touched."""
    from duizhao.document import parse, split
    from duizhao.typeset.normalization import date_edits, is_punctuation

    fixed = checker.fix(source, is_punctuation)
    documents = [parse(fixed.source, span) for span in split(fixed.source)]
    dates = [edit for document in documents for edit in date_edits(document)]
    text = apply(fixed.source.text, dates)
    edits = tuple(compose(fixed.edits, dates, fixed.source.text))
    tables = moved_tables(source.tables, edits) if source.tables else ()
    after = replace(source, text=text, origins=(), typography=None, tables=tables)
    return TextFix(source, after, fixed.fixed, edits)


def _refuse_too_many(source: Source, blocks: Sequence[Block]) -> None:
    """Raises Unwritable for more paragraphs than a Word file may have, before the work of writing them."""
    if len(blocks) * TAGS_OF_PARAGRAPH > MAX_MARKUP:
        reason = f"共 {len(blocks):,} 段，标记会超过 {MAX_MARKUP:,} 个；请拆分后再排"
        raise Unwritable(f"{source.name}：排成的文件超出可读的限度（{reason}）")


def _prove(source: Source, data: bytes) -> None:
    """Raises DuizhaoError unless the text that is read from the file is that of the source."""
    try:
        made = read_bytes(data, source.name, "docx")
    except UnreadableDocument as fault:
        raise Unwritable(f"{source.name}：排成的文件超出可读的限度（{fault.reason}）") from fault
    if digest(made.text) != digest(source.text):
        raise DuizhaoError(f"{source.name}：排成的文字与原文不同，没有写出；这是程序的错，请报告")
