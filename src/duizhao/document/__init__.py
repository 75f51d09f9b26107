"""From a source to its parts: titles, preamble, nested headings, items, residue, signature."""

from duizhao.document.attachment_label import is_attachment_label, may_be_attachment_title
from duizhao.document.nodes import (
    Document,
    Heading,
    Item,
    Marker,
    Paragraph,
    Residue,
    Section,
    Sequence,
    Style,
)
from duizhao.document.parser import parse
from duizhao.document.parts import parts
from duizhao.document.split import split
from duizhao.document.vocabulary import VOCABULARY

__all__ = [
    "VOCABULARY",
    "Document",
    "Heading",
    "Item",
    "Marker",
    "Paragraph",
    "Residue",
    "Section",
    "Sequence",
    "Style",
    "is_attachment_label",
    "may_be_attachment_title",
    "parse",
    "parts",
    "split",
]
