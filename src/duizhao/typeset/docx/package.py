"""The parts of a .docx, and their package."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.layout import Layout
from duizhao.office.new_package import (
    RELATIONSHIP_TYPES,
    XML_HEAD,
    content_types,
    relationships,
    write_package,
)
from duizhao.typeset.block import Block
from duizhao.typeset.docx.page import footer, section
from duizhao.typeset.docx.pictures import PictureWriter
from duizhao.typeset.docx.styles import WORD_NAMESPACE, styles
from duizhao.typeset.docx.tables import body, table_sizes
from duizhao.typeset.docx.text import escaped

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = (
    # Part, type of its relationship to the document, id of that relationship.
    ("styles", "styles", "rIdStyles"),
    ("settings", "settings", "rIdSettings"),
    ("fontTable", "fontTable", "rIdFonts"),
    ("footer1", "footer", "rIdOdd"),
    ("footer2", "footer", "rIdEven"),
)


def write_docx(blocks: Iterable[Block], layout: Layout) -> bytes:
    """The bytes of a .docx with `blocks` set by `layout`. Their text must hold nothing `unstorable`."""
    blocks = tuple(blocks)
    pictures = PictureWriter()
    document = _document(blocks, layout, pictures)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types([*_content_types(), *pictures.content_types]),
        "_rels/.rels": relationships([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(
            [
                *((key, kind, f"{name}.xml") for name, kind, key in PARTS),
                *((file.key, "image", file.target) for file in pictures.files),
            ]
        ),
        "word/styles.xml": styles(layout, table_sizes(blocks)),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(layout),
        "word/footer1.xml": footer(layout, layout.page_number.odd),
        "word/footer2.xml": footer(layout, layout.page_number.even),
    }
    parts |= {f"word/{file.target}": file.image.data for file in pictures.files}
    return write_package(parts)


def _document(blocks: Iterable[Block], layout: Layout, pictures: PictureWriter) -> str:
    paragraphs = "".join(body(blocks, layout, pictures))
    return (
        f'{XML_HEAD}<w:document xmlns:w="{WORD_NAMESPACE}" xmlns:r="{RELATIONSHIP_TYPES}"{pictures.namespaces}><w:body>'
        f"{paragraphs or '<w:p/>'}{section(layout)}</w:body></w:document>"
    )


def _settings() -> str:
    # A punctuation mark keeps its full width; otherwise lines hold more characters than the grid asks for.
    return (
        f'{XML_HEAD}<w:settings xmlns:w="{WORD_NAMESPACE}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>'
    )


def _font_table(layout: Layout) -> str:
    """The font table. Where a machine lacks a font, Word tries its alternative names (17.8.3.1)."""
    return (
        f'{XML_HEAD}<w:fonts xmlns:w="{WORD_NAMESPACE}">'
        + "".join(_font(*names) for names in sorted(set(layout.fonts.values())))
        + "</w:fonts>"
    )


def _font(name: str, *others: str) -> str:
    alternatives = f'<w:altName w:val="{escaped(",".join(others))}"/>' if others else ""
    return (
        f'<w:font w:name="{escaped(name)}">{alternatives}<w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="default"/></w:font>'
    )


def _content_types() -> list[tuple[str, str]]:
    return [
        (f"word/{name}.xml", f"{CONTENT_TYPE}.{kind}+xml")
        for name, kind in (
            ("document", "document.main"),
            *((name, kind) for name, kind, _ in PARTS),
        )
    ]
