"""PDFs made by our own press, and what poppler sees on their pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from duizhao import api
from duizhao.layout import Layout, Role, standard_layout
from duizhao.text import Span
from duizhao.typeset import Block, TextRun, all_blocks
from duizhao.typeset.pdf import PdfCompiler, pdf_compiler

MM = 25.4 / 72
NOTO = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
BELOW_TYPE_AREA = 262
"""mm from the top of the sheet."""

WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None or not NOTO.exists(),
    reason="poppler-utils or fonts-noto-cjk is not installed",
)


@cache
def warm() -> PdfCompiler:
    """A press for the standard, made once."""
    return pdf_compiler(standard_layout())


def block(role: Role, *texts: str | tuple[str, Role], **place: float) -> Block:
    """A paragraph as the plan would have it."""
    runs = [(text, role) if isinstance(text, str) else text for text in texts]
    first = place.pop("first", standard_layout().roles[role].first)
    return Block(
        role,
        tuple(TextRun(text, of, Span(0, 0)) for text, of in runs),
        first=first,
        **place,  # type: ignore[arg-type]
    )


def printed(folder: Path, blocks: Sequence[Block], layout: Layout | None = None) -> Path:
    pdf = folder / "out.pdf"
    own = pdf_compiler(layout) if layout else warm()
    pdf.write_bytes(own.compile(blocks).data)
    return pdf


def plan(text: str) -> tuple[Block, ...]:
    return all_blocks(api.parse(api.Source(text)), standard_layout())


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def text(pdf: Path) -> str:
    """The text as a reader would copy it, without page numbers; hyphens at the end of a line are left alone."""
    below = str(round(BELOW_TYPE_AREA / MM))
    return run("pdftotext", "-raw", "-x", "0", "-y", "0", "-W", "2000", "-H", below, str(pdf), "-")


@dataclass(frozen=True)
class Word:
    """A word and its edges in mm from the left and the top of the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(pdf: Path) -> list[list[Word]]:
    """The words of each page."""
    return [
        [
            Word(unescape(text), *(float(edge) * MM for edge in edges))
            for *edges, text in WORD.findall(page)
        ]
        for page in run("pdftotext", "-bbox", str(pdf), "-").split("<page ")[1:]
    ]


def body(page: Sequence[Word]) -> list[Word]:
    return [word for word in page if word.top < BELOW_TYPE_AREA]


def ink(pdf: Path, page: int = 1, until: float = BELOW_TYPE_AREA + 1) -> tuple[float, ...]:
    """Left, top, right and bottom edge of what is black on a page, in mm, above `until`."""
    per_mm = 8
    drawn = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(per_mm * 25.4), "-f", str(page), "-l", str(page), str(pdf)],
        capture_output=True,
        check=True,
    ).stdout
    _, size, _, pixels = drawn.split(b"\n", 3)
    width = int(size.split()[0])
    rows = [pixels[at : at + width] for at in range(0, len(pixels), width)][: round(until * per_mm)]
    black = [at for at, row in enumerate(rows) if min(row) < 128]
    columns = [min(column) < 128 for column in zip(*(rows[at] for at in black), strict=True)]
    left, right = columns.index(True), width - columns[::-1].index(True)
    return left / per_mm, black[0] / per_mm, right / per_mm, (black[-1] + 1) / per_mm
