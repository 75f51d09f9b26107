"""The typography of a .docx, read when it is asked for: who needs the text alone does not wait for it."""

from __future__ import annotations

from functools import partial

from duizhao.office.typography import Typography
from duizhao.office.wordml import child, is_on
from duizhao.read.typography.cascade import Cascade, StyleSheet, style_sheet
from duizhao.read.typography.levels import ListLevels
from duizhao.read.typography.pages import page_formats
from duizhao.read.typography.paragraphs import formatted_paragraphs
from duizhao.read.typography.parts import TypographyParts, gather
from duizhao.read.typography.theme import ThemeFaces
from duizhao.text import Origin
from duizhao.text.deferred import Deferred

__all__ = ["TypographyParts", "deferred", "gather"]


def deferred(parts: TypographyParts, origins: tuple[Origin, ...]) -> Deferred:
    """The typography of a document that has this text."""
    return Deferred(partial(_read, parts, origins))


def _read(parts: TypographyParts, origins: tuple[Origin, ...]) -> Typography:
    cascade = Cascade(
        StyleSheet() if parts.styles is None else style_sheet(parts.styles),
        ListLevels(parts.numbering),
        ThemeFaces(parts),
    )
    paragraphs, sections = formatted_paragraphs(parts.document, origins, cascade)
    pages = page_formats(sections, parts, cascade)
    return Typography(tuple(pages), paragraphs, _has_even_edges(parts))


def _has_even_edges(parts: TypographyParts) -> bool:
    """Do even pages have headers and footers of their own? Few files have; in UTF-16 no word is found as bytes."""
    settings = parts.settings or b""
    if b"evenAndOddHeaders" not in settings and b"\0" not in settings:
        return False
    return bool(is_on(child(parts.tree(settings), "evenAndOddHeaders")))
