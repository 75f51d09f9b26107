"""Texts as PDF in the form of GB/T 9704. The typesetter is imported when it is used: checks do not need it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from duizhao.errors import DuizhaoError, UnreadableDocument
from duizhao.text import Source
from duizhao.text.digest import digest

if TYPE_CHECKING:
    from duizhao.layout import Layout
    from duizhao.typeset import Block
    from duizhao.typeset.fonts import FontChoice
    from duizhao.typeset.original import PlacedObjects
    from duizhao.typeset.original.lost import Lost
    from duizhao.typeset.pdf import PdfCompiler

MAX_LISTED = 10


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF, the digest of its text, and notes for users: substituted fonts, characters that no font has.

    `lost` counts the pictures that a PDF cannot hold.
    """

    data: bytes
    digest: str
    notes: tuple[str, ...] = ()
    lost: Counter[Lost] = field(default_factory=Counter)


class PdfPrinter:
    """Prints texts by the standard or a unit's `layout` file, with the fonts of the machine and of a folder.

    Costly to make and cheap to use, so keep it. Raises MissingTool without the extra `pdf` or any Chinese font,
    BadConfiguration for a layout or a folder that cannot be read.
    """

    def __init__(self, layout: Path | None = None, fonts: Path | None = None) -> None:
        from duizhao.layout import load_layout
        from duizhao.typeset.pdf import pdf_compiler

        self._compiler: PdfCompiler = pdf_compiler(load_layout(layout), fonts)

    def __call__(self, source: Source, objects: PlacedObjects | None = None) -> Pdf:
        """Print a text with the tables and pictures of its file, if it has some.

        Raises UnreadableDocument for a text without words, or with more paragraphs than can be set.
        """
        blocks = plan(source, self._compiler.layout, objects)
        proof = digest(source.text)
        if digest("".join(block.text for block in blocks)) != proof:
            raise DuizhaoError(
                f"{source.name}：排成的文字与原文不同，没有写出；这是程序的错，请报告"
            )
        made = self._compiler.compile(blocks, source.name)
        notes = (_stood_in(self._compiler.substitutes), _lacking(made.missing))
        return Pdf(made.data, proof, tuple(note for note in notes if note), made.lost)


def plan(source: Source, layout: Layout, objects: PlacedObjects | None = None) -> tuple[Block, ...]:
    """The paragraphs of all documents in a text, with its tables and pictures.

    Raises UnreadableDocument where there is nothing to set.
    """
    from duizhao.document import parse, split
    from duizhao.document.vocabulary import vocabulary
    from duizhao.typeset import all_blocks
    from duizhao.typeset.original import PlacedObjects
    from duizhao.typeset.place_objects import without_tables

    objects = objects or PlacedObjects()
    bare = without_tables(source, objects)
    marks = vocabulary().scan(bare.text)
    documents = [parse(bare, span, marks) for span in split(bare, marks)]
    if blocks := all_blocks(documents, layout, objects, source.text):
        return blocks
    raise UnreadableDocument(source.name, "没有文字可排")


def _stood_in(choices: tuple[FontChoice, ...]) -> str:
    pairs = "、".join(f"{choice.face.name}→{choice.label}" for choice in choices)
    return f"字体代用：{pairs}（怎样安装见 duizhao fonts）" if pairs else ""


def _lacking(missing: tuple[str, ...]) -> str:
    if not missing:
        return ""
    shown = "、".join("+".join(f"U+{ord(c):04X}" for c in each) for each in missing[:MAX_LISTED])
    more = " 等" if len(missing) > MAX_LISTED else ""
    return f"有 {len(missing)} 个字符没有字体能显示，页面上是空框：{shown}{more}"
