"""Makes the Word files of examples/ from the texts next to them: python tools/build_examples.py

The good one is set as GB/T 9704 asks. The faulty one is set as Word starts out, and carries what only a Word file can:
a comment left in, a tracked insertion, an author's name.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

EXAMPLES = Path(__file__).parents[1] / "examples"
MADE = datetime.datetime(2024, 1, 8)
FACES = (
    ("[一二三四五六七八九十]+、.*", "黑体"),
    ("（[一二三四五六七八九十]+）[^。]*。?", "楷体_GB2312"),
)


def main() -> None:
    """Write both files."""
    write("good", faulty=False)
    write("faulty", faulty=True)


def write(name: str, *, faulty: bool) -> None:
    """One Word file, a paragraph for each line of its text."""
    document = Document()
    properties = document.core_properties
    properties.author = "文秘小站" if faulty else ""
    properties.title = properties.comments = ""
    properties.created = properties.modified = MADE
    if not faulty:
        set_pages(document)
    lines = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        paragraph = document.add_paragraph(style="Normal")
        if faulty:
            add(paragraph, line, title="对照检查材料" in line and number < 3)
        else:
            add_set(paragraph, line, opening=number < 3, closing=number >= len(lines) - 2)
        if faulty and line.startswith("二是改进工作作风"):
            insert(paragraph, "多下基层。")
            document.add_comment(paragraph.runs[:1], text="这一条太空，再改改", author="王某")
    document.save(str(EXAMPLES / f"{name}.docx"))


def add(paragraph: Paragraph, line: str, *, title: bool) -> None:
    """A line as a run or two, so that places inside a paragraph cross runs."""
    half = len(line) // 2
    for piece in (line[:half], line[half:]):
        run = paragraph.add_run(piece)
        run.font.size = Pt(22 if title else 16)
    if title:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def set_pages(document: WordDocument) -> None:
    """Paper, margins and page numbers of GB/T 9704."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(28)
    document.settings.odd_and_even_pages_header_footer = True
    number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "right")
    number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "left")


def number(footer: _Footer, side: WD_ALIGN_PARAGRAPH, indent: str) -> None:
    """A page number: — 1 —, one character from the edge."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:ind {nsdecls("w")} w:{indent}="280" w:{indent}Chars="100"/>')
    )
    face(paragraph.add_run("— "), "宋体", 14)
    face(paragraph.add_run(), "宋体", 14)
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>')
    field.append(paragraph.runs[-1]._r)
    paragraph._p.append(field)
    face(paragraph.add_run(" —"), "宋体", 14)


def add_set(paragraph: Paragraph, line: str, *, opening: bool, closing: bool) -> None:
    """A line in the faces of GB/T 9704; a heading that text follows keeps its own."""
    title = opening and "对照检查材料" in line
    found = next((each for each in FACES if re.match(each[0], line)), ("", ""))
    end = re.match(found[0], line).end()  # type: ignore[union-attr]
    usual = "方正小标宋简体" if title else "楷体_GB2312" if opening else "仿宋_GB2312"
    for words, name in ((line[:end], found[1]), (line[end:], usual)):
        if words:
            face(paragraph.add_run(words), name, 22 if title else 16)
    if not title:
        tighten(paragraph)
    if found[1] and end == len(line):
        level = FACES.index(found)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>')
        )
    made = paragraph.paragraph_format
    made.line_spacing, made.space_after = Pt(28.95), Pt(0)
    if closing:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        # The date begins two characters to the right of the name, and is the longer by three.
        made.right_indent = Pt(16 * (2 if line[0].isdigit() else 7))
    elif opening:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        made.first_line_indent = Pt(32)


def tighten(paragraph: Paragraph) -> None:
    """28 characters of 16 pt are 2 mm wider than the type area."""
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(parse_xml(f'<w:spacing {nsdecls("w")} w:val="-5"/>'))


def face(run: Run, name: str, size: float) -> None:
    """Characters of all scripts in one face."""
    run.font.size, run.font.name = Pt(size), name
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    fonts.set(qn("w:hint"), "eastAsia")


def insert(paragraph: Paragraph, words: str) -> None:
    """A tracked insertion at the paragraph's end."""
    paragraph._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="900" w:author="王某" w:date="2024-01-08T09:00:00Z">'
            f"<w:r><w:t>{words}</w:t></w:r></w:ins>"
        )
    )


if __name__ == "__main__":
    main()
