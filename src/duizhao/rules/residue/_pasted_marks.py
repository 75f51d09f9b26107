"""Marks of Markdown in a text that is no Markdown file: of bold type, headings, code, tables and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Reading
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ330"
_HEADINGS = tuple("\n" + "#" * level + " " for level in range(1, 7))
ANCHORS = ("**", *_HEADINGS, "\n```", "|--", "| --", "|:--", "](http")
BOLD = LazyPattern(r"(?<!\*)\*\*(?=[^*\s])(?P<words>[^*\n]{1,300})(?<!\s)\*\*(?!\*)")
HEADING = LazyPattern(r"^[ \t]{0,3}#{1,6} +(?=\S)", re.MULTILINE)
OTHER = LazyPattern(r"^```.*$|^\|?[ :|-]*-{2,}[ :|-]*$(?<=\|)|\]\(https?://[^)\n]{1,300}\)", re.MULTILINE)  # fmt: skip
# In 在**担任**职务 the stars stand for words that are still missing; bold type begins and ends where a phrase does.
BEGINS = LazyPattern(r"(?:^|[\n，。；：、（“)）\]|]|[-*+] |[.、] ?|是)$")
ENDS = LazyPattern(r"[：:\n，。；、）”|]|[ ]|$")
SHORTEST_PHRASE = 4
FEWEST = 2
"""Marks: a single one is a slip of another kind."""


def bold_pairs(reading: Reading) -> list[tuple[Span, Span]]:
    """The stars around each phrase in bold type; none where stars stand for words that are missing."""
    text = reading.text
    if not reading.marks.get(CODE):
        return []
    found = [*BOLD.finditer(text)]
    if not (any(map(_is_phrase, found)) or HEADING.search(text) or OTHER.search(text)):
        return []
    return [
        (Span(each.start(), each.start() + 2), Span(each.end() - 2, each.end())) for each in found
    ]


def _is_phrase(bold: re.Match[str]) -> bool:
    text, (start, end) = bold.string, bold.span()
    is_led_to = bold["words"][-1] in "：:" or text[end : end + 1] in ("：", ":")
    if len(bold["words"]) < (FEWEST if is_led_to else SHORTEST_PHRASE):
        return False
    ends = is_led_to or ENDS.match(text, end)
    return bool(ends and BEGINS.search(text[max(0, start - 2) : start]))


def bold_stars(reading: Reading) -> frozenset[int]:
    """Where the stars of bold type stand."""
    return frozenset(star.start for pair in bold_pairs(reading) for star in pair)


def structure_marks(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """The other marks, each with whether it can be removed without a look at what it stands for."""
    if reading.marks.get(CODE):
        for pattern, is_removable in ((HEADING, True), (OTHER, False)):
            for found in pattern.finditer(reading.text):
                yield Span(*found.span()), is_removable
