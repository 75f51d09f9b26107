"""A text → a plain Word file with a paragraph for each line."""

from __future__ import annotations

from dataclasses import replace

from duizhao.errors import UnreadableDocument
from duizhao.office.limits import MAX_MARKUP
from duizhao.office.new_word_package import (
    COMPATIBILITY,
    MAIN_PART,
    WordPart,
    run_content,
    word_root,
    write_word_package,
)
from duizhao.office.xml_text import storable
from duizhao.read import MAX_PARAGRAPHS
from duizhao.text import Origin, Source, as_span
from duizhao.text.source import LINE_BREAK

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)
PARTS = (
    WordPart("rId1", "styles", "styles.xml", word_root("styles", DEFAULTS)),
    WordPart(
        "rId2",
        "settings",
        "settings.xml",
        word_root("settings", f"<w:compat>{COMPATIBILITY}</w:compat>"),
    ),
)
# A4; margins of one inch and 1.25 inches, as a new document has them.
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"'
    ' w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)


def plain_docx(source: Source) -> tuple[bytes, Source]:
    """The package, and the source as if it had been read from it: every character has its place in a run.

    Every line break becomes the end of a paragraph. Characters that XML cannot hold are replaced as by `storable`.
    Raises UnreadableDocument for a text with so many paragraphs or tags that the file could not be read again.
    """
    paragraphs: list[str] = []
    origins: list[Origin] = []
    text = LINE_BREAK.sub("\n", source.text)
    start = 0
    lines = text.split("\n")
    if len(lines) > MAX_PARAGRAPHS:
        raise _too_large(source, len(lines))
    for number, line in enumerate(lines):
        end = start + len(line)
        paragraphs.append(_paragraph(storable(line)))
        if line:
            origins.append(Origin(as_span((start, end)), MAIN_PART, number, 0, 0))
        behind = as_span((end, end + 1))
        origins.append(Origin(behind, MAIN_PART, number, 0, end - start, generated=True))
        start = end + 1
    written = "".join(paragraphs)
    if written.count("<") > MAX_MARKUP:
        raise _too_large(source, len(lines))
    # There is no break behind the last line.
    kept = tuple(origins[:-1])
    body = f"<w:body>{written}{PAGE}</w:body>"
    package = write_word_package(word_root("document", body), PARTS)
    return package, replace(source, text=text, origins=kept)


def _paragraph(line: str) -> str:
    return f"<w:p><w:r>{run_content(line)}</w:r></w:p>" if line else "<w:p/>"


def _too_large(source: Source, lines: int) -> UnreadableDocument:
    return UnreadableDocument(
        source.name, f"共 {lines:,} 行，变成 Word 文件会大到无法读取；请拆分后再审"
    )
