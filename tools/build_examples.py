"""Makes the Word files of examples/ from the texts beside them: python tools/build_examples.py

The faulty one also carries what only a Word file can: a comment left in, a tracked insertion, an author's name.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

EXAMPLES = Path(__file__).parents[1] / "examples"
MADE = datetime.datetime(2024, 1, 8)


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
    lines = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        paragraph = document.add_paragraph(style="Normal")
        add(paragraph, line, title="对照检查材料" in line and number < 3)
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
