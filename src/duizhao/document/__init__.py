"""Parses a source into titles, preamble, nested sections, items, residue, signature."""

from duizhao.document.nodes import (
    Document,
    HeadedRows,
    Heading,
    Item,
    Marker,
    MarkerSequence,
    NumberStyle,
    Paragraph,
    Residue,
    ResidueKind,
    Section,
)
from duizhao.document.parser import parse
from duizhao.document.parts import parts
from duizhao.document.split import split
from duizhao.document.vocabulary import OTHER_SCRIPT, VOCABULARY

__all__ = [
    "OTHER_SCRIPT",
    "VOCABULARY",
    "Document",
    "HeadedRows",
    "Heading",
    "Item",
    "Marker",
    "MarkerSequence",
    "NumberStyle",
    "Paragraph",
    "Residue",
    "ResidueKind",
    "Section",
    "parse",
    "parts",
    "split",
]
