"""The place of a character in words, as people look for it in their program."""

from __future__ import annotations

from duizhao.text.source import Source

PLAIN_FORMATS = frozenset(("txt", "md"))
"""Formats that editors show with lines and columns; a word processor shows neither."""


def place_in_words(source: Source, offset: int) -> str:
    """“第 5 行” of a text, “第 5 段” of a Word file, “第 2 页第 1 行” of a PDF."""
    if source.format == "pdf" and (origin := source.origin(offset)):
        return f"{origin.part}第 {origin.paragraph} 行"
    unit = "行" if source.format in PLAIN_FORMATS else "段"
    return f"第 {source.position(offset).line} {unit}"
