"""Makes Word files in pieces, as Word saves what people wrote over several days: runs of a few characters each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

FACES = ("仿宋_GB2312", "仿宋", "FangSong")
PROOFED = 0.1
"""The share of runs behind a mark of the spelling check."""


def fragmented(text: str, path: Path, seed: int, *, mixed: bool = False) -> Path:
    """A Word file of a text, a paragraph a line; the same for the same seed.

    The runs of a paragraph are set alike, as typing and correcting leaves them, or with `mixed` each in one of three
    faces by chance, as pasting from several files does.
    """
    chance = random.Random(seed)
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.paragraph_format.line_spacing = Pt(28)
        for piece in _pieces(line, chance):
            _add(paragraph, piece, chance.choice(FACES) if mixed else FACES[0], chance)
    document.save(str(path))
    return path


def _pieces(line: str, chance: random.Random) -> Iterator[str]:
    at = 0
    while at < len(line):
        end = at + chance.randint(3, 14)
        yield line[at:end]
        at = end


def _add(paragraph: Paragraph, piece: str, face: str, chance: random.Random) -> None:
    run = paragraph.add_run(piece)
    run._r.set(qn("w:rsidR"), f"00{chance.randrange(16**6):06X}")
    run.font.size = Pt(16)
    run.font.name = "Times New Roman"
    run._r.rPr.rFonts.set(qn("w:eastAsia"), face)
    run._r.rPr.rFonts.set(qn("w:hint"), "eastAsia")
    if chance.random() < PROOFED:
        mark = OxmlElement("w:proofErr")
        mark.set(qn("w:type"), "spellStart")
        run._r.addprevious(mark)
