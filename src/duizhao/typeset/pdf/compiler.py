"""Compiles a plan to PDF with the embedded typst compiler, which is kept between documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from duizhao.errors import MissingTool
from duizhao.layout import Layout
from duizhao.typeset.block import Block
from duizhao.typeset.fonts import FontChoice, FontRank, choose_fonts, faces
from duizhao.typeset.fonts.installed import InstalledFonts, installed_fonts, typst
from duizhao.typeset.original.lost import Lost
from duizhao.typeset.pdf import memory
from duizhao.typeset.pdf.missing_glyphs import missing_glyphs
from duizhao.typeset.pdf.pictures import file_names, pictures_in, refusals, without
from duizhao.typeset.pdf.typst_input import typst_input

PAGE_TEMPLATE = Path(__file__).with_name("page.typ")
ARCHIVE_STANDARD: Final = "a-2u"
"""PDF/A-2u: all fonts are embedded, every character can be copied. typst refuses it if a character has no font."""

CACHED_DOCUMENTS = 10
"""For this number of documents typst keeps cached work that is not used again."""


@dataclass(frozen=True, slots=True)
class CompiledPdf:
    """A PDF, and the characters that no font on this machine has, which appear as empty boxes.

    `lost` counts the pictures that were left out.
    """

    data: bytes
    missing: tuple[str, ...] = ()
    lost: Counter[Lost] = field(default_factory=Counter)


class PdfCompiler:
    """Compiles documents in one layout with the installed fonts. Creating one is slow, using it is fast: keep it.

    Raises MissingTool where the machine has no Chinese font.
    """

    def __init__(self, layout: Layout, machine: InstalledFonts) -> None:
        self.layout = layout
        self.choices = choose_fonts(faces(layout.fonts), machine.fonts)
        if not self.choices:
            raise MissingTool(
                "没有找到中文字体，排不了 PDF；要装哪些、怎样装，请运行 duizhao fonts"
            )
        self._fonts = machine.font_book
        self._compiler = typst.Compiler(font_paths=self._fonts)

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
        lost = Counter[Lost]()
        refused = refusals(blocks, (memory.MAX_KB - kilobytes) / memory.PIXEL_KB)
        kept = without(blocks, refused, lost)
        made = replace(self._compile(kept, lost), lost=lost)
        if kilobytes + memory.picture_kilobytes(kept) > memory.KEPT_KB:
            self._drop_cache()
        return made

    def _compile(self, blocks: Sequence[Block], lost: Counter[Lost]) -> CompiledPdf:
        names = file_names(blocks)
        if not names:
            return self._compile_input(self._compiler, blocks, names)
        with self._compiler_for(blocks, names) as compiler:
            broken = {
                id(picture.image): Lost.MISSING
                for picture in pictures_in(blocks)
                if not _is_whole(compiler, names[id(picture.image)])
            }
            kept = without(blocks, broken, lost) if broken else blocks
            return self._compile_input(compiler, kept, names)

    @contextmanager
    def _compiler_for(
        self, blocks: Sequence[Block], names: Mapping[int, str]
    ) -> Iterator[typst.Compiler]:
        """A compiler that finds the image files: typst reads those from a folder alone."""
        with TemporaryDirectory() as folder:
            for image in {id(each.image): each.image for each in pictures_in(blocks)}.values():
                Path(folder, names[id(image)]).write_bytes(image.data)
            yield typst.Compiler(root=folder, font_paths=self._fonts)

    def _compile_input(
        self, compiler: typst.Compiler, blocks: Sequence[Block], names: Mapping[int, str]
    ) -> CompiledPdf:
        data = {"input": typst_input(blocks, self.layout, self.choices, names)}
        try:
            return CompiledPdf(self._compile_as(compiler, data, ARCHIVE_STANDARD))
        except typst.TypstError as refused:
            made = self._compile_as(compiler, data, None)
            return CompiledPdf(made, missing_glyphs(refused.diagnostic))

    def _drop_cache(self) -> None:
        """Make typst drop its cache: it ages by the number of documents compiled, and empty ones compile fast."""
        for _ in range(CACHED_DOCUMENTS + 1):
            self._compiler.compile(b"", format="pdf")

    def _compile_as(
        self, compiler: typst.Compiler, data: dict[str, str], standard: Literal["a-2u"] | None
    ) -> bytes:
        made = compiler.compile(
            self._template, format="pdf", sys_inputs=data, timestamp=0, pdf_standards=standard
        )
        assert isinstance(made, bytes)
        return made


def _is_whole(compiler: typst.Compiler, name: str) -> bool:
    """Whether typst can decode an image file. It keeps what it decodes, so that asking costs little."""
    try:
        compiler.compile(b'#image("/' + name.encode() + b'", width: 1mm)', format="pdf")
    except typst.TypstError:
        return False
    return True


def pdf_compiler(layout: Layout, folder: Path | None = None) -> PdfCompiler:
    """A compiler with the fonts of this machine and those in the user's folder."""
    return PdfCompiler(layout, installed_fonts(folder))
