"""Compiles a plan to PDF with the embedded typst compiler, which is kept between documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from duizhao.errors import MissingTool
from duizhao.layout import Layout
from duizhao.typeset.block import Block
from duizhao.typeset.fonts import FontChoice, FontRank, choose_fonts, faces
from duizhao.typeset.fonts.installed import InstalledFonts, installed_fonts, typst
from duizhao.typeset.pdf import memory
from duizhao.typeset.pdf.missing_glyphs import missing_glyphs
from duizhao.typeset.pdf.typst_input import typst_input

PAGE_TEMPLATE = Path(__file__).with_name("page.typ")
ARCHIVE_STANDARD: Final = "a-2u"
"""PDF/A-2u: all fonts are embedded, every character can be copied. typst refuses it if a character has no font."""

CACHED_DOCUMENTS = 10
"""For this number of documents typst keeps cached work that is not used again."""


@dataclass(frozen=True, slots=True)
class CompiledPdf:
    """A PDF, and the characters that no font on this machine has, which appear as empty boxes."""

    data: bytes
    missing: tuple[str, ...] = ()


class PdfCompiler:
    """Compiles documents in one layout with the installed fonts. Creating one is slow, using it is fast: keep it.

    Raises MissingTool where the machine has no Chinese font.
    """

    def __init__(self, layout: Layout, machine: InstalledFonts) -> None:
        self.layout = layout
        self.choices = choose_fonts(faces(layout.fonts), machine.fonts)
        if not self.choices:
            raise MissingTool(
                "没有找到中文字体，排不了 PDF；请先安装，例如 sudo apt install fonts-noto-cjk，详见 duizhao fonts"
            )
        self._compiler = typst.Compiler(font_paths=machine.font_book)

    @cached_property
    def _template(self) -> bytes:
        return PAGE_TEMPLATE.read_bytes()

    @property
    def substitutes(self) -> tuple[FontChoice, ...]:
        """The faces used by the layout for which another font stands in."""
        number = self.layout.page_number.face
        used = {look.face for look in self.layout.roles.values()} | {number}
        return tuple(
            c for n, c in self.choices.items() if n in used and c.rank is not FontRank.OFFICIAL
        )

    def compile(self, blocks: Sequence[Block], name: str = "文本") -> CompiledPdf:
        """The PDF of a plan. The same plan and fonts give the same bytes.

        Raises UnreadableDocument, with the `name` of the document, if it would take too much memory.
        """
        kilobytes = memory.plan_kilobytes(blocks)
        if kilobytes > memory.MAX_KB:
            raise memory.memory_refusal(blocks, kilobytes, name)
        made = self._compile({"input": typst_input(blocks, self.layout, self.choices)})
        if kilobytes > memory.KEPT_KB:
            self._drop_cache()
        return made

    def _compile(self, data: dict[str, str]) -> CompiledPdf:
        try:
            return CompiledPdf(self._compile_as(data, ARCHIVE_STANDARD))
        except typst.TypstError as refused:
            return CompiledPdf(self._compile_as(data, None), missing_glyphs(refused.diagnostic))

    def _drop_cache(self) -> None:
        """Make typst drop its cache: it ages by the number of documents compiled, and empty ones compile fast."""
        for _ in range(CACHED_DOCUMENTS + 1):
            self._compiler.compile(b"", format="pdf")

    def _compile_as(self, data: dict[str, str], standard: Literal["a-2u"] | None) -> bytes:
        made = self._compiler.compile(
            self._template, format="pdf", sys_inputs=data, timestamp=0, pdf_standards=standard
        )
        assert isinstance(made, bytes)
        return made


def pdf_compiler(layout: Layout, folder: Path | None = None) -> PdfCompiler:
    """A compiler with the fonts of this machine and those in the user's folder."""
    return PdfCompiler(layout, installed_fonts(folder))
