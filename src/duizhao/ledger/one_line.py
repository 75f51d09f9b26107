"""The text of a point on one line of a ledger."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from duizhao.document import Document, Paragraph
from duizhao.text import Span

STOPS = "。！？!?；;，,、：:…”’"
WITHOUT_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z]*$|第[ \u3000]*[0-9]+[ \u3000]*页.{0,12}$")


def on_one_line(document: Document, span: Span) -> str:
    """The text at `span` without its line breaks; a page number on a line of its own is left out.

    Where a paragraph ends without punctuation a full stop closes it, but a line broken by hand just goes on.
    """
    words = span.of(document.text)
    if "\n" not in words:
        return words.strip()
    joined, at = "", span.start
    for line in words.split("\n"):
        kept = line.strip()
        if kept and not WITHOUT_WORDS.match(kept):
            begins = at + len(line) - len(line.lstrip())
            if joined and joined[-1] not in STOPS and _begins(document.paragraphs, begins):
                joined += "。"
            joined += kept
        at += len(line) + 1
    return joined


def _begins(paragraphs: Sequence[Paragraph], start: int) -> bool:
    at = bisect_left(paragraphs, start, key=_start)
    return at < len(paragraphs) and paragraphs[at].span.start == start


def _start(paragraph: Paragraph) -> int:
    return paragraph.span.start
