"""The parts of a .docx, and their package."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.layout import Layout
from duizhao.office.new_word_package import (
    COMPATIBILITY,
    WordPart,
    font_table,
    word_root,
    write_word_package,
)
from duizhao.typeset.block import Block
from duizhao.typeset.docx.page import footer, section
from duizhao.typeset.docx.pictures import PictureWriter
from duizhao.typeset.docx.styles import styles
from duizhao.typeset.docx.tables import body, table_sizes


def write_docx(blocks: Iterable[Block], layout: Layout) -> bytes:
    """The bytes of a .docx with `blocks` set by `layout`. Their text must hold nothing `unstorable`."""
    blocks = tuple(blocks)
    pictures = PictureWriter()
    document = _document(blocks, layout, pictures)
    number = layout.page_number
    parts = (
        WordPart("rIdStyles", "styles", "styles.xml", styles(layout, table_sizes(blocks))),
        WordPart("rIdSettings", "settings", "settings.xml", _settings()),
        WordPart("rIdFonts", "fontTable", "fontTable.xml", font_table(layout.fonts.values())),
        WordPart("rIdOdd", "footer", "footer1.xml", footer(layout, number.odd)),
        WordPart("rIdEven", "footer", "footer2.xml", footer(layout, number.even)),
    )
    return write_word_package(document, (*parts, *pictures.parts))


def _document(blocks: Iterable[Block], layout: Layout, pictures: PictureWriter) -> str:
    paragraphs = "".join(body(blocks, layout, pictures))
    inner = f"<w:body>{paragraphs or '<w:p/>'}{section(layout)}</w:body>"
    return word_root("document", inner, pictures.namespaces)


def _settings() -> str:
    # A punctuation mark keeps its full width; otherwise lines hold more characters than the grid asks for.
    inner = (
        '<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:doNotExpandShiftReturn/>{COMPATIBILITY}</w:compat>"
    )
    return word_root("settings", inner)
