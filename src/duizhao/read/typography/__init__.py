"""The typography of a .docx, read when it is asked for: who needs the text alone does not wait for it."""

from __future__ import annotations

from functools import partial

from duizhao.office.typography import Typography
from duizhao.office.wordml import child, is_on, value
from duizhao.read.typography.cascade import Cascade, StyleSheet, style_sheet
from duizhao.read.typography.levels import ListLevels
from duizhao.read.typography.pages import page_formats
from duizhao.read.typography.paragraphs import formatted_paragraphs
from duizhao.read.typography.parts import TypographyParts, gather
from duizhao.read.typography.theme import theme_faces
from duizhao.text import Origin
from duizhao.text.deferred import Deferred

__all__ = ["TypographyParts", "deferred", "gather"]


def deferred(parts: TypographyParts, origins: tuple[Origin, ...]) -> Deferred:
    """The typography of a document that has this text."""
    return Deferred(partial(_read, parts, origins))


def _read(parts: TypographyParts, origins: tuple[Origin, ...]) -> Typography:
    settings = parts.tree(parts.settings)
    language, odd_even = child(settings, "themeFontLang"), child(settings, "evenAndOddHeaders")
    cascade = Cascade(
        StyleSheet() if parts.styles is None else style_sheet(parts.styles),
        ListLevels(parts.numbering),
        theme_faces(
            parts.tree(parts.theme),
            "" if language is None else value(language, "eastAsia") or "",
        ),
    )
    paragraphs, sections = formatted_paragraphs(parts.document.root(), origins, cascade)
    pages = page_formats(sections, parts, cascade)
    return Typography(tuple(pages), paragraphs, bool(is_on(odd_even)))
