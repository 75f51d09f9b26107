"""The main part of a Word file, opened so that marks and changes can be put into it."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.errors import UnreadableDocument
from duizhao.office.wordml import STRICT, WORD
from duizhao.office.xml_text import TagWriter, XmlText, prefixes_of
from duizhao.review.docx_body import DocxBody
from duizhao.review.docx_parts import DocxParts
from duizhao.text import Source

NAMESPACES = frozenset(namespace[1:-1] for namespace in (WORD, STRICT))
START_OF_PART = 10_000
"""Characters in which the namespace of a part is declared."""


class OpenBody(NamedTuple):
    """The part with the text as it is written, its namespace, and the body that collects the changes."""

    xml: XmlText
    namespace: str
    is_strict: bool
    body: DocxBody

    @classmethod
    def from_parts(cls, parts: DocxParts, source: Source) -> OpenBody:
        """The body of a package from which `source` was read. Raises UnreadableDocument."""
        xml = parts.read(parts.main)
        prefixes = prefixes_of(xml.text, NAMESPACES) if xml else None
        if xml is None or not prefixes:
            raise UnreadableDocument(
                source.name, "正文的写法特殊，放不进批注；请用 Word 打开后另存为 .docx 再试"
            )
        is_strict = STRICT[1:-1] in xml.text[:START_OF_PART]
        namespace = (STRICT if is_strict else WORD)[1:-1]
        writer = TagWriter.from_xml(xml.text, namespace)
        return cls(xml, namespace, is_strict, DocxBody(xml.text, source, prefixes, writer))
