"""How a .docx is set, read when somebody asks for it: text alone does not wait for it."""

from __future__ import annotations

from functools import partial

from duizhao.office.typography import Typography
from duizhao.office.wordml import child, is_on, value
from duizhao.read.typography.cascade import Cascade, StyleSheet, read_style_sheet
from duizhao.read.typography.levels import list_levels
from duizhao.read.typography.pages import page_formats
from duizhao.read.typography.paragraphs import formatted_paragraphs
from duizhao.read.typography.parts import Parts, gather
from duizhao.read.typography.theme import theme_faces
from duizhao.text import Origin
from duizhao.text.deferred import Deferred

__all__ = ["Parts", "deferred", "gather"]


def deferred(parts: Parts, origins: tuple[Origin, ...]) -> Deferred:
    """The typography of a document whose text was read, for the first who asks."""
    return Deferred(partial(_read, parts, origins))


def _read(parts: Parts, origins: tuple[Origin, ...]) -> Typography:
    settings = parts.tree(parts.settings)
    language, odd_even = child(settings, "themeFontLang"), child(settings, "evenAndOddHeaders")
    cascade = Cascade(
        parts.parsed(parts.styles, read_style_sheet) or StyleSheet(),
        list_levels(parts.tree(parts.numbering)),
        theme_faces(
            parts.tree(parts.theme),
            "" if language is None else value(language, "eastAsia") or "",
        ),
    )
    root = parts.tree(parts.document)
    if root is None:
        return Typography()
    paragraphs, sections = formatted_paragraphs(root, origins, cascade)
    pages = page_formats(sections, parts, cascade)
    return Typography(tuple(pages), paragraphs, bool(is_on(odd_even)))
