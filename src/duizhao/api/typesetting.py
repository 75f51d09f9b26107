"""Texts set in the form of GB/T 9704, or of a unit's own layout.

What sets them is imported where it is used: checking does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from duizhao.api.checker import Checker
from duizhao.api.fixing import Change, Fixing
from duizhao.api.printing import PdfPrinter
from duizhao.errors import DuizhaoError, UnreadableDocument, Unwritable
from duizhao.read import read_bytes
from duizhao.text import Source, apply, joined
from duizhao.text.digest import digest

if TYPE_CHECKING:
    from duizhao.layout import Layout
    from duizhao.typeset import Block


@dataclass(frozen=True, slots=True)
class Typeset:
    """A text as it was set. `data` is the file.

    `before` and `after` are the digests of the text it was made from and of the text it holds, which differ only
    where `changes` say so. `notes` are lines for people.
    """

    name: str
    data: bytes
    before: str
    after: str
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typesetter:
    """How to set: as which kind of file, by which layout file (None: the standard's), with which folder of fonts
    beside the machine's (for PDF), with or without normalising.

    Called with a checker and a text it sets it, so that it can be done `for_each` file.
    """

    form: str = "docx"
    layout: Path | None = None
    fonts: Path | None = None
    normalize: bool = False

    def __call__(self, checker: Checker, source: Source) -> Typeset:
        """Raises Unwritable for characters that the file cannot hold, UnreadableDocument for a text without words."""
        from duizhao.typeset.left_out import left_out_notes
        from duizhao.typeset.markup import without_markup

        shown, marks = without_markup(source)
        fixing = normalised(checker, shown) if self.normalize else None
        text = fixing.after if fixing else shown
        data, said = WRITERS[self.form](self, text)
        return Typeset(
            source.name, data, digest(shown.text), digest(text.text),
            tuple(fixing.changes) if fixing else (), (*left_out_notes(source, marks), *said),
        )  # fmt: skip


def layout(path: Path | None = None) -> Layout:
    """The figures of GB/T 9704, with the deviations written in a unit's own file. Raises BadConfiguration."""
    from duizhao.layout import load_layout

    return load_layout(path)


def plan(source: Source, by: Layout | None = None) -> tuple[Block, ...]:
    """The paragraphs of all documents in a text. Raises UnreadableDocument where there are none."""
    from duizhao.document import parse, split
    from duizhao.document.vocabulary import vocabulary
    from duizhao.typeset import all_blocks

    marks = vocabulary().scan(source.text)
    documents = [parse(source, span, marks) for span in split(source, marks)]
    if blocks := all_blocks(documents, by or layout()):
        return blocks
    raise UnreadableDocument(source.name, "没有文字可排")


def normalised(checker: Checker, source: Source) -> Fixing:
    """A text with its punctuation and its dates in the standard's form: every edit is told, no word is touched."""
    from duizhao.document import parse, split
    from duizhao.typeset.normalization import date_edits, is_punctuation

    fixed = checker.fix(source, is_punctuation)
    documents = [parse(fixed.source, span) for span in split(fixed.source)]
    dates = [edit for document in documents for edit in date_edits(document)]
    text = apply(fixed.source.text, dates)
    edits = tuple(joined(fixed.edits, dates, fixed.source.text))
    after = replace(source, text=text, origins=(), typography=None)
    return Fixing(source, after, fixed.fixed, edits)


def _docx(setter: Typesetter, source: Source) -> tuple[bytes, tuple[str, ...]]:
    from duizhao.typeset.docx import unstorable, write_docx

    if found := unstorable(source.text):
        line, column = source.position(found.start())
        raise Unwritable(
            f"{source.name}：第 {line} 行第 {column} 字是 Word 存不了的字符 U+{ord(found[0]):04X}，请先删去"
        )
    by = _kept_layout(setter.layout)
    data = write_docx(plan(source, by), by)
    _prove(source, data)
    return data, ()


def _prove(source: Source, data: bytes) -> None:
    """Read the file that was made as any file is read: its text must be that of the source."""
    try:
        made = read_bytes(data, source.name, "docx")
    except UnreadableDocument as fault:
        raise Unwritable(f"{source.name}：排成的文件超出可读的限度（{fault.reason}）") from fault
    if digest(made.text) != digest(source.text):
        raise DuizhaoError(f"{source.name}：排成的文字与原文不同，没有写出；这是程序的错，请报告")


def _pdf(setter: Typesetter, source: Source) -> tuple[bytes, tuple[str, ...]]:
    made = _kept_printer(setter.layout, setter.fonts)(source)
    return made.data, made.notes


# Costly to make, and the same for every file of a run, in each of its processes.
@lru_cache(maxsize=1)
def _kept_layout(path: Path | None) -> Layout:
    return layout(path)


@lru_cache(maxsize=1)
def _kept_printer(path: Path | None, fonts: Path | None) -> PdfPrinter:
    return PdfPrinter(path, fonts)


WRITERS: Mapping[str, Callable[[Typesetter, Source], tuple[bytes, tuple[str, ...]]]] = {
    "docx": _docx,
    "pdf": _pdf,
}
"""A kind of file, by its suffix, and what makes one: its bytes, and lines for people."""

TYPESET_FORMS = tuple(WRITERS)
"""The kinds of file that a text can be typeset as, by suffix."""
