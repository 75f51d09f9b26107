"""The parts of a .docx, and their package."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.layout import Layout
from duizhao.office.new_word_package import (
    COMPATIBILITY,
    WordPart,
    word_root,
    write_word_package,
)
from duizhao.office.xml_text import escaped
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
        WordPart("rIdFonts", "fontTable", "fontTable.xml", _font_table(layout)),
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


def _font_table(layout: Layout) -> str:
    """The font table. Where a machine lacks a font, Word tries its alternative names (17.8.3.1)."""
    fonts = sorted(set(layout.fonts.values()))
    return word_root("fonts", "".join(_font(*names) for names in fonts))


def _font(name: str, *others: str) -> str:
    alternatives = f'<w:altName w:val="{escaped(",".join(others))}"/>' if others else ""
    return (
        f'<w:font w:name="{escaped(name)}">{alternatives}<w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="default"/></w:font>'
    )
