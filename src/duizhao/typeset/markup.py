"""Marks that are not part of the text: signs of Markdown headings, comments, and marks that suppress findings."""

from __future__ import annotations

import re
from dataclasses import replace

from duizhao.lint.suppress import MARK
from duizhao.text import Source

HEADING = re.compile(r"^[ \t\u3000]{0,8}#{1,6}(?=[ \t\u3000])", re.MULTILINE)
COMMENT = re.compile(r"<!--[^\n]{0,300}?-->")


def without_markup(source: Source) -> tuple[Source, int]:
    """The source with its marks replaced by blanks, so that offsets stay the same, and the number of marks.

    In Markdown these are the signs of headings and all comments; in other texts only marks that suppress findings.
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
