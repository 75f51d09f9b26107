"""Papers that are put together from data, in the form of GB/T 9704 or of a unit's own layout, as Word file or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from duizhao.errors import Unwritable
from duizhao.office.marked_package import with_mark
from duizhao.output_mark import OutputKind

if TYPE_CHECKING:
    from duizhao.layout import Layout
    from duizhao.typeset.paper import WrittenPaper
    from duizhao.typeset.pdf import PdfCompiler


@dataclass(frozen=True)
class PaperSetter:
    """Sets papers as one kind of file: docx or pdf. Costly to warm up for PDF, so keep it.

    `layout` is a unit's own file, None for the standard; `fonts` is a folder of fonts besides the machine's, for PDF.
    """

    form: str = "docx"
    layout: Path | None = None
    fonts: Path | None = None

    def set(self, paper: WrittenPaper) -> bytes:
        """The bytes of a paper.

        Raises Unwritable for characters that the file cannot hold, MissingTool without the extra `pdf`,
        BadConfiguration for a layout or fonts that cannot be read.
        """
        from duizhao.typeset.docx import unstorable, write_docx
        from duizhao.typeset.paper import paper_blocks

        blocks = paper_blocks(paper, self._layout)
        if self.form == "pdf":
            return self._compiler.compile(blocks, paper.name).data
        for text in paper.texts:
            if found := unstorable(text):
                raise Unwritable(
                    f"{paper.name}：有 Word 存不了的字符 U+{ord(found[0]):04X}，请先删去"
                )
        return with_mark(write_docx(blocks, self._layout), OutputKind.PAPER)

    @cached_property
    def _layout(self) -> Layout:
        from duizhao.layout import load_layout

        return load_layout(self.layout)

    @cached_property
    def _compiler(self) -> PdfCompiler:
        from duizhao.typeset.pdf import pdf_compiler

        return pdf_compiler(self._layout, self.fonts)
