"""The embedded typesetter, kept warm: plan in, PDF out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from duizhao.errors import MissingTool
from duizhao.layout import Layout
from duizhao.typeset.block import Block
from duizhao.typeset.fonts import Choice, choose, faces
from duizhao.typeset.fonts.machine import Machine, fonts_here, typst
from duizhao.typeset.pdf import memory
from duizhao.typeset.pdf.missing import missing_glyphs
from duizhao.typeset.pdf.sheet import sheet

TEMPLATE = Path(__file__).with_name("page.typ")
ARCHIVED: Final = "a-2u"
"""PDF/A-2u: all fonts inside, every character can be copied. It refuses characters that no font has."""

REMEMBERED = 10
"""Documents for which typst keeps what nobody has asked for again."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the characters in it that no font on this machine has: they stand there as empty boxes."""

    data: bytes
    missing: tuple[str, ...] = ()


class Press:
    """Prints documents in one layout with the fonts of one machine. Costly to make and cheap to use, so keep it.

    Raises MissingTool where the machine has no Chinese font.
    """

    def __init__(self, layout: Layout, machine: Machine) -> None:
        self.layout = layout
        self.choices = choose(faces(layout.fonts), machine.fonts)
        if not self.choices:
            raise MissingTool(
                "没有找到中文字体，排不了 PDF；请先安装，例如 sudo apt install fonts-noto-cjk，详见 duizhao fonts"
            )
        self._compiler = typst.Compiler(font_paths=machine.shelf)

    @cached_property
    def _template(self) -> bytes:
        return TEMPLATE.read_bytes()

    @property
    def substitutes(self) -> tuple[Choice, ...]:
        """The faces that other fonts stand in for, as far as the layout uses them."""
        number = self.layout.page_number.face
        used = {look.face for look in self.layout.roles.values()} | {number}
        return tuple(c for n, c in self.choices.items() if n in used and c.rank != "official")

    def print(self, blocks: Sequence[Block], name: str = "文本") -> Printed:
        """The PDF of a plan: the same bytes for the same plan and fonts.

        Raises UnreadableDocument, under the `name` given, for more than memory is promised for.
        """
        kilobytes = memory.needed(blocks)
        if kilobytes > memory.MOST:
            raise memory.refuse(blocks, kilobytes, name)
        made = self._printed({"sheet": sheet(blocks, self.layout, self.choices)})
        if kilobytes > memory.KEPT:
            self._forget()
        return made

    def _printed(self, data: dict[str, str]) -> Printed:
        try:
            return Printed(self._compiled(data, ARCHIVED))
        except typst.TypstError as refused:
            return Printed(self._compiled(data, None), missing_glyphs(refused.diagnostic))

    def _forget(self) -> None:
        """Let the typesetter drop what it keeps: it counts documents, and empty ones are quickly set."""
        for _ in range(REMEMBERED + 1):
            self._compiler.compile(b"", format="pdf")

    def _compiled(self, data: dict[str, str], standard: Literal["a-2u"] | None) -> bytes:
        made = self._compiler.compile(
            self._template, format="pdf", sys_inputs=data, timestamp=0, pdf_standards=standard
        )
        assert isinstance(made, bytes)
        return made


def press(layout: Layout, folder: Path | None = None) -> Press:
    """A press with the fonts of this machine and those in a folder of one's own."""
    return Press(layout, fonts_here(folder))
