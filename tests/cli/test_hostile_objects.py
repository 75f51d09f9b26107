"""The worst tables and pictures end in a typeset file or in one line, soon."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from hostile.process import run
from read import made

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
OFFICE = made.OFFICE.rstrip("/")
OPENING = made.p("个人对照检查材料") + made.p("一是学习不够。")
CELL = f"<w:tc>{made.p('字')}</w:tc>"
PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="900" cy="900"/>'
    f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture"><a:blip r:embed="i{{}}" '
    f'xmlns:r="{OFFICE}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
BODIES = {
    "just as many cells": f"<w:tbl>{f'<w:tr>{CELL * 10}</w:tr>' * 1690}</w:tbl>",
    "too many cells": f"<w:tbl>{f'<w:tr>{CELL * 10}</w:tr>' * 3500}</w:tbl>",
    "tables of one cell": f"<w:tbl><w:tr>{CELL}</w:tr></w:tbl>" * 15_000,
    "one picture again and again": f"<w:p>{PICTURE.format(0) * 15_000}</w:p>",
    "pictures that grow": f"<w:p>{''.join(PICTURE.format(at) for at in range(40))}</w:p>",
}


DONE = {
    ("just as many cells", "docx"),
    ("one picture again and again", "docx"),
    ("one picture again and again", "pdf"),
    ("pictures that grow", "docx"),
    ("pictures that grow", "pdf"),
}
"""What is set; the rest is refused in one line."""


def bitmap() -> bytes:
    """A bitmap of 15 MB that takes nothing in a package."""
    size = 2200 * 2200 * 3
    return (
        b"BM"
        + struct.pack(
            "<IHHIIiiHHIIiiII", 54 + size, 0, 0, 54, 40, 2200, 2200, 1, 24, 0, size, 0, 0, 0, 0
        )
        + bytes(size)
    )


def word_file(body: str) -> bytes:
    """A Word file that refers to forty images, of which it has one, or all where the body shows them."""
    with zipfile.ZipFile(io.BytesIO(made.docx(OPENING + body))) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    relations = "".join(
        f'<Relationship Id="i{at}" Type="{made.OFFICE}image" Target="media/{at}.bmp"/>'
        for at in range(40)
    )
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{made.PACKAGE}">{relations}</Relationships>'
    )
    grown = bitmap()
    shown = dict.fromkeys(range(40), grown) if '"i39"' in body else {0: grown[:4000]}
    return made.package(parts | {f"word/media/{at}.bmp": data for at, data in shown.items()})


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", BODIES)
def test_tables_and_pictures_end_soon_and_in_little_memory(
    name: str, form: str, tmp_path: Path
) -> None:
    (tmp_path / "甲.docx").write_bytes(word_file(BODIES[name]))
    ran = run(tmp_path, "typeset", "--no-progress", "甲.docx", "-o", f"排版.{form}")
    ran.assert_modest()
    assert (ran.code == 0) == (tmp_path / f"排版.{form}").exists(), ran.said
    assert (ran.code == 0) == ((name, form) in DONE), ran.said
