"""Marks that are no text: those of Markdown's headings, comments, and what silences findings."""

from __future__ import annotations

import re
from dataclasses import replace

from duizhao.lint.suppress import MARK
from duizhao.text import Source

HEADING = re.compile(r"^[ \t\u3000]{0,8}#{1,6}(?=[ \t\u3000])", re.MULTILINE)
COMMENT = re.compile(r"<!--[^\n]{0,300}?-->")


def unmarked(source: Source) -> tuple[Source, int]:
    """The source with its marks blanked out, so that offsets stay true, and how many they were.

    In Markdown these are the signs of headings and all comments; in other texts only what silences findings.
    """
    count = 0

    def blank(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return " " * len(found[0])

    text = source.text
    if source.format == "md":
        text = COMMENT.sub(blank, HEADING.sub(blank, text))
    elif "<!--" in text:
        text = MARK.sub(blank, text)
    return (replace(source, text=text) if count else source), count
