"""The place of a character in words, as people look for it in their program."""

from __future__ import annotations

from duizhao.text.source import Source

PLAIN = frozenset(("txt", "md"))
"""Formats that programs show with numbered lines; a line of any other format is a paragraph."""


def place_of(source: Source, offset: int) -> str:
    """“第 5 段” in a Word file, “第 2 页第 3 行” in a PDF, “第 5 行” in plain text."""
    if source.format == "pdf" and (origin := source.origin(offset)):
        return f"{origin.part}第 {origin.paragraph} 行"
    unit = "行" if source.format in PLAIN else "段"
    return f"第 {source.position(offset).line} {unit}"
