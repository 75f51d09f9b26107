"""A new Word file: its main part with the parts that it points to, and text as the elements of a run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from duizhao.office.new_package import (
    RELATIONSHIP_TYPES,
    XML_HEAD,
    content_types,
    relationships,
    write_package,
)
from duizhao.office.xml_text import escaped

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN_PART = "word/document.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Without it Word shows the file as one of an older version (兼容模式).
COMPATIBILITY = (
    '<w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
)
PIECE = re.compile("[^\t\n]+|[\t\n]")
BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


class WordPart(NamedTuple):
    """A part that the main part points to: the id and the kind of the pointer, its name below `word/`, its content.

    `media_type` is that of an image; other parts have the type of their kind.
    """

    key: str
    kind: str
    target: str
    content: str | bytes
    media_type: str = ""

    @property
    def name(self) -> str:
        return f"word/{self.target}"

    @property
    def content_type(self) -> str:
        return self.media_type or f"{CONTENT_TYPE}.{self.kind}+xml"


def write_word_package(document: str, parts: Iterable[WordPart]) -> bytes:
    """The bytes of a .docx of a main part and the parts that it points to."""
    parts = tuple(parts)
    types = [(MAIN_PART, f"{CONTENT_TYPE}.document.main+xml")]
    types += ((part.name, part.content_type) for part in parts)
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relationships([("rId1", "officeDocument", MAIN_PART)]),
        MAIN_PART: document,
        "word/_rels/document.xml.rels": relationships(part[:3] for part in parts),
    }
    return write_package(held | {part.name: part.content for part in parts})


def word_root(name: str, inner: str, others: str = "") -> str:
    """A whole part with the outermost element w:`name`. `others` are further declarations of namespaces."""
    return f'{XML_HEAD}<w:{name} xmlns:w="{WORD_NAMESPACE}" xmlns:r="{RELATIONSHIP_TYPES}"{others}>{inner}</w:{name}>'


def font_table(fonts: Iterable[Sequence[str]]) -> str:
    """The font table of fonts with their other names, which Word tries where a machine lacks a font (17.8.3.1)."""
    return word_root(
        "fonts", "".join(_font(*names) for names in sorted({tuple(each) for each in fonts}))
    )


def _font(name: str, *others: str) -> str:
    alternatives = f'<w:altName w:val="{escaped(",".join(others))}"/>' if others else ""
    return (
        f'<w:font w:name="{escaped(name)}">{alternatives}<w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="default"/></w:font>'
    )


def run_content(text: str) -> str:
    """`text` as the elements of a run."""
    return "".join([BREAKS.get(piece) or _text_element(piece) for piece in PIECE.findall(text)])


def _text_element(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
